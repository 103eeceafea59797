import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";

/** A line that no device of the default bench is wired to. */
const GPIO = 20;
/** 800 Hz: 1250 µs. The daemon samples every 5 µs. */
const PERIOD = 1250;
const SAMPLE = 5;

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

/** Reads the inspector's big figure as microseconds. */
async function distance(page: Page): Promise<number> {
	const figure = page.getByTestId("distance");
	await expect(figure).toHaveText(/\d/);
	const text = ((await figure.textContent()) ?? "").replaceAll("\u2009", "").replace("−", "-");
	const [, value, unit] = /^(-?[\d.]+)\s*(µs|ms|s)$/.exec(text) ?? [];
	return Number(value) * (unit === "s" ? 1e6 : unit === "ms" ? 1000 : 1);
}

test("PWM of a given duty is measured by the cursors", async ({ app }) => {
	const { page } = app;
	await call(page, "setPwmFrequency", { gpio: GPIO, frequency: 800 });
	await call(page, "setPwm", { gpio: GPIO, dutyCycle: 64 });
	const { endTime } = await app.capture();
	await app.waitForEdges(GPIO, endTime, 400);

	await page.getByRole("option", { name: `GPIO ${GPIO}` }).click();
	await page.getByRole("textbox", { name: "Time per division" }).fill("500 us");
	await page.keyboard.press("Enter");
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("Space");
	await page.mouse.move(5, 5);

	// Blue onto an edge, gold there, and two edges further: one whole period.
	await page.keyboard.press("ArrowLeft");
	await expect(page.getByTestId("blue-time")).not.toHaveText("–");
	await page.keyboard.press("g");
	await expect(page.getByTestId("gold-time")).not.toHaveText("–");
	await page.keyboard.press("ArrowLeft");
	await expect.poll(() => distance(page)).toBeLessThan(0);
	const half = await distance(page);
	await page.keyboard.press("ArrowLeft");
	await expect.poll(() => distance(page)).toBeLessThan(half);
	expect(Math.abs(Math.abs(await distance(page)) - PERIOD)).toBeLessThanOrEqual(SAMPLE);
	// 64 of 255 is 62 of the 250 real steps: 24.8 %; between the cursors lies one period of it.
	const row = page.getByRole("row", { name: new RegExp(`GPIO ${GPIO}\\b`) }).first();
	await expect(row).toContainText(/24\.[4-9]|25\.[0-2]/);
	await expect(page.getByText(`1 period of GPIO ${GPIO}`)).toBeVisible();
	await call(page, "setPwm", { gpio: GPIO, dutyCycle: 0 });
});

test("the pulse under the pointer is told with period, frequency and duty", async ({ app }) => {
	const { page } = app;
	await call(page, "setPwmFrequency", { gpio: GPIO, frequency: 800 });
	await call(page, "setPwm", { gpio: GPIO, dutyCycle: 64 });
	const { endTime } = await app.capture();
	await app.waitForEdges(GPIO, endTime, 400);
	const lane = page.getByRole("option", { name: `GPIO ${GPIO}` });
	await lane.click();
	await page.getByRole("textbox", { name: "Time per division" }).fill("500 us");
	await page.keyboard.press("Enter");
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("Space");
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
	const row = await lane.boundingBox();
	const plot = await page.getByRole("application", { name: "Traces" }).boundingBox();
	if (row === null || plot === null) throw new Error("Nothing is on screen.");
	const middle = row.y + row.height / 2;
	await page.mouse.move(plot.x + plot.width / 2, middle);
	await page.mouse.move(plot.x + plot.width / 2 + 6, middle);
	await expect(page.getByText(/^(High 310|Low 940)\sµs$/)).toBeVisible();
	await expect(page.getByText(/^Period 1\.250\sms$/)).toBeVisible();
	await expect(page.getByText("24.8 %", { exact: true }).first()).toBeVisible();
	await call(page, "setPwm", { gpio: GPIO, dutyCycle: 0 });
});

test("wheel zooms at the pointer, dragging pans and pauses", async ({ app }) => {
	const { page } = app;
	const plot = page.getByRole("application", { name: "Traces" });
	const box = await plot.boundingBox();
	if (box === null) throw new Error("The plot has no place.");
	const division = page.getByRole("textbox", { name: "Time per division" });
	await expect(division).toHaveValue(/^100\sms\/div$/);
	await page.mouse.move(box.x + 300, box.y + 100);
	for (let notch = 0; notch < 7; notch++) await page.mouse.wheel(0, -100);
	await expect(division).toHaveValue(/^20\sms\/div$/);
	await expect(page.getByRole("radio", { name: "Live" })).toBeChecked();
	await page.mouse.down();
	await page.mouse.move(box.x + 500, box.y + 100, { steps: 5 });
	await page.mouse.up();
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
	// Pulling the newest data into sight does not follow it; Space does.
	await page.mouse.move(box.x + 600, box.y + 100);
	await page.mouse.down();
	await page.mouse.move(box.x + 20, box.y + 100, { steps: 5 });
	await page.mouse.up();
	await page.keyboard.press("Space");
	await expect(page.getByRole("radio", { name: "Live" })).toBeChecked();
});

test("markers are named, listed and gone to", async ({ app }) => {
	const { page } = app;
	await page.keyboard.press("Space");
	await expect(page.getByRole("radio", { name: "Paused" })).toBeChecked();
	await page.getByRole("application", { name: "Traces" }).click({ position: { x: 200, y: 120 } });
	await page.keyboard.press("m");
	await page.getByRole("tab", { name: /Markers/ }).click();
	await page.getByRole("textbox", { name: "Name of marker 3" }).fill("Here");
	await expect(page.getByRole("img", { name: "Marker 3 Here" })).toBeVisible();
	await page.getByRole("button", { name: "Fit all" }).click();
	await page.getByRole("button", { name: "Remove Marker 3 Here" }).click();
	await expect(page.getByRole("img", { name: "Marker 3 Here" })).toHaveCount(0);
});
