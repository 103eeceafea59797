import { expect, test } from "../fixtures/test.ts";
import { PinsPage } from "../pages/PinsPage.ts";

test("PWM set in the inspector is measured by the cursors: 62 of 250 steps at 800 Hz", async ({ app }) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.select(13);
	await pins.drive("PWM");
	await pins.type("Frequency", "800");
	await pins.type("Duty cycle", "64");
	await expect(app.page.getByText("62 of 250 real steps")).toBeVisible();
	const { endTime } = await app.capture();
	await app.waitForEdges(13, endTime, 8);

	await app.show("Scope");
	await app.page.keyboard.press("Space");
	await app.page.getByRole("option", { name: /GPIO 13\b/ }).click();
	const inspector = app.page.getByRole("complementary", { name: "Inspector" });
	const stepBlue = async (): Promise<string> => {
		const before = await inspector.textContent();
		await app.page.keyboard.press("ArrowLeft");
		await expect(inspector).not.toHaveText(before ?? "");
		return (await inspector.textContent()) ?? "";
	};
	await app.page.getByRole("application", { name: "Traces" }).focus();
	await stepBlue();
	await app.page.keyboard.press("g");
	// Gold stands on an edge: one edge away is a high or a low, two edges away is a period.
	expect(await stepBlue()).toMatch(/(310|940)\sµs/);
	const period = await stepBlue();
	expect(period).toMatch(/1\.250\sms/);
	expect(period).toMatch(/800\.0\sHz/);
});

test("release all stops what this page started and gives the pins back", async ({ app }) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.select(13);
	await pins.drive("PWM");
	await pins.type("Duty cycle", "100");
	await expect(pins.cell(13)).toHaveAccessibleName(/PWM/);
	await app.page.getByRole("button", { name: "Release all" }).click();
	await expect(app.page.getByText(/^Released \d+ pins?/)).toBeVisible();
	await expect(pins.cell(13)).toHaveAccessibleName(/input/);
});
