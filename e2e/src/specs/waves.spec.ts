import { expect, test } from "../fixtures/test.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";
import { WavesPage } from "../pages/WavesPage.ts";

/** Microseconds between two samples of the simulator as tests start it. */
const samplePeriod = 5;

test("a pulse drawn with the mouse is played and captured where it was drawn", async ({ app }) => {
	await app.arm();
	await app.show("Waves");
	const waves = new WavesPage(app.page);
	await waves.newDocument(20);
	await waves.addTrack(21);
	await waves.drag({ row: 0, from: 1_000, to: 2_500 });
	await waves.drag({ row: 1, from: 3_000, to: 6_000 });
	// The second pulse's start is moved to where the first one ends.
	await waves.drag({ row: 1, from: 3_000, to: 2_520 });
	await expect(waves.field("Start")).toHaveValue("2\u2009500");
	await app.page.keyboard.press("Control+z");
	await expect(waves.field("Start")).toHaveValue("3\u2009000");
	await app.page.keyboard.press("Control+Shift+z");

	const { endTime } = await app.capture();
	await waves.play();
	const first = await app.waitForEdges(20, endTime, 2);
	const second = await app.waitForEdges(21, endTime, 2);
	const start = (first[0]?.time ?? 0) - 1_000;
	const expectAt = (time: number | undefined, drawn: number) =>
		expect(Math.abs((time ?? 0) - start - drawn), `edge at ${drawn} µs`).toBeLessThanOrEqual(samplePeriod);
	expect(first.map((edge) => edge.level)).toEqual([1, 0]);
	expectAt(first[1]?.time, 2_500);
	expectAt(second[0]?.time, 2_500);
	expectAt(second[1]?.time, 6_000);
	await expect(app.page.getByText("4 edges within ±10 µs")).toBeVisible();
});

test("Esc leaves nothing of a gesture behind", async ({ app }) => {
	await app.show("Waves");
	const waves = new WavesPage(app.page);
	await waves.newDocument(20);
	await waves.drag({ row: 0, from: 1_000, to: 2_500, release: false });
	await expect(app.page.getByTestId("wave-readout")).toBeVisible();
	await app.page.keyboard.press("Escape");
	await app.page.mouse.up();
	await expect(app.page.getByRole("button", { name: "Undo" })).toBeVisible();
	await expect(app.page.getByText("1 of 12\u2009000")).toBeVisible();
});

test("a repeated wave goes on until it is stopped", async ({ app }) => {
	await app.arm();
	await app.show("Waves");
	const waves = new WavesPage(app.page);
	await waves.newDocument(20);
	await waves.drag({ row: 0, from: 1_000, to: 2_500 });
	await app.page.getByText("Repeat", { exact: true }).click();
	const { endTime } = await app.capture();
	await waves.play();
	const edges = await app.waitForEdges(20, endTime, 40);
	expect(edges.length).toBeGreaterThanOrEqual(40);
	const rising = edges.filter((edge) => edge.level === 1).map((edge) => edge.time);
	for (let index = 1; index < rising.length; index++)
		expect(Math.abs((rising[index] ?? 0) - (rising[index - 1] ?? 0) - 10_000)).toBeLessThanOrEqual(
			samplePeriod,
		);
	await app.page.getByRole("button", { name: "Stop" }).click();
	await expect(app.page.getByRole("button", { name: "Play" })).toBeVisible();
});

test("view only says what is missing instead of playing", async ({ app }) => {
	await app.show("Waves");
	await app.page.getByRole("button", { name: "Play" }).click();
	await expect(app.page.getByText("View only. Arm to play waves.")).toBeVisible();
});

test("releasing everything ends a repeated wave without an error", async ({ app }) => {
	await app.arm();
	await app.show("Waves");
	const waves = new WavesPage(app.page);
	await waves.newDocument(20);
	await waves.drag({ row: 0, from: 1_000, to: 2_500 });
	await app.page.getByText("Repeat", { exact: true }).click();
	await waves.play();
	await expect(app.page.getByText("Playing", { exact: true })).toBeVisible();
	await app.page.getByRole("button", { name: /Release all/ }).click();
	await expect(app.page.getByText("Stopped from elsewhere")).toBeVisible();
});

test("pulses are edited by keys alone, and edges are announced", async ({ app }) => {
	await app.show("Waves");
	const waves = new WavesPage(app.page);
	await waves.newDocument(20);
	await waves.drag({ row: 0, from: 1_000, to: 2_500 });
	const { keyboard } = app.page;
	const announced = app.page.locator("#wave-announcement");
	await keyboard.press("Escape");
	await keyboard.press("Tab");
	await expect(announced).toHaveText(/^Rising edge of .* at 1\.000\sms\.$/);
	await keyboard.press("Tab");
	await expect(announced).toHaveText(/^Falling edge of .* at 2\.500\sms\.$/);
	await keyboard.press("ArrowRight");
	await keyboard.press("ArrowRight");
	await expect(waves.field("End")).toHaveValue("2\u2009600");
	await keyboard.press("Shift+ArrowLeft");
	await expect(waves.field("End")).toHaveValue("2\u2009100");
	await keyboard.press("Control+z");
	await expect(waves.field("End"), "a run of steps is one").toHaveValue("2\u2009500");
	await keyboard.press("Enter");
	await expect(waves.field("End")).toBeFocused();
	await keyboard.type("3.25ms");
	await keyboard.press("Enter");
	await expect(waves.field("End")).toHaveValue("3\u2009250");
	await app.page.getByTestId("wave-plot").focus();
	await keyboard.press("Delete");
	await expect(app.page.getByText("1 of 12\u2009000")).toBeVisible();
});

test("playing asks before it stops another page's wave", async ({ app, bridge, browser }) => {
	const other = new GpioscopePage(await (await browser.newContext()).newPage());
	await other.open(bridge.url);
	const theirs = new WavesPage(other.page);
	const ours = new WavesPage(app.page);
	for (const [page, waves, gpio] of [
		[other, theirs, 20],
		[app, ours, 21],
	] as const) {
		await page.arm();
		await page.show("Waves");
		await waves.newDocument(gpio);
		await waves.drag({ row: 0, from: 1_000, to: 2_500 });
		await page.page.getByText("Repeat", { exact: true }).click();
	}
	await theirs.play();
	await expect(other.page.getByText("Playing", { exact: true })).toBeVisible();
	await app.page.getByRole("button", { name: "Play", exact: true }).click();
	const outputs = app.page.getByRole("button", { name: "Make output and play" });
	const stop = app.page.getByRole("button", { name: "Stop it and play" });
	await outputs.or(stop).first().waitFor();
	if (await outputs.isVisible()) await outputs.click();
	await expect(app.page.getByText("Another session or program is sending a wave.")).toBeVisible();
	await stop.click();
	await expect(app.page.getByText("Playing", { exact: true })).toBeVisible();
	await expect(other.page.getByText("Replaced by another wave")).toBeVisible();
	await app.page.getByRole("button", { name: "Stop", exact: true }).click();
	await other.page.context().close();
});
