import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";
import { MeasurePage } from "../pages/MeasurePage.ts";

/** The fan of the default bench: 800 Hz, 64 of 255, which is 62 of the 250 real steps. */
const GPIO = 18;

/** Sends a command as the page itself does. */
function call(page: Page, command: string, args: object): Promise<unknown> {
	return page.evaluate(
		([name, values]) =>
			(
				window.__gpioscope as unknown as {
					bridge: { call(command: string, args: object): Promise<unknown> };
				}
			).bridge.call(name, values),
		[command, args] as const,
	);
}

test.beforeEach(async ({ app }) => {
	const { endTime } = await app.capture();
	await app.waitForEdges(GPIO, endTime, 400);
});

test("pulses are found by their width, counted, and gone through", async ({ app }) => {
	const { page } = app;
	const measure = new MeasurePage(page);
	await measure.find(`high pulse 300..320 µs on ${GPIO}`);
	await expect(measure.position).toHaveText(/^\d/);
	// From a live view the newest one comes first.
	await page.keyboard.press("Enter");
	await expect(page.getByRole("radio", { name: /^Pause/ })).toBeChecked();
	await expect(measure.position).toHaveText(/ of /);
	const newest = await measure.rank();
	expect(newest).toBeGreaterThan(100);
	// Read-outs follow ten times a second.
	const blue = page.getByTestId("blue-time");
	await expect(blue).not.toHaveText("–");
	const atNewest = (await blue.textContent()) ?? "";
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("Shift+N");
	await expect.poll(() => measure.rank()).toBe(newest - 1);
	await expect(blue).not.toHaveText(atNewest);
	await page.keyboard.press("n");
	await expect.poll(() => measure.rank()).toBe(newest);
	await expect(blue).toHaveText(atNewest);

	await measure.find(`pulse > 1 h on ${GPIO}`);
	await expect(measure.position).toHaveText("none");
	await expect(page.getByText(/^No pulse over 1\sh on GPIO 18 in /).first()).toBeVisible();
	await measure.find(`pulse sideways`);
	await expect(page.getByRole("alert").filter({ hasText: "“sideways” is not understood" })).toBeVisible();
	await page.keyboard.press("Escape");
});

test("lanes are measured in view and between markers", async ({ app }) => {
	const { page } = app;
	await page.getByRole("option", { name: `GPIO ${GPIO}` }).click();
	await page.getByRole("textbox", { name: "Time per division" }).fill("1 ms");
	await page.keyboard.press("Enter");
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("Space");
	await page.getByRole("tab", { name: /Measurements/ }).click();
	const table = page.getByRole("tabpanel");
	const row = table.getByRole("row", { name: new RegExp(`^GPIO ${GPIO}\\b`) });
	await expect(row).toContainText(/800\.0\sHz/);
	await expect(row).toContainText(/310(\.\d+)?\sµs/);
	await table.getByRole("radio", { name: "Between markers" }).click();
	await expect(table.getByText("No stretch is marked.")).toBeVisible();

	// Blue onto an edge, gold there, and blue eight edges back: four whole periods.
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("ArrowLeft");
	await expect(page.getByTestId("blue-time")).not.toHaveText("–");
	await page.keyboard.press("g");
	await expect(page.getByTestId("gold-time")).not.toHaveText("–");
	for (let edge = 0; edge < 8; edge++) {
		const before = await page.getByTestId("blue-time").textContent();
		await page.keyboard.press("ArrowLeft");
		await expect(page.getByTestId("blue-time")).not.toHaveText(before ?? "");
	}
	await expect(page.getByTestId("distance")).toHaveText(/^−(5\.00\d|4\.99\d)\sms$/);
	await expect(row).toContainText(/24\.[67-9]\s%|25\.0\s%/);
	await expect(page.getByText(`4 periods of GPIO ${GPIO}`)).toBeVisible();
});

test("a quantity over time follows what the line does", async ({ app }) => {
	const { page } = app;
	const measure = new MeasurePage(page);
	await measure.addTrack(`GPIO ${GPIO}`, "Duty cycle");
	const value = page.getByTestId(`derived-${GPIO}-duty-value`);
	await expect(value).toHaveText(/^24\.8\s%$/);
	await call(page, "setPwm", { gpio: GPIO, dutyCycle: 128 });
	await expect(value).toHaveText(/^50\.0\s%$/);
	await call(page, "setPwm", { gpio: GPIO, dutyCycle: 64 });
	await page.getByRole("button", { name: `Remove Duty cycle of GPIO ${GPIO}` }).click();
	await expect(value).toHaveCount(0);
});
