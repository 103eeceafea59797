import type { Locator, Page } from "@playwright/test";
import { test as base, expect } from "../fixtures/test.ts";
import { FilesPage } from "../pages/FilesPage.ts";
import type { GpioscopePage } from "../pages/GpioscopePage.ts";
import { TriggerPanel } from "../pages/TriggerPanel.ts";

/** A line that no device of the default bench is wired to. */
const GPIO = 13;
/** Width of the pulse that is waited for, µs. */
const WIDTH = 60;
/** The daemon samples every 5 µs: either edge may be off by one sample. */
const SAMPLE = 5;

const test = base.extend<{ files: FilesPage; triggers: TriggerPanel }>({
	files: async ({ page }, use) => {
		const files = new FilesPage(page);
		await files.saveAsDownload();
		await use(files);
	},
	triggers: async ({ page }, use) => {
		await use(new TriggerPanel(page));
	},
});

// Many steps one after the other, each short.
test.slow();

/** Sends a pulse that the trigger must pass over, then the one it waits for. */
async function sendPulses(app: GpioscopePage, triggers: TriggerPanel): Promise<void> {
	await app.call("trigger", { gpio: GPIO, length: 20, level: 1 });
	await app.call("trigger", { gpio: GPIO, length: WIDTH, level: 1 });
	await expect(triggers.button).toHaveText("T1 hit #1");
}

/** Reads a time of the inspector, such as `−60.0 µs`, as microseconds. */
async function microsOf(figure: Locator): Promise<number> {
	const text = ((await figure.textContent()) ?? "").replaceAll("\u2009", "").replace("−", "-");
	const [, value, unit] = /(-?[\d.]+)\s*(ns|µs|ms|s)/.exec(text) ?? [];
	const factors: Record<string, number> = { ns: 1e-3, µs: 1, ms: 1e3, s: 1e6 };
	return Number(value) * (factors[unit ?? ""] ?? Number.NaN);
}

/** Gold and blue stand on the edges of the pulse. */
async function expectMeasured(page: Page, tolerance: number): Promise<void> {
	const distance = page.getByTestId("distance");
	await expect(async () => {
		expect(Math.abs(Math.abs(await microsOf(distance)) - WIDTH)).toBeLessThanOrEqual(tolerance);
	}).toPass();
}

/** The last pulse of the file on view is the one that was sent. */
async function expectPulse(files: FilesPage): Promise<void> {
	const [channel = -1] = await files.shownChannels(String(GPIO));
	const edges = await files.shownEdges(channel, 0, Number.MAX_SAFE_INTEGER);
	const rise = edges.findLast(({ level }) => level === 1);
	const fall = edges.findLast(({ level }) => level === 0);
	expect(Math.abs((fall?.time ?? 0) - (rise?.time ?? 0) - WIDTH)).toBeLessThanOrEqual(SAMPLE);
}

test("by mouse: trigger on a pulse width, zoom to it, measure, mark and export it, and open it again", async ({
	files,
	app,
	triggers,
}) => {
	const { page } = app;
	const { keyboard, mouse } = page;
	await app.call("write", { gpio: GPIO, level: 0 });
	await triggers.add("Pulse width");
	await triggers.dialog.getByRole("combobox", { name: "Line" }).selectOption(String(GPIO));
	await triggers.fill("Least width", "50us");
	await triggers.fill("Greatest width", "80us");
	await triggers.fill("Length", "10 ms");
	await triggers.switchOf(1).click({ force: true });
	await expect(triggers.button).toHaveText("T1 armed");
	await triggers.button.click();
	await expect(triggers.dialog).toBeHidden();
	await sendPulses(app, triggers);

	// Ctrl drag pulls a box open around the flag of the hit, which stands at the edge that ended the pulse.
	const flag = page.getByRole("img", { name: "Trigger 1, hit 1" });
	const lane = page.getByRole("option", { name: new RegExp(`GPIO ${GPIO}\\b`) });
	await lane.click();
	const hit = async (): Promise<{ x: number; y: number }> => {
		const [at, row] = [await flag.boundingBox(), await lane.boundingBox()];
		if (at === null || row === null) throw new Error("The hit is not in sight.");
		return { x: at.x, y: row.y + row.height / 2 };
	};
	/** Waits until the view has come to rest with the hit at a share of the plot's width. */
	const restsAt = async (share: number): Promise<{ x: number; y: number }> => {
		const plot = await page.getByRole("application", { name: "Traces" }).boundingBox();
		if (plot === null) throw new Error("The plot has no place.");
		await expect.poll(async () => ((await hit()).x - plot.x) / plot.width).toBeCloseTo(share, 1);
		await app.settled();
		return hit();
	};
	const wide = await restsAt(0.5);
	await keyboard.down("Control");
	await mouse.move(wide.x - 30, wide.y);
	await mouse.down();
	await mouse.move(wide.x + 10, wide.y, { steps: 4 });
	await mouse.up();
	await keyboard.up("Control");
	await restsAt(0.75);

	// Blue follows the pointer; a click sets gold onto the edge.
	const { x, y } = await hit();
	const blue = page.getByTestId("blue-time");
	await mouse.move(x - 9, y);
	await mouse.move(x, y);
	await expect(blue).toHaveText(/^[−]?0/);
	await mouse.move(x - 100, y);
	await expect(blue).toHaveText(/^−[1-9]/);
	const scale = -(await microsOf(blue)) / 100;
	await mouse.click(x - WIDTH / scale, y);
	await mouse.move(x - 9, y);
	await mouse.move(x, y);
	await expectMeasured(page, 2 * SAMPLE);

	await page.getByRole("button", { name: "Mark", exact: true }).click();
	await page.getByRole("tab", { name: /^Markers/ }).click();
	await page.getByRole("textbox", { name: "Name of marker 3" }).fill("end of the pulse");
	await mouse.click(x - 30, y);
	await expect(page.getByText("3 end of the pulse").first()).toBeVisible();

	await page.getByRole("button", { name: "Export", exact: true }).click();
	const dialog = page.getByRole("dialog", { name: "Export" });
	await dialog.getByRole("radio", { name: /^Value change dump/ }).click();
	await dialog.getByRole("textbox", { name: "File name" }).fill("pulse");
	const written = await files.finishExport(dialog.getByRole("button", { name: "Export", exact: true }));
	await files.drop(written);
	await files.waitForFile("pulse.vcd");
	await expectPulse(files);
});

test("by keyboard: the same", async ({ files, app, triggers }) => {
	const { page } = app;
	const { keyboard } = page;
	const { dialog } = triggers;
	const plot = page.getByRole("application", { name: "Traces" });
	const type = async (label: string, text: string): Promise<void> => {
		await triggers.tabTo(dialog.getByRole("textbox", { name: label }));
		await keyboard.press("Control+a");
		await keyboard.type(text);
		await keyboard.press("Enter");
	};
	await app.call("write", { gpio: GPIO, level: 0 });
	await plot.focus();
	await keyboard.press("t");
	await triggers.tabTo(dialog.getByRole("button", { name: /^Pulse width/ }));
	await keyboard.press("Enter");
	await triggers.tabTo(dialog.getByRole("combobox", { name: "Line" }));
	await keyboard.type(`GPIO ${GPIO}`);
	await type("Least width", "50us");
	await type("Greatest width", "80us");
	await type("Length", "10 ms");
	await keyboard.press("Escape");
	await expect(dialog).toBeHidden();
	await plot.focus();
	await keyboard.press("t");
	await expect(triggers.button).toHaveText("T1 armed");
	await sendPulses(app, triggers);

	// J walks the lanes; then the arrows visit the edges of that one only.
	const lane = page.getByRole("option", { name: new RegExp(`GPIO ${GPIO}\\b`) });
	const place = (): Promise<number> =>
		page
			.getByRole("option")
			.evaluateAll((all) => all.findIndex((option) => option.getAttribute("aria-selected") === "true"));
	for (let at = await place(); (await lane.getAttribute("aria-selected")) !== "true"; at = await place()) {
		await keyboard.press("j");
		await expect.poll(place).not.toBe(at);
	}
	const blue = page.getByTestId("blue-time");
	// From the hit, which is in the middle, to the edge before it and back.
	await keyboard.press("ArrowLeft");
	await expect(blue).toHaveText(/^−/);
	await keyboard.press("g");
	await keyboard.press("ArrowRight");
	await expect(blue).not.toHaveText(/^−/);
	await expectMeasured(page, SAMPLE);
	// F fits what lies between gold and blue.
	const division = page.getByRole("textbox", { name: "Time per division" });
	await keyboard.press("f");
	await expect(division).toHaveValue(/^\d\sµs/);

	await keyboard.press("m");
	await expect(page.getByRole("img", { name: "Marker 3", exact: true })).toBeVisible();
	await keyboard.press("Control+s");
	const questions = page.getByRole("dialog", { name: "Export" });
	const name = questions.getByRole("textbox", { name: "File name" });
	await expect(questions).toBeVisible();
	await triggers.tabTo(name);
	await keyboard.press("Control+a");
	await keyboard.type("keys");
	const written = await files.finishExport(
		questions.getByRole("button", { name: "Export", exact: true }),
		() => keyboard.press("Enter"),
	);
	await plot.focus();
	await files.choose(written);
	await files.waitForFile(written.name);
	await expectPulse(files);
});
