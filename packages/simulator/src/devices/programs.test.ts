import { expect, test } from "vitest";
import { controlOf } from "./testing/controlOf.ts";
import { TestPi } from "./testing/TestPi.ts";

const i2c = { sda: 2, scl: 3 };

test("a program reads a chip again and again, and calls a missing one, on the bus's own lines", async () => {
	const pi = await TestPi.start();
	pi.attach("lm75", i2c, { wander: 0, celsius: 25.5 });
	pi.record(2, 3);
	const reader = pi.attach("i2cReader", {}, { everyMillis: 100, missShare: 0.3 });
	pi.pass(5e6);
	const reading = (name: string) => controlOf(reader, name, "reading").get();
	expect(reading("last")).toBe("19 80");
	expect(reading("readings")).toBeGreaterThan(20);
	expect(reading("readings")).toBeLessThan(45);
	expect(reading("failures")).toBe(0);
	expect(pi.edgesOf(3).length).toBeGreaterThan(2000);
});

test("a user's program on the same bus gets its own readings, and handle 0", async () => {
	const pi = await TestPi.start();
	pi.attach("lm75", i2c, { wander: 0, celsius: 25.5 });
	pi.attach("ds3231", i2c);
	const reader = pi.attach("i2cReader", {}, { address: 0x68, count: 7, everyMillis: 1, missShare: 0 });
	pi.pass(1e6);
	const handle = pi.call("openI2c", { bus: 1, address: 0x48, flags: 0 }) as number;
	expect(handle).toBeLessThanOrEqual(1);
	for (let turn = 0; turn < 50; turn++) {
		expect(pi.bytes("readI2cRegisters", { handle, register: 0, count: 2 })).toEqual([0x19, 0x80]);
	}
	expect(pi.call("closeI2c", { handle })).toBe(0);
	expect(controlOf(reader, "failures", "reading").get()).toBe(0);
	expect(controlOf(reader, "readings", "reading").get()).toBeGreaterThan(100);
});

test("a chip that was unplugged is set up again, and read on", async () => {
	const pi = await TestPi.start();
	const motion = pi.attach("mpu6050", i2c);
	const reader = pi.attach(
		"i2cReader",
		{},
		{ address: 0x68, setUp: [0x6b, 0], register: 0x6b, count: 1, everyMillis: 10, missShare: 0 },
	);
	const last = () => controlOf(reader, "last", "reading").get();
	pi.pass(1e6);
	expect(last()).toBe("00");
	controlOf(motion, "connected", "switch").set(false);
	pi.pass(200_000);
	expect(controlOf(reader, "failures", "reading").get()).toBeGreaterThan(5);
	controlOf(motion, "connected", "switch").set(true);
	// As after a power failure: asleep.
	const handle = pi.call("openI2c", { bus: 1, address: 0x68, flags: 0 }) as number;
	pi.call("writeI2cByteData", { handle, register: 0x6b, value: 0x80 });
	pi.pass(200_000);
	expect(last()).toBe("00");
	controlOf(reader, "running", "switch").set(false);
	pi.pass(100_000);
	const readings = controlOf(reader, "readings", "reading").get();
	pi.pass(1e6);
	expect(controlOf(reader, "readings", "reading").get()).toBe(readings);
});

test("without a bus a program says so and goes on trying", async () => {
	const pi = await TestPi.start();
	const reader = pi.attach("i2cReader", {}, { everyMillis: 10, missShare: 0 });
	pi.pass(1e6);
	expect(controlOf(reader, "failures", "reading").get()).toBeGreaterThan(50);
	pi.attach("lm75", i2c);
	pi.pass(1e6);
	expect(controlOf(reader, "readings", "reading").get()).toBeGreaterThan(50);
});

test("a converter is read over SPI", async () => {
	const pi = await TestPi.start();
	pi.attach("mcp3008", { cs: 8, sclk: 11, mosi: 10, miso: 9 }, { noise: 0, volts: [1.65] });
	const reader = pi.attach("spiReader", {}, { everyMillis: 50 });
	pi.pass(2e6);
	expect(controlOf(reader, "last", "reading").get()).toMatch(/^\w\w \w2 00$/);
	expect(controlOf(reader, "readings", "reading").get()).toBeGreaterThan(30);
	expect(controlOf(reader, "failures", "reading").get()).toBe(0);
});

test("a curve is drawn on the screen, column by column", async () => {
	const pi = await TestPi.start();
	const screen = pi.attach("ssd1306", i2c);
	const plot = pi.attach("screenPlot", {}, { everyMillis: 10 });
	pi.pass(1.2e6);
	const picture = controlOf(screen, "picture", "picture");
	const pixels = picture.get();
	const heights = Array.from({ length: picture.width }, (_, x) => {
		const column = Array.from({ length: picture.height }, (_, y) => pixels[y * picture.width + x]);
		const height = column.filter((value) => value === 255).length;
		// Lit from the bottom without a gap.
		expect(column.slice(picture.height - height).every((value) => value === 255)).toBe(true);
		return height;
	});
	const drawn = Number(controlOf(plot, "readings", "reading").get());
	expect(drawn).toBeGreaterThan(50);
	expect(heights.filter((height) => height > 0)).toHaveLength(Math.min(drawn, 128));
	for (const [x, height] of heights.slice(0, Math.min(drawn, 128) - 1).entries()) {
		expect(Math.abs(height - (heights[x + 1] ?? 0))).toBeLessThanOrEqual(3);
	}
});

test("a program's commands come one after the other, and again after its pause", async () => {
	const pi = await TestPi.start();
	pi.record(21);
	const blink = pi.attach("program", {}, { commands: "w 21 1 mils 30 w 21 0", everySeconds: 0.07 });
	pi.pass(350_000);
	const times = pi.edges.map(({ time }) => Math.round(time / 1000));
	expect(times.slice(0, 5)).toEqual([0, 30, 100, 130, 200]);
	controlOf(blink, "running", "switch").set(false);
	pi.pass(100_000);
	const { length } = pi.edges;
	pi.pass(500_000);
	expect(pi.edges).toHaveLength(length);
});

test("programs begin anew when the Pi is switched off and on", async () => {
	const pi = await TestPi.start();
	pi.attach("lm75", i2c);
	const reader = pi.attach("i2cReader", {}, { everyMillis: 5, missShare: 0 });
	pi.attach("program", {}, { commands: "p 18 64" });
	pi.attach("servoSweep", { signal: 12 });
	const duty = () => pi.call("getPwmDutyCycle", { gpio: 18 });
	pi.pass(1e6);
	expect(duty()).toBe(64);
	await pi.simulator.control.call("restartDaemon", {});
	pi.pass(1e6);
	expect(duty()).toBe(64);
	const width = Number(pi.call("getServoPulseWidth", { gpio: 12 }));
	pi.pass(1e6);
	expect(Number(pi.call("getServoPulseWidth", { gpio: 12 }))).not.toBe(width);
	const before = Number(controlOf(reader, "readings", "reading").get());
	pi.pass(1e6);
	expect(Number(controlOf(reader, "readings", "reading").get())).toBeGreaterThan(before + 50);
});

test("Linux's 1-Wire driver finds thermometers and reads what they are set to", async () => {
	const pi = await TestPi.start();
	const warm = pi.attach("ds18b20", { data: 4 }, { serial: 0x1111, celsius: 20 });
	pi.attach("ds18b20", { data: 4 }, { serial: 0x2222, celsius: -7.25 });
	const driver = pi.attach("w1Reader", { data: 4 }, { everySeconds: 1 });
	const readings = () => controlOf(driver, "readings", "reading").get();
	pi.pass(2e6);
	expect(String(readings()).split("; ").sort()).toEqual([
		"28-000000001111: 20 degC",
		"28-000000002222: -7.25 degC",
	]);
	controlOf(warm, "temperature", "number").set(31.5);
	pi.pass(4e6);
	expect(readings()).toContain("28-000000001111: 31.5 degC");
	controlOf(warm, "connected", "switch").set(false);
	pi.pass(4e6);
	expect(readings()).toBe("28-000000002222: -7.25 degC");
});
