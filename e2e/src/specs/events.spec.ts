import { expect, test } from "../fixtures/test.ts";

// Nothing is wired to GPIO 23: a watchdog on it drives nothing.
const GPIO = 23;

test("watchdog reports and events are rows that stand while paused, and are gone to by keys", async ({
	app,
	context,
}, { retry, repeatEachIndex }) => {
	const { page } = app;
	// What an earlier try triggered is still there.
	const first = 2 + 2 * (retry + repeatEachIndex);
	const second = first + 1;
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.getByRole("tab", { name: /^Events/ }).click();
	await app.call("setWatchdog", { gpio: GPIO, timeout: 50 });
	const grid = page.getByRole("grid", { name: "Events" });
	const watchdogs = grid.getByRole("row", { name: `GPIO ${GPIO} did not change for its time-out` });
	await expect(watchdogs.first()).toBeVisible();
	await app.call("setWatchdog", { gpio: GPIO, timeout: 0 });
	await app.call("triggerEvent", { event: first });
	const one = grid.getByRole("row", { name: new RegExp(`Event ${first}$`) });
	await expect(one).toBeVisible();

	await page.getByRole("radio", { name: "Pause" }).click();
	await app.call("triggerEvent", { event: second });
	const newer = page.getByRole("button", { name: /newer$/ });
	await expect(newer).toBeVisible();
	await expect(grid.getByRole("row", { name: new RegExp(`Event ${second}$`) })).toHaveCount(0);
	await newer.click();
	await expect(grid.getByRole("row", { name: new RegExp(`Event ${second}$`) })).toBeVisible();

	// Where the machine is busy there may be gaps, too.
	await page.getByRole("button", { name: /^Watchdogs/ }).click();
	await page.getByRole("button", { name: /^Gaps/ }).click();
	await expect(watchdogs).toHaveCount(0);
	await grid.focus();
	await page.keyboard.press("End");
	await page.keyboard.press("ArrowUp");
	await expect(one).toHaveAttribute("aria-selected", "true");
	await page.keyboard.press("Enter");
	const time = (await one.getByRole("gridcell").first().textContent()) ?? "";
	await expect(page.getByRole("contentinfo")).toContainText(`Blue ${time}`);

	await page.getByRole("button", { name: "Copy what is listed as CSV" }).click();
	await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
	const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\r\n");
	expect(lines[0]).toBe("time_us,kind,channel,name,event,to_us,length_us,reports_lost,cause");
	expect(lines.filter((line) => line.endsWith(`,event,,,${first},,,,`))).toHaveLength(1);
	expect(lines.some((line) => line.includes(",watchdog,"))).toBe(false);
});
