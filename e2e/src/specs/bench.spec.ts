import { type BridgeProcess, startBridgeProcess } from "../fixtures/bridgeProcess.ts";
import { test as base, expect } from "../fixtures/test.ts";
import { BenchPage } from "../pages/BenchPage.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";
import { PinsPage } from "../pages/PinsPage.ts";

/** A bridge that runs its own simulator: only there a page can move the bench. */
const test = base.extend<{ readonly app: GpioscopePage }, { readonly own: BridgeProcess }>({
	own: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern.
		async ({}, use) => {
			const own = await startBridgeProcess(["--simulate"]);
			await use(own);
			await own.close();
		},
		{ scope: "worker" },
	],
	app: async ({ page, own }, use) => {
		const app = new GpioscopePage(page);
		await app.open(own.url);
		await use(app);
		expect(app.errors).toEqual([]);
	},
});

/** Where the button of the default bench is. */
const BUTTON = 17;

test("a press of the virtual button is seen as edges of its GPIO", async ({ app }) => {
	await app.show("Bench");
	const bench = new BenchPage(app.page);
	const hold = bench.device("Button").getByRole("switch", { name: /^Hold/ });
	await hold.press("Space");
	await app.waitForLevel(BUTTON, 0);
	const { endTime } = await app.capture();
	await hold.press("Space");
	await app.waitForLevel(BUTTON, 1);
	await bench.button("Button", "Press").click();
	const edges = await app.waitForEdges(BUTTON, endTime, 2);
	expect(edges[0]?.level).toBe(1);
});

test("a temperature that is set is what the program on the Pi reads", async ({ app }) => {
	await app.show("Bench");
	const bench = new BenchPage(app.page);
	const slider = bench.slider("Thermometer", "Temperature");
	await slider.focus();
	// The LM75 tells -55 degrees, its least, as c9 00 and 125, its most, as 7d 00; it wanders by a little.
	await slider.press("Home");
	await expect(bench.value("Thermometer", "temperature")).toHaveText("-55.0°C");
	await expect(bench.value("Thermometer program", "last")).toHaveText(/^c[89] /);
	await slider.press("End");
	await expect(bench.value("Thermometer program", "last")).toHaveText(/^7[cd] /);
});

test("another page sees what this one changes, and the screen shows its picture", async ({
	app,
	own,
	browser,
}) => {
	const other = new GpioscopePage(await browser.newPage());
	await other.open(own.url);
	await other.show("Bench");
	await app.show("Bench");
	const seen = new BenchPage(other.page);
	const slider = new BenchPage(app.page).slider("Weather sensor", "Relative humidity");
	await slider.focus();
	await slider.press("End");
	await expect(seen.value("Weather sensor", "humidity")).toHaveText("100.00%");
	const screen = seen.page.getByRole("img", { name: /Screen: 128 by 64 pixels/ });
	await expect
		.poll(() =>
			screen.evaluate((canvas: HTMLCanvasElement) => {
				const { data } = canvas.getContext("2d")?.getImageData(0, 0, 128, 64) ?? { data: [] };
				return data.some((shade, index) => index % 4 === 0 && shade === 255);
			}),
		)
		.toBe(true);
	expect(other.errors).toEqual([]);
	await other.page.close();
});

test("devices are found by name, kind or GPIO, and a device leads to its pin and back", async ({ app }) => {
	await app.show("Bench");
	const bench = new BenchPage(app.page);
	const find = app.page.getByRole("textbox", { name: "Find a device" });
	await find.fill("17");
	await expect(bench.device("Button")).toBeVisible();
	await expect(bench.device("Fan")).toBeHidden();
	await find.fill("nothing like it");
	await expect(app.page.getByText("No device is called")).toBeVisible();
	await find.fill("button");
	await bench
		.device("Button")
		.getByRole("button", { name: `GPIO ${BUTTON}` })
		.click();
	await expect(new PinsPage(app.page).cell(BUTTON)).toBeVisible();
	await app.page.getByRole("button", { name: "Button on the bench" }).click();
	await expect(bench.device("Button")).toBeVisible();
	await expect(bench.device("Fan")).toBeHidden();
});

base("a Pi that gpioscope does not simulate itself has no bench, and the view says so", async ({ app }) => {
	await app.show("Bench");
	await expect(app.page.getByText("Virtual devices stand around a simulated Pi only.")).toBeVisible();
});
