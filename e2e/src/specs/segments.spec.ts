import { expect, test } from "../fixtures/test.ts";

test("arrows walk a toolbar's segments for the keyboard, and stay the scope's after a click", async ({
	app,
}) => {
	const { page } = app;
	const live = page.getByRole("radio", { name: "Live" });
	const pause = page.getByRole("radio", { name: /Pause/ });
	// Blue begins in the middle of what is on view: a fan must have turned by then.
	const captured = async (): Promise<number> => {
		const { firstTime, endTime } = await app.capture();
		return endTime - firstTime;
	};
	await expect.poll(captured).toBeGreaterThan(2_500_000);
	await page.getByRole("option", { name: /GPIO 16\b/ }).click();
	await pause.click();
	await expect(pause).toBeChecked();
	await page.keyboard.press("ArrowLeft");
	await expect(live).not.toBeFocused();
	await expect(page.getByTestId("blue-time")).not.toHaveText("–");

	await page.getByRole("button", { name: /^Target/ }).focus();
	await page.keyboard.press("Tab");
	await expect(live).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await expect(pause).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await expect(page.getByRole("radio", { name: "Play" })).toBeFocused();
	await page.keyboard.press("ArrowRight");
	await expect(live).toBeFocused();
	await page.keyboard.press("Enter");
	await expect(live).toBeChecked();
});
