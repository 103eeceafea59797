import { expect, test } from "../fixtures/test.ts";

test("the skip link leads into the view and leaves the page's address alone", async ({ app }) => {
	const { page } = app;
	await app.show("Pins");
	const address = page.url();
	await page.getByRole("button", { name: "To main view" }).focus();
	await page.keyboard.press("Enter");
	await expect(page.getByRole("main")).toBeFocused();
	expect(page.url()).toBe(address);
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
