import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test.ts";

/** As much capture, µs, as a place to go to lies in. */
const ENOUGH = 2_500_000;

/** The stretch of time that the address names, µs. */
function timeIn(page: Page): { from: number; to: number } | undefined {
	const [, from, to] = /[?&]t=([-\d.]+)\.\.([-\d.]+)/.exec(page.url()) ?? [];
	return from === undefined ? undefined : { from: Number(from), to: Number(to) };
}

test("the address says what a paused view shows, restores it, and walks back over jumps", async ({ app }) => {
	const { page } = app;
	expect(timeIn(page)).toBeUndefined();
	await page.waitForFunction((enough) => {
		const { firstTime, endTime } = window.__gpioscope.captureStore.getState();
		return endTime - firstTime > enough;
	}, ENOUGH);
	await page.getByRole("application", { name: "Traces" }).focus();
	await page.keyboard.press("Space");
	await expect.poll(() => timeIn(page)).toBeDefined();
	const paused = timeIn(page);

	// A jump is a step of its own; back and forward walk it.
	await page.getByRole("textbox", { name: /^Go to/ }).fill("-0.2 s");
	await page.keyboard.press("Enter");
	await expect.poll(() => timeIn(page)?.from).not.toBe(paused?.from);
	const there = timeIn(page);
	await page.goBack();
	await expect.poll(() => timeIn(page)).toEqual(paused);
	await page.goForward();
	await expect.poll(() => timeIn(page)).toEqual(there);

	// Opened anew, the page shows the same again, and not the newest data.
	await page.reload();
	await app.waitUntilLive();
	const segment = page.getByRole("radiogroup", { name: "What the scope shows" });
	await expect(segment.getByRole("radio", { name: "Paused" })).toBeChecked();
	await expect.poll(() => timeIn(page)).toEqual(there);

	await page.keyboard.press("Space");
	await expect.poll(() => timeIn(page)).toBeUndefined();
	await app.show("Pins");
	await page.goBack();
	await expect(page.getByRole("application", { name: "Traces" })).toBeVisible();
	await expect(segment.getByRole("radio", { name: "Live" })).toBeChecked();
});
