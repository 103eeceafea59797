import { expect, test } from "vitest";
import { deviceKinds } from "./deviceKinds.ts";
import { controlOf } from "./testing/controlOf.ts";
import { TestI2c } from "./testing/TestI2c.ts";
import { TestPi } from "./testing/TestPi.ts";

const gpios = { sda: 2, scl: 3, interrupt: 17 };
const address = 0x68;

async function start(options: Record<string, unknown> = {}) {
	const pi = await TestPi.start();
	const device = pi.attach("ds3231", gpios, options);
	const bus = new TestI2c(pi, gpios.sda, gpios.scl, 400_000);
	const time = () =>
		bus
			.read(address, 7, 0)
			?.map((byte) => byte.toString(16).padStart(2, "0"))
			.join(" ");
	return { pi, device, bus, time, output: () => pi.call("read", { gpio: gpios.interrupt }) };
}

test("it shows the time in BCD and runs", async () => {
	const { pi, device, time } = await start({ time: "2026-11-20 23:59:58" });
	// Friday, with Monday as day 1.
	expect(time()).toBe("58 59 23 05 20 11 26");
	pi.pass(2e6);
	expect(time()).toBe("00 00 00 06 21 11 26");
	controlOf(device, "setTime", "text").set("2026-11-29T23:59:59");
	pi.pass(1e6);
	expect(time()).toBe("00 00 00 01 30 11 26");
	expect(controlOf(device, "time", "reading").get()).toBe("2026-11-30T00:00:00");
});

test("leap years, the century and the 12-hour form", async () => {
	const { pi, device, bus, time } = await start({ time: "2028-02-28T23:59:59" });
	pi.pass(1e6);
	expect(time()).toBe("00 00 00 02 29 02 28");
	// 31 December 2099, 11:59:59 PM, a Thursday that is called day 1.
	expect(bus.write(address, 0, 0x59, 0x59, 0x71, 0x01, 0x31, 0x12, 0x99)).toBe(true);
	expect(time()).toBe("59 59 71 01 31 12 99");
	pi.pass(1e6);
	expect(time()).toBe("00 00 52 02 01 81 00");
	controlOf(device, "setTime", "text").set("2100-01-01T12:00:00");
	expect(time()).toBe("00 00 72 02 01 81 00");
});

test("a new time begins with its second when the seconds are written", async () => {
	const { pi, bus, time } = await start();
	pi.pass(700_000);
	bus.write(address, 0, 0x30, 0x15, 0x08);
	pi.pass(990_000);
	expect(time()?.slice(0, 8)).toBe("30 15 08");
	pi.pass(20_000);
	expect(time()?.slice(0, 8)).toBe("31 15 08");
});

test("one register alone is written, the others run on", async () => {
	const { pi, bus, time } = await start({ time: "2026-05-06T07:08:09" });
	pi.pass(300_000);
	bus.write(address, 2, 0x12);
	expect(time()).toBe("09 08 12 03 06 05 26");
	pi.pass(700_000);
	expect(time()).toBe("10 08 12 03 06 05 26");
});

test("a time that carries while it is read is not torn apart", async () => {
	const { pi, device, bus } = await start({ time: "2026-01-01T00:59:59" });
	// The hour is full while the data come, after the chip has been called.
	pi.pass(1e6 - pi.now - 230);
	expect(bus.read(address, 3, 0)).toEqual([0x59, 0x59, 0x00]);
	expect(controlOf(device, "time", "reading").get()).toBe("2026-01-01T01:00:00");
});

test("registers of alarms, control and status: what can be written is, what cannot is not", async () => {
	const { bus } = await start();
	expect(bus.read(address, 2, 0x0e)).toEqual([0x1c, 0x08]);
	const alarms = [0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87];
	bus.write(address, 7, ...alarms);
	expect(bus.read(address, 7, 7)).toEqual(alarms);
	bus.write(address, 0x0e, 0x05, 0xff);
	expect(bus.read(address, 2, 0x0e)).toEqual([0x05, 0x08]);
	// After the last register comes the first.
	expect(bus.read(address, 3, 0x12)?.slice(1)).toEqual([0x00, 0x00]);
});

test("an alarm sets its flag and pulls the output low until the flag is cleared", async () => {
	const { pi, bus, output } = await start({ time: "2026-01-01T12:00:00" });
	// Alarm 1 at second 5 of each minute, alarm 2 each minute; only alarm 1 may interrupt.
	bus.write(address, 7, 0x05, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80);
	bus.write(address, 0x0e, 0x05);
	pi.pass(4.5e6);
	expect(output()).toBe(1);
	pi.pass(1e6);
	expect(output()).toBe(0);
	expect(bus.read(address, 1, 0x0f)).toEqual([0x09]);
	bus.write(address, 0x0f, 0x08);
	expect(output()).toBe(1);
	pi.pass(55e6);
	expect(bus.read(address, 1, 0x0f)).toEqual([0x0a]);
	expect(output()).toBe(1);
});

test.each([
	[24.25, [0x18, 0x40]],
	[-0.25, [0xff, 0xc0]],
	[-40, [0xd8, 0x00]],
])("%f degrees are %o", async (celsius, bytes) => {
	const { device, bus } = await start();
	controlOf(device, "temperature", "number").set(celsius);
	expect(bus.read(address, 2, 0x11)).toEqual(bytes);
});

test("the time can be set by hand, and nonsense is refused in words", async () => {
	const { device, time } = await start();
	controlOf(device, "setTime", "text").set("2031-12-24 18:00:00");
	expect(time()).toBe("00 00 18 03 24 12 31");
	expect(() => controlOf(device, "setTime", "text").set("2031-06-31 18:00:00")).toThrow(
		/is no time\. Give date/,
	);
	const { pi } = await start();
	const clock = { kind: "ds3231", name: "Clock", pins: { sda: 0, scl: 1 } };
	await pi.simulator.control.call("attach", { device: clock });
	await expect(
		pi.simulator.control.call("set", { device: "Clock", control: "setTime", value: "noon" }),
	).rejects.toMatchObject({
		code: "invalidValue",
		message: expect.stringMatching(/"noon" is no time\. Give/),
	});
	const kind = deviceKinds.find((candidate) => candidate.kind === "ds3231");
	expect(kind?.options.safeParse({ time: "noon" }).error?.issues[0]?.message).toMatch(/^Give date and time/);
	expect(kind?.options.safeParse({ time: "host" }).success).toBe(true);
});
