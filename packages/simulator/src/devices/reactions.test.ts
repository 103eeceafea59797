import { expect, test } from "vitest";
import { controlOf, press } from "./testing/controlOf.ts";
import { TestI2c } from "./testing/TestI2c.ts";
import { TestPi } from "./testing/TestPi.ts";
import { necWaveform } from "./waveforms/nec.ts";

test("a held button stays down through presses and comes up once it is let go", async () => {
	const pi = await TestPi.start();
	const button = pi.attach("button", { contact: 17 }, { everySeconds: 0 });
	const level = () => pi.simulator.board.read(17);
	controlOf(button, "hold", "switch").set(true);
	pi.pass(20_000);
	press(button, "press");
	pi.pass(3e6);
	expect(level()).toBe(0);
	controlOf(button, "hold", "switch").set(false);
	pi.pass(20_000);
	expect(level()).toBe(1);
	press(button, "press");
	pi.pass(20_000);
	expect(level()).toBe(0);
	// Held while pressed: the press does not end.
	controlOf(button, "hold", "switch").set(true);
	pi.pass(2e6);
	expect(level()).toBe(0);
	controlOf(button, "hold", "switch").set(false);
	pi.pass(20_000);
	expect([level(), controlOf(button, "presses", "reading").get()]).toEqual([1, 2]);
});

test("an encoder turned by n makes 4n steps, and says where it stands", async () => {
	const pi = await TestPi.start();
	const encoder = pi.attach("rotaryEncoder", { a: 5, b: 6 }, { everySeconds: 0 });
	pi.record(5, 6);
	controlOf(encoder, "turn", "number").set(-7);
	pi.pass(2e6);
	expect(pi.edges).toHaveLength(28);
	expect(pi.edges.slice(0, 4).map(({ gpio, level }) => [gpio, level])).toEqual([
		[6, 0],
		[5, 0],
		[6, 1],
		[5, 1],
	]);
	expect(controlOf(encoder, "position", "reading").get()).toBe(-7);
});

test("an encoder turned by hand goes on by itself afterwards", async () => {
	const pi = await TestPi.start();
	const encoder = pi.attach("rotaryEncoder", { a: 5, b: 6 }, { everySeconds: 0.2, detents: 4 });
	controlOf(encoder, "turn", "number").set(0);
	// Hands are on it all the time, and then no more.
	for (let round = 0; round < 20; round++) {
		controlOf(encoder, "turn", "number").set(round % 2 === 0 ? 30 : -30);
		pi.pass(200_000);
	}
	pi.pass(3e6);
	pi.record(5, 6);
	pi.pass(5e6);
	expect(pi.edges.length).toBeGreaterThan(100);
});

test.each([3000, 9000, 14_000, 22_000])(
	"turned anew after %i us an encoder still rests in a detent",
	async (time) => {
		const pi = await TestPi.start();
		const encoder = pi.attach("rotaryEncoder", { a: 5, b: 6 }, { everySeconds: 0 });
		const turn = controlOf(encoder, "turn", "number");
		turn.set(5);
		pi.pass(time);
		turn.set(-2);
		pi.pass(3e6);
		const position = Number(controlOf(encoder, "position", "reading").get());
		expect(Number.isInteger(position)).toBe(true);
		expect(position).toBeLessThan(3);
		expect([pi.simulator.board.read(5), pi.simulator.board.read(6)]).toEqual([1, 1]);
		turn.set(1);
		pi.pass(5000);
		turn.set(0);
		pi.pass(3e6);
		expect([pi.simulator.board.read(5), pi.simulator.board.read(6)]).toEqual([1, 1]);
	},
);

test("a talker that cannot keep up leaves lines out", async () => {
	const pi = await TestPi.start();
	const talker = pi.attach(
		"uartTalker",
		{ data: 23 },
		{ baud: 300, everySeconds: 0.01, lines: ["0123456789"] },
	);
	pi.pass(20e6);
	controlOf(talker, "talking", "switch").set(false);
	pi.pass(1e6);
	pi.record(23);
	pi.pass(5e6);
	expect(pi.edges).toEqual([]);
});

test("a chosen key of the remote is the one that is sent", async () => {
	const pi = await TestPi.start();
	const remote = pi.attach("irRemote", { data: 22 }, { everySeconds: 0, keys: [3, 9], maximumRepeats: 0 });
	pi.pass(1000);
	pi.record(22);
	controlOf(remote, "key", "choice").set("0x09");
	press(remote, "press");
	pi.pass(200_000);
	const exact = necWaveform(4, 9).edges.slice(1);
	expect(pi.edges).toHaveLength(exact.length);
	for (const [index, { time }] of pi.edges.entries()) {
		const begin = pi.edges[0]?.time ?? 0;
		expect(Math.abs((time - begin) / ((exact[index]?.time ?? 0) || 1) - (index === 0 ? 0 : 1))).toBeLessThan(
			0.02,
		);
	}
});

test("a range finder shows the distance that is set, and a long echo for nothing", async () => {
	const pi = await TestPi.start();
	const finder = pi.attach("hcSr04", { trigger: 23, echo: 24 }, { swing: 30 });
	pi.call("setMode", { gpio: 23, mode: 1 });
	const measure = () => {
		pi.edges.length = 0;
		pi.call("trigger", { gpio: 23, length: 10, level: 1 });
		pi.pass(60_000);
		const [rise, fall] = pi.edgesOf(24);
		return (fall?.time ?? 0) - (rise?.time ?? 0);
	};
	pi.record(24);
	controlOf(finder, "distance", "number").set(123.4);
	expect(Math.abs(measure() / 58.3 / 123.4 - 1)).toBeLessThan(0.011);
	pi.pass(3e6);
	expect(Math.abs(measure() / 58.3 / 123.4 - 1)).toBeLessThan(0.011);
	controlOf(finder, "nothing", "switch").set(true);
	expect(measure()).toBeGreaterThan(37_000);
});

test("a servo goes to the angle of its pulses, no faster than it can", async () => {
	const pi = await TestPi.start();
	const servo = pi.attach("servo", { signal: 12 }, { slewMillis: 100 });
	const angle = () => Number(controlOf(servo, "angle", "reading").get());
	expect(angle()).toBe(90);
	pi.call("setServo", { gpio: 12, pulseWidth: 2500 });
	pi.pass(80_000);
	expect(angle()).toBeGreaterThan(100);
	expect(angle()).toBeLessThanOrEqual(138);
	pi.pass(200_000);
	expect(angle()).toBe(180);
	expect(controlOf(servo, "pulse", "reading").get()).toBe(2500);
	controlOf(servo, "blocked", "switch").set(true);
	pi.call("setServo", { gpio: 12, pulseWidth: 1000 });
	pi.pass(500_000);
	expect(angle()).toBe(180);
	controlOf(servo, "blocked", "switch").set(false);
	pi.pass(500_000);
	expect(angle()).toBe(45);
	// PWM at 800 Hz is no servo signal.
	pi.call("setPwm", { gpio: 12, dutyCycle: 50 });
	pi.pass(500_000);
	expect(angle()).toBe(45);
});

test.each([false, true])("an LED is as bright as its duty cycle (active low: %s)", async (activeLow) => {
	const pi = await TestPi.start();
	const led = pi.attach("led", { anode: 13 }, { activeLow });
	const brightness = () => Number(controlOf(led, "brightness", "reading").get());
	const expected = (percent: number) => (activeLow ? 100 - percent : percent);
	expect(brightness()).toBe(expected(0));
	pi.call("setPwm", { gpio: 13, dutyCycle: 64 });
	pi.pass(500_000);
	expect(Math.abs(brightness() - expected(25))).toBeLessThanOrEqual(2);
	pi.call("write", { gpio: 13, level: 1 });
	pi.pass(500_000);
	expect([brightness(), controlOf(led, "lit", "reading").get()]).toEqual([expected(100), !activeLow]);
});

test("a blocked fan stands still, and runs up again", async () => {
	const pi = await TestPi.start();
	const fan = pi.attach("fan", { control: 18, tacho: 16 });
	const speed = () => Number(controlOf(fan, "speed", "reading").get());
	pi.call("write", { gpio: 18, level: 1 });
	pi.pass(8e6);
	expect(Math.abs(speed() - 2400)).toBeLessThan(50);
	controlOf(fan, "blocked", "switch").set(true);
	pi.pass(100_000);
	pi.record(16);
	pi.pass(2e6);
	expect([speed(), pi.edges.length]).toEqual([0, 0]);
	controlOf(fan, "blocked", "switch").set(false);
	pi.pass(8e6);
	expect(Math.abs(speed() - 2400)).toBeLessThan(50);
});

test("an echo sends back what it understands, and counts what it does not", async () => {
	const pi = await TestPi.start();
	const echo = pi.attach("serialEcho", { rx: 14, tx: 15 }, { parity: "even", dataBits: 7 });
	pi.pass(5000);
	pi.call("openBitBangSerial", { gpio: 15, baud: 9600, dataBits: 8 });
	/** Sends characters of eight bits: parity is the eighth. */
	const send = (...bytes: number[]) => {
		pi.call("setMode", { gpio: 14, mode: 1 });
		pi.call("write", { gpio: 14, level: 1 });
		pi.pass(2000);
		pi.call("clearWaves", {});
		const data = Uint8Array.from(bytes);
		pi.call("addSerial", { gpio: 14, baud: 9600, dataBits: 8, halfStopBits: 2, offset: 0, data });
		pi.call("sendWaveOnce", { wave: Number(pi.call("createWave", {})) });
		pi.pass(50_000);
		return pi.bytes("readBitBangSerial", { gpio: 15, count: 100 });
	};
	// 'A' has two ones, 'C' three; the last one's parity is wrong.
	expect(send(0x41, 0xc3, 0x43)).toEqual([0x41, 0xc3]);
	expect(controlOf(echo, "received", "reading").get()).toBe(2);
	expect(controlOf(echo, "faults", "reading").get()).toBe(1);
	controlOf(echo, "say", "text").set("A");
	pi.pass(50_000);
	expect(pi.bytes("readBitBangSerial", { gpio: 15, count: 100 }).map((byte) => byte & 0x7f)).toEqual([
		0x41, 13, 10,
	]);
});

test("the Pi's own serial port gets its characters back", async () => {
	const pi = await TestPi.start();
	pi.attach("serialEcho", { rx: 14, tx: 15 }, { baud: 115_200, delayMillis: 3 });
	const handle = pi.call("openSerial", { device: "/dev/ttyAMA0", baud: 115_200, flags: 0 }) as number;
	expect(handle).toBe(0);
	pi.call("writeSerial", { handle, data: new TextEncoder().encode("Hello") });
	pi.pass(2000);
	expect(pi.call("readSerialByte", { handle })).toBeLessThan(0);
	pi.pass(10_000);
	expect(String.fromCharCode(...pi.bytes("readSerial", { handle, count: 100 }))).toBe("Hello");
});

test("a talker says what it is told, and can be silenced", async () => {
	const pi = await TestPi.start();
	const talker = pi.attach("uartTalker", { data: 23 }, { everySeconds: 0.2, lines: ["x"] });
	controlOf(talker, "talking", "switch").set(false);
	pi.pass(5000);
	pi.call("openBitBangSerial", { gpio: 23, baud: 9600, dataBits: 8 });
	pi.pass(1e6);
	controlOf(talker, "say", "text").set("ready");
	pi.pass(100_000);
	const text = String.fromCharCode(...pi.bytes("readBitBangSerial", { gpio: 23, count: 100 }));
	expect(text).toBe("ready\r\n");
});

test("a MIDI keyboard plays notes at 31250 baud", async () => {
	const pi = await TestPi.start();
	const keyboard = pi.attach("midiKeyboard", { data: 23 }, { channel: 3, everyMillis: 0 });
	pi.pass(5000);
	pi.call("openBitBangSerial", { gpio: 23, baud: 31_250, dataBits: 8 });
	controlOf(keyboard, "note", "number").set(60);
	pi.pass(200_000);
	press(keyboard, "allOff");
	pi.pass(100_000);
	const bytes = pi.bytes("readBitBangSerial", { gpio: 23, count: 100 });
	const [on, note, velocity, ...rest] = bytes;
	expect([on, note]).toEqual([0x92, 60]);
	expect(velocity).toBeGreaterThan(0);
	expect(rest).toEqual([0x82, 60, 64, 0xb2, 123, 0, 0xfe]);
});

test("an accelerometer shows how it is tilted, in the range that is set", async () => {
	const pi = await TestPi.start();
	const motion = pi.attach("mpu6050", { sda: 2, scl: 3 }, { sway: 0 });
	const bus = new TestI2c(pi, 2, 3, 400_000);
	const words = () => {
		const view = new DataView(Uint8Array.from(bus.read(0x68, 14, 0x3b) ?? []).buffer);
		return Array.from({ length: 7 }, (_, index) => view.getInt16(index * 2));
	};
	expect(bus.read(0x68, 1, 0x75)).toEqual([0x68]);
	// Asleep after power-on.
	expect(words()).toEqual([0, 0, 0, 0, 0, 0, 0]);
	bus.write(0x68, 0x6b, 0);
	controlOf(motion, "roll", "number").set(90);
	controlOf(motion, "turn", "number").set(100);
	controlOf(motion, "temperature", "number").set(36.5);
	const near = (values: number[], expected: number[], tolerance: number) => {
		for (const [index, value] of expected.entries()) {
			expect(Math.abs((values[index] ?? Number.NaN) - value), `word ${index}`).toBeLessThanOrEqual(tolerance);
		}
	};
	near(words(), [0, 16384, 0, -10, 0, 0, 13107], 80);
	controlOf(motion, "roll", "number").set(0);
	controlOf(motion, "pitch", "number").set(90);
	bus.write(0x68, 0x1b, 0x18, 0x18);
	near(words(), [-2048, 0, 0, -10, 0, 0, 1638], 40);
	bus.write(0x68, 0x75, 1);
	expect(bus.read(0x68, 1, 0x75)).toEqual([0x68]);
	bus.write(0x68, 0x6b, 0x80);
	expect(bus.read(0x68, 1, 0x6b)).toEqual([0x40]);
});
