import { expect, test } from "../fixtures/test.ts";
import { LinesPage } from "../pages/LinesPage.ts";

test("the skip link leads into the view and leaves the page's address alone, also on a phone", async ({
	app,
}) => {
	const { page } = app;
	await app.show("Pins");
	const address = page.url();
	const skip = async (): Promise<void> => {
		await page.getByRole("button", { name: "To main view" }).focus();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("main")).toBeFocused();
		expect(page.url()).toBe(address);
	};
	await skip();
	await page.setViewportSize({ width: 390, height: 844 });
	await expect(page.getByRole("button", { name: /more views$/i })).toBeVisible();
	await skip();
});

test("what is barred or gone once its key is pressed hands the focus on", async ({ app }) => {
	const { page } = app;
	await app.arm();
	const serial = await LinesPage.open(app, "Serial");
	await serial.button("Open").focus();
	await page.keyboard.press("Enter");
	await expect(serial.button("Close")).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(serial.button("Close")).toBeHidden();
	// Open may not be there yet: what stands beside it will do.
	await expect(page.getByRole("main").locator("button:focus")).toHaveCount(1);

	await app.show("Scripts");
	await page.getByRole("button", { name: "Store", exact: true }).focus();
	await page.keyboard.press("Enter");
	const run = page.getByRole("button", { name: "Run", exact: true });
	await expect(run).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeFocused();
});

test("F6 walks the regions of the page both ways, Alt and digits the views, ? shows the keys", async ({
	app,
}) => {
	const { page } = app;
	const regionOfFocus = (): Promise<string> =>
		page.evaluate(() => document.activeElement?.closest("header, nav, main, footer")?.tagName ?? "none");
	for (const [key, region] of [
		["F6", "HEADER"],
		["F6", "NAV"],
		["Shift+F6", "HEADER"],
	] as const) {
		await page.keyboard.press(key);
		await expect.poll(regionOfFocus).toBe(region);
	}
	await page.keyboard.press("Alt+3");
	await expect(page.getByRole("main", { name: "Waves" })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole("main", { name: "Scope" })).toBeVisible();
	await page.keyboard.press("Shift+?");
	const keys = page.getByRole("dialog", { name: "Keys in Scope" });
	await expect(keys).toBeVisible();
	await expect(keys.getByRole("listitem").filter({ hasText: "Zoom at the pointer" })).toContainText("Wheel");
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toBeHidden();
});
