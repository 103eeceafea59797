import { expect, test } from "../fixtures/test.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("the scope is worked by thumb", async ({ app }) => {
	const { page } = app;
	const traces = page.getByRole("application", { name: "Traces" });
	await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
	await page.getByRole("button", { name: "Pause" }).tap();
	await expect(page.getByRole("button", { name: /Go live/ })).toBeVisible();

	await traces.tap({ position: { x: 200, y: 200 } });
	await expect(page.getByRole("img", { name: "Gold handle" })).toBeVisible();
	await page.getByRole("button", { name: "Blue to the previous edge" }).tap();
	await expect(page.getByRole("img", { name: "Blue handle" })).toBeVisible();

	await page.getByRole("button", { name: "Lanes" }).tap();
	await expect(page.getByRole("checkbox", { name: "Show idle lanes" })).toBeVisible();
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: /Go live/ }).tap();
	await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("the tables are tabs of the sheet that measures", async ({ app }) => {
	const { page } = app;
	await page.getByRole("button", { name: "Mark", exact: true }).tap();
	await page.getByRole("button", { name: /to B|set gold/ }).tap();
	const sheet = page.getByRole("dialog", { name: "Measure" });
	await sheet.getByRole("tab", { name: "Markers" }).tap();
	await expect(sheet.getByRole("row").filter({ hasText: "3" }).first()).toBeVisible();
	await sheet.getByRole("tab", { name: "Measurements" }).tap();
	await expect(sheet.getByRole("tabpanel", { name: "Measurements" })).toContainText("800.0 Hz");
});
