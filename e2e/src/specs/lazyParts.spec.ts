import { expect, test } from "../fixtures/filesTest.ts";

test("a part that cannot be loaded says so, and the others work", async ({ app, page }) => {
	await page.route(/\/assets\/parts-/, (route) =>
		route.fulfill({ contentType: "text/javascript", body: "throw new Error();" }),
	);
	await page.reload();
	await app.waitUntilLive();
	await page.getByRole("button", { name: "Waves", exact: true }).click();
	const note = page.getByText("This part of the page could not be loaded").first();
	await expect(note).toBeVisible();
	await app.show("Bench");
	await expect(page.getByText("Virtual devices stand around a simulated Pi only.")).toBeVisible();

	await page.unroute(/\/assets\/parts-/);
	await page.getByRole("button", { name: "Waves", exact: true }).click();
	await page.getByRole("button", { name: "Reload" }).first().click();
	await app.waitUntilLive();
	await expect(page.getByRole("toolbar", { name: "Waves tools" })).toBeVisible();
	await expect(note).toHaveCount(0);
});
