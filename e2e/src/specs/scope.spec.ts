import { expect, test } from "../fixtures/test.ts";

test("opening the page shows moving traces without a click", async ({ app }) => {
	const plot = app.page.getByRole("application", { name: "Traces" });
	await expect(plot).toBeVisible();
	const first = await plot.screenshot();
	await expect.poll(async () => (await plot.screenshot()).equals(first)).toBe(false);
	const { known, firstTime, endTime } = await app.capture();
	expect(known >>> 0).toBe(0xffff_ffff);
	expect(endTime).toBeGreaterThan(firstTime);
});

test("pausing keeps the view still while recording goes on", async ({ app }) => {
	await app.show("Pins");
	await app.show("Scope");
	await app.page.keyboard.press("Space");
	const plot = app.page.getByRole("application", { name: "Traces" });
	await expect(app.page.getByText(/behind live/)).toBeVisible();
	const { changes } = await app.capture();
	const first = await plot.screenshot();
	await expect.poll(async () => (await app.capture()).changes).toBeGreaterThan(changes);
	expect((await plot.screenshot()).equals(first)).toBe(true);
});
