import { expect, test } from "../fixtures/test.ts";
import { PinsPage } from "../pages/PinsPage.ts";

/** Drives a GPIO that no other test uses: what an earlier page left would be what release gives back. */
const GPIO = 24;

test("release all stops what this page started and gives the pins back, in view only too", async ({
	app,
}) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.select(GPIO);
	await pins.drive("PWM");
	await pins.type("Duty cycle", "100");
	await expect(pins.cell(GPIO)).toHaveAccessibleName(/PWM/);
	await app.page.keyboard.press("Alt+a");
	await app.page.getByRole("button", { name: "Release all" }).click();
	await expect(app.page.getByText(/^Released 1 pin/)).toBeVisible();
	await expect(pins.cell(GPIO)).toHaveAccessibleName(/input/);
	const { endTime } = await app.capture();
	await app.page.waitForFunction(
		(from) => window.__gpioscope.captureStore.getState().endTime > from + 500_000,
		endTime,
	);
	// The facts of the capture are published ten times a second, so they may be a little behind the release.
	expect(await app.edges(GPIO, endTime + 250_000)).toEqual([]);
});

test("what was released is driven again as it was by Undo", async ({ app }) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.select(GPIO);
	await pins.drive("PWM");
	await pins.type("Duty cycle", "100");
	await expect(pins.cell(GPIO)).toContainText("PWM 39.2");
	await app.page.getByRole("button", { name: "Release all" }).click();
	await expect(pins.cell(GPIO)).toHaveAccessibleName(/input/);
	await app.page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
	await expect(pins.cell(GPIO)).toContainText("PWM 39.2");
	await expect(app.page.getByRole("button", { name: "Undo release of GPIO 24" })).toBeHidden();
	await app.page.getByRole("button", { name: "Release all" }).click();
	await expect(pins.cell(GPIO)).toHaveAccessibleName(/input/);
});
