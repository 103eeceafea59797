import { expect, test } from "../fixtures/test.ts";

// Nothing is wired to GPIO 23: a watchdog on it drives nothing.
const GPIO = 23;

test("watchdog reports and events are rows that stand while paused, and are gone to by keys", async ({
	app,
	context,
}) => {
	const { page } = app;
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.getByRole("tab", { name: /^Events/ }).click();
	await app.call("setWatchdog", { gpio: GPIO, timeout: 50 });
	const grid = page.getByRole("grid", { name: "Events" });
	const watchdogs = grid.getByRole("row", { name: `GPIO ${GPIO} did not change for its time-out` });
	await expect(watchdogs.first()).toBeVisible();
	await app.call("setWatchdog", { gpio: GPIO, timeout: 0 });
	await app.call("triggerEvent", { event: 5 });
	const fifth = grid.getByRole("row", { name: /Event 5$/ });
	await expect(fifth).toBeVisible();

	await page.getByRole("radio", { name: "Pause" }).click();
	await app.call("triggerEvent", { event: 6 });
	const newer = page.getByRole("button", { name: /newer$/ });
	await expect(newer).toBeVisible();
	await expect(grid.getByRole("row", { name: /Event 6$/ })).toHaveCount(0);
	await newer.click();
	await expect(grid.getByRole("row", { name: /Event 6$/ })).toBeVisible();

	await grid.focus();
	await page.keyboard.press("End");
	await page.keyboard.press("ArrowUp");
	await expect(fifth).toHaveAttribute("aria-selected", "true");
	await page.keyboard.press("Enter");
	const time = (await fifth.getByRole("gridcell").first().textContent()) ?? "";
	await expect(page.getByRole("contentinfo")).toContainText(`Blue ${time}`);

	await page.getByRole("button", { name: /^Watchdogs/ }).click();
	await expect(watchdogs).toHaveCount(0);
	await page.getByRole("button", { name: "Copy what is listed as CSV" }).click();
	await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
	const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\r\n");
	expect(lines[0]).toBe("time_us,kind,channel,name,event,to_us,length_us,reports_lost,cause");
	expect(lines.filter((line) => /^[\d.]+,event,,,5,,,,$/.test(line))).toHaveLength(1);
	expect(lines.some((line) => line.includes(",watchdog,"))).toBe(false);
});
