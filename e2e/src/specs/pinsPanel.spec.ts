import { expect, test } from "../fixtures/test.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";
import { PinsPage } from "../pages/PinsPage.ts";

/** GPIOs without a device; each test leaves them as inputs. */
const free = { first: 20, second: 21, third: 26 } as const;
/** One with hardware PWM whose device, a servo, only listens. */
const PWM_GPIO = 12;

test("mode, pull, pulse, frequency, range and what is watched are set in the inspector", async ({ app }) => {
	const { page } = app;
	const gpio = free.second;
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(page);
	await pins.select(gpio);
	const mode = page.getByRole("radiogroup", { name: "Mode" });
	await page.getByRole("radiogroup", { name: "Pull" }).getByRole("radio", { name: "Up" }).click();
	await expect(pins.cell(gpio)).toContainText("pull-up");
	await expect(pins.pad(gpio)).toHaveAttribute("data-level", "high");
	await page.getByRole("radiogroup", { name: "Pull" }).getByRole("radio", { name: "Down" }).click();
	await expect(page.getByText(/^set here at/)).toBeVisible();
	await mode.getByRole("radio", { name: "Other…" }).click();
	await page.getByRole("menuitem", { name: /^ALT0 PCM_DOUT/ }).click();
	await expect(mode.getByRole("radio", { name: "PCM_DOUT" })).toBeChecked();
	await mode.getByRole("radio", { name: "Out", exact: true }).click();
	await expect(pins.cell(gpio)).toContainText("out");

	await pins.drive("Pulse");
	await pins.type("Pulse length", "101");
	await expect(page.getByText("1 to 100 µs")).toBeVisible();
	await pins.type("Pulse length", "50");
	const { endTime } = await app.capture();
	await page.getByRole("button", { name: "Send 50 µs" }).click();
	const [rise, fall] = await app.waitForEdges(gpio, endTime, 2);
	expect(rise?.level).toBe(1);
	expect(Math.abs((fall?.time ?? 0) - (rise?.time ?? 0) - 50)).toBeLessThanOrEqual(30);

	await pins.drive("PWM");
	await pins.type("Frequency", "1 kHz");
	await expect(page.getByRole("textbox", { name: "Frequency", exact: true })).toHaveValue("1000");
	await pins.type("Range", "24");
	await expect(page.getByText("25 to 40000 steps")).toBeVisible();
	await pins.type("Range", "100");
	await pins.type("Duty cycle", "25");
	await expect(pins.cell(gpio)).toContainText("PWM 25.0");
	await expect(page.getByRole("img", { name: /Pulse 250.µs in every 1\.000.ms/ })).toBeVisible();

	await pins.type("Watchdog", "60001");
	await expect(page.getByText("Off, or up to 60000 ms")).toBeVisible();
	await page.keyboard.press("Escape");
	await pins.type("Watchdog", "60000");
	await pins.type("Noise filter, quiet", "30");
	await pins.type("Noise filter, reporting", "900");
	await pins.type("Glitch filter, steady", "15");
	await expect(page.getByRole("textbox", { name: "Glitch filter, steady" })).toHaveValue("15");
	await page.reload();
	await app.waitUntilLive();
	await pins.select(gpio);
	await expect(page.getByRole("textbox", { name: "Glitch filter, steady" })).toHaveValue("15");
	await expect(page.getByRole("textbox", { name: "Noise filter, reporting" })).toHaveValue("900");
	await expect(page.getByRole("textbox", { name: "Watchdog" })).toHaveValue("60000");
	await pins.type("Watchdog", "off");
	await pins.type("Noise filter, quiet", "off");
	await pins.type("Glitch filter, steady", "off");
	await page.getByRole("button", { name: "Release pin" }).click();
	// The page was loaded anew: the PWM is that of a session that is gone.
	await page.getByRole("button", { name: `Take GPIO ${gpio}` }).click();
	await expect(mode.getByRole("radio", { name: "In", exact: true })).toBeChecked();
});

test("hardware PWM and a clock are started, told and stopped", async ({ app }) => {
	const { page } = app;
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(page);
	await pins.select(PWM_GPIO);
	await pins.drive("HW");
	await pins.type("Hardware PWM duty", "101");
	await expect(page.getByText("0 to 100 %")).toBeVisible();
	await pins.type("Hardware PWM duty", "12.5");
	const taking = page.getByRole("button", { name: `Take GPIO ${PWM_GPIO}` });
	await taking.click();
	await expect(pins.cell(PWM_GPIO)).toContainText("HW PWM 25 kHz");
	await expect(page.getByText(/Runs at 25.kHz with 10000 steps of duty/)).toBeVisible();
	await expect(page.getByRole("textbox", { name: "Hardware PWM duty" })).toHaveValue("12.5");
	await page.getByRole("button", { name: "Stop", exact: true }).click();
	await expect(pins.cell(PWM_GPIO)).not.toContainText("HW PWM");
	await app.page.getByRole("button", { name: "Release all" }).click();

	await pins.select(free.first);
	await pins.drive("HW");
	await pins.type("Frequency of clock 0", "1 kHz");
	await expect(page.getByText("4689 to 250000000 Hz")).toBeVisible();
	await pins.type("Frequency of clock 0", "5 kHz");
	await expect(pins.cell(free.first)).toContainText("Clock 5");
	await pins.release(free.first);
});

test("banks change outputs together and can be undone; pads have a strength", async ({ app }) => {
	const { page } = app;
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(page);
	for (const gpio of [free.first, free.third]) await pins.makeOutput(gpio, "low");
	await page.getByRole("radio", { name: "Banks" }).click();
	const bank = page.getByRole("region", { name: "Bank 1, GPIO 0 to 31" });
	for (const gpio of [free.first, free.third])
		await bank.getByRole("button", { name: `GPIO ${gpio}, low` }).click();
	await bank.getByRole("button", { name: "Set 2 high" }).click();
	for (const gpio of [free.first, free.third])
		await expect(bank.getByRole("button", { name: `GPIO ${gpio}, high` })).toBeVisible();
	await page.getByRole("button", { name: "Undo 2 pins high" }).click();
	for (const gpio of [free.first, free.third])
		await expect(bank.getByRole("button", { name: `GPIO ${gpio}, low` })).toBeVisible();
	await bank.getByRole("button", { name: "Set 2 high" }).click();
	await bank.getByRole("button", { name: "Set 2 low" }).click();
	await expect(bank.getByRole("button", { name: `GPIO ${free.third}, low` })).toBeVisible();

	// The second bank's levels come by a question of their own; what pigpiod does not permit is told in its words.
	const second = page.getByRole("region", { name: "Bank 2, GPIO 32 to 53" });
	await second.getByRole("button", { name: /^GPIO 48, (high|low)$/ }).click();
	for (const change of ["Set 1 low", "Set 1 high"]) {
		await second.getByRole("button", { name: change }).click();
		await expect(second.getByRole("alert")).toContainText("PI_SOME_PERMITTED");
	}

	const pads = page.getByRole("radiogroup", { name: "Strength of GPIO 28 to 45" });
	await expect(pads.getByRole("radio", { name: "8", exact: true })).toBeChecked();
	await pads.getByRole("radio", { name: "12", exact: true }).click();
	await expect(pads.getByRole("radio", { name: "12", exact: true })).toBeChecked();
	await pads.getByRole("radio", { name: "8", exact: true }).click();
	await expect(pads.getByRole("radio", { name: "8", exact: true })).toBeChecked();
	await expect(page.getByLabel(/^Same in code/).last()).toContainText("pads 1 8");

	// Those that the board uses itself are in the list, and what pigpiod does not permit is told in its words.
	await page.getByRole("radio", { name: "By GPIO" }).click();
	await page.getByRole("button", { name: "Inside the board: 26 GPIOs" }).click();
	await pins.select(47);
	await page
		.getByRole("radiogroup", { name: "Mode" })
		.getByRole("radio", { name: "Out", exact: true })
		.click();
	await expect(page.getByText(/^GPIO 47 is wired inside the board/)).toBeVisible();
	await page.getByRole("button", { name: "Take GPIO 47" }).click();
	await expect(pins.cell(47).getByRole("alert")).toContainText("PI_NOT_PERMITTED");
	await page.getByRole("radio", { name: "Header" }).click();
	for (const gpio of [free.first, free.third]) await pins.release(gpio);
});

test("a lock holds on every page, a release leaves it alone, and changes are announced", async ({
	app,
	bridge,
	browser,
}) => {
	const { page } = app;
	const gpio = free.third;
	const other = new GpioscopePage(await browser.newPage());
	await other.open(bridge.url);
	await other.arm();
	await other.show("Pins");
	await app.arm();
	await app.show("Pins");
	const [pins, seen] = [new PinsPage(page), new PinsPage(other.page)];
	await pins.makeOutput(gpio, "low");
	await page.getByRole("button", { name: "Announce changes of this pin to screen readers" }).click();

	// The other page asks before it changes somebody's output.
	await seen.pad(gpio).click();
	await expect(other.page.getByText(/GPIO 26 is an output of session \w+, which may count on/)).toBeVisible();
	await other.page.getByRole("button", { name: "Take GPIO 26" }).click();
	await expect(page.locator("[data-announcer]")).toHaveText("GPIO 26, high.");
	await expect(page.getByText(/^session \w+$/).first()).toBeVisible();

	await page.getByRole("button", { name: "Lock this pin: no page changes it" }).click();
	await expect(seen.cell(gpio)).toHaveAccessibleName(/locked/);
	await seen.pad(gpio).click();
	await expect(seen.cell(gpio).getByRole("alert")).toContainText("GPIO 26 is locked");
	await expect(other.call("write", { gpio, level: 0 })).rejects.toThrow("GPIO 26 is locked");
	await other.page.getByRole("radio", { name: "Banks" }).click();
	const bank = other.page.getByRole("region", { name: "Bank 1, GPIO 0 to 31" });
	await bank.getByRole("button", { name: "GPIO 26, high, locked" }).click();
	await bank.getByRole("button", { name: "Set 1 low" }).click();
	await expect(bank.getByRole("alert")).toHaveText("GPIO 26 is locked. Unlock it, or pick it no more.");
	await page.getByRole("button", { name: "Release all" }).click();
	await expect(page.getByText("GPIO 26 is locked and stays as it is.")).toBeVisible();
	await expect(pins.pad(gpio)).toHaveAttribute("data-level", "high");

	await page.getByRole("button", { name: "Unlock this pin" }).click();
	await expect(bank.getByRole("button", { name: "GPIO 26, high", exact: true })).toBeVisible();
	await page.getByRole("button", { name: "Announce no changes of this pin" }).click();
	await other.page.close();
	await pins.release(gpio);
});

test("a moment's change lasts as long as a key is held", async ({ app }) => {
	const { page } = app;
	const gpio = free.second;
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(page);
	await pins.makeOutput(gpio, "low");
	await page.getByRole("button", { name: "Hold to invert" }).focus();
	await page.keyboard.down("Space");
	await expect(pins.pad(gpio)).toHaveAttribute("data-level", "high");
	await page.keyboard.up("Space");
	await expect(pins.pad(gpio)).toHaveAttribute("data-level", "low");
	await pins.release(gpio);
});
