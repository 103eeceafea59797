import { expect, test } from "../fixtures/test.ts";
import { GpioscopePage } from "../pages/GpioscopePage.ts";
import { PinsPage } from "../pages/PinsPage.ts";

/** Microseconds between two samples of the simulator as tests start it. */
const samplePeriod = 5;

/** GPIOs that nothing on the default bench uses. */
const free = { first: 20, second: 21, third: 26 } as const;

test("a click on a pad changes its level in the capture and on a second page", async ({
	app,
	bridge,
	browser,
}) => {
	const other = new GpioscopePage(await browser.newPage());
	await other.open(bridge.url);
	await other.show("Pins");
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	const seen = new PinsPage(other.page);
	await pins.makeOutput(free.first, "high");
	await expect(pins.pad(free.first)).toHaveAttribute("data-level", "high");
	await expect(seen.pad(free.first)).toHaveAttribute("data-level", "high");

	const { endTime } = await app.capture();
	await pins.pad(free.first).click();
	await expect(pins.pad(free.first)).toHaveAttribute("data-level", "low");
	await expect(seen.pad(free.first)).toHaveAttribute("data-level", "low");
	const edges = await app.waitForEdges(free.first, endTime, 1);
	expect(edges.map((edge) => edge.level)).toEqual([0]);

	await pins.release(free.first);
	expect(other.errors).toEqual([]);
	await other.page.close();
});

test("PWM of a typed duty cycle is captured with exactly the pulse the page promised", async ({ app }) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.select(free.second);
	await pins.drive("PWM");
	const before = await app.capture();
	await pins.type("Duty cycle", "64");
	await expect(pins.cell(free.second)).toContainText("PWM 24.8");
	await expect(app.page.getByText("Asked 25.1")).toBeVisible();
	await expect(app.page.getByRole("img", { name: /Pulse 310.µs in every 1\.250.ms/ })).toBeVisible();

	const rises = (await app.waitForEdges(free.second, before.endTime, 64)).flatMap((edge, index, edges) => {
		const [fall, next] = edges.slice(index + 1);
		if (edge.level === 0 || fall === undefined || next === undefined) return [];
		return [{ at: edge.time, pulse: fall.time - edge.time, period: next.time - edge.time }];
	});
	expect(rises.length).toBeGreaterThan(30);
	const isOff = (time: number, promised: number): boolean => Math.abs(time - promised) > samplePeriod;
	expect(rises.filter(({ pulse, period }) => isOff(pulse, 310) || isOff(period, 1250))).toEqual([]);
	await pins.release(free.second);
});

test("a dragged slider ends at its last value, and one undo takes the whole drag back", async ({ app }) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.makeOutput(free.second, "low");
	await pins.drive("PWM");
	const slider = app.page.getByRole("slider", { name: "Duty cycle" });
	await slider.focus();
	for (let press = 0; press < 12; press++) await slider.press("ArrowRight");
	await expect(app.page.getByRole("textbox", { name: "Duty cycle" })).toHaveValue("12");
	await expect(app.page.getByRole("button", { name: "Undo GPIO 21 low → PWM" })).toBeVisible();
	await app.page.keyboard.press("Control+z");
	await expect(pins.cell(free.second)).not.toContainText("PWM");
	await pins.release(free.second);
});

test("a servo stays within safe limits until they are widened", async ({ app }) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.select(free.third);
	await pins.drive("Servo");
	await pins.type("Pulse width", "2300");
	await expect(app.page.getByText("1000 to 2000 µs")).toBeVisible();
	await app.page.keyboard.press("Escape");
	await app.page.getByRole("button", { name: "Widen limits…" }).click();
	await app.page.getByRole("button", { name: "Allow 500 to 2500 µs" }).click();
	await pins.type("Pulse width", "2300");
	await expect(pins.cell(free.third)).toContainText("Servo 2300");
	const { endTime } = await app.capture();
	const edges = await app.waitForEdges(free.third, endTime, 6);
	const rise = edges.findIndex((edge) => edge.level === 1);
	const width = (edges[rise + 1]?.time ?? 0) - (edges[rise]?.time ?? 0);
	expect(Math.abs(width - 2300)).toBeLessThanOrEqual(samplePeriod);
	await app.page.getByRole("button", { name: "Back to 1000 to 2000 µs" }).click();
	await expect(app.page.getByRole("button", { name: "Widen limits…" })).toBeVisible();
	await pins.release(free.third);
});

test("view only selects but changes nothing", async ({ app }) => {
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.pad(free.first).click();
	await expect(app.page.getByText("View only. Arm to change pins.")).toBeVisible();
	await expect(pins.cell(free.first)).toHaveAttribute("aria-selected", "true");
	await expect(app.page.getByRole("radio", { name: "Out", exact: true })).toBeDisabled();
	await expect(pins.cell(free.first)).toContainText("in");
});

test("taking the serial console asks first, and a refusal is told in words", async ({ app }) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await pins.pad(14).click();
	await expect(app.page.getByText(/GPIO 14 is the serial console \(TXD0\)/)).toBeVisible();
	await app.page.getByRole("button", { name: "Cancel" }).click();
	await pins.makeOutput(0, "low");
	await expect(pins.cell(0).getByRole("alert")).toContainText("PI_NOT_PERMITTED");
	await expect(pins.cell(0)).toContainText("ID_SD");
});

test("pins are reached, read and changed by keys alone", async ({ app }) => {
	await app.arm();
	await app.show("Pins");
	const pins = new PinsPage(app.page);
	await app.page.keyboard.press("/");
	await app.page.keyboard.type("pin 38");
	await app.page.keyboard.press("Enter");
	await app.page.keyboard.press("Escape");
	await expect(pins.cell(20)).toHaveAttribute("aria-selected", "true");
	await expect(pins.cell(20)).toHaveAccessibleName(/^Pin 38, GPIO 20, .*input/);
	await pins.cell(20).focus();
	await app.page.keyboard.press("Space");
	await app.page.getByRole("button", { name: "Output low" }).press("Enter");
	await expect(pins.cell(20)).toBeFocused();
	await expect(pins.cell(20)).toContainText("out");
	await app.page.keyboard.press("t");
	await expect(pins.pad(20)).toHaveAttribute("data-level", "high");
	await app.page.keyboard.press("ArrowUp");
	await expect(pins.cell(16)).toBeFocused();
	await pins.release(20);
});
