import { expect, test } from "vitest";
import { deviceKinds } from "./deviceKinds.ts";
import { FakeWorld, type RecordedEdge } from "./FakeWorld.ts";
import { Random } from "./Random.ts";
import type { WiredDevice } from "./WiredDevice.ts";

function attach(kindName: string, options: Record<string, unknown> = {}) {
	const kind = deviceKinds.find((candidate) => candidate.kind === kindName);
	if (!kind) throw new Error(`no kind ${kindName}`);
	const gpios = Object.fromEntries(Object.keys(kind.pins).map((pin, i) => [pin, i + 2]));
	const device = kind.create({ name: kindName, gpios, options, random: new Random(1) });
	const world = new FakeWorld();
	device.attach(world);
	return { device, world };
}

/** Does what a "press" control does. */
function press(device: WiredDevice, name: string): void {
	const control = device.controls[name];
	if (control?.kind !== "press") throw new Error(`${device.name} has no press control ${name}`);
	control.run();
}

const changesOf = ({ edges }: FakeWorld, gpio: number): RecordedEdge[] =>
	edges.filter((edge) => edge.gpio === gpio);

/** What does something by itself, without a Pi. */
const alive = "blinker button dht22 fan i2cSensor irRemote noisyLine rotaryEncoder uartTalker w1Reader".split(
	" ",
);

test.each(alive)("%s lives as long as it is attached", (kind) => {
	const { device, world } = attach(kind);
	if (kind === "fan") world.drive(2, 1);
	world.runTo(20e6);
	expect(world.edges.length).toBeGreaterThan(10);
	device.detach();
	expect(device.controls).toEqual({});
});

test.each(deviceKinds)("$kind says what it is", ({ summary, options, pins }) => {
	expect(summary).toMatch(/^[A-Z].*\.$/);
	for (const { text } of Object.values(pins)) expect(text).not.toBe("");
	for (const [name, option] of Object.entries(options.shape)) {
		expect(option.description, name).toMatch(/\.$/);
	}
});

test("a button pressed by hand goes low, bounces, and comes back", () => {
	const { device, world } = attach("button", { everySeconds: 0, holdMillis: 100 });
	world.runTo(1e6);
	expect(world.level(2)).toBe(1);
	press(device, "press");
	world.runTo(1.05e6);
	expect(world.level(2)).toBe(0);
	world.runTo(2e6);
	expect(world.level(2)).toBe(1);
	const edges = changesOf(world, 2);
	expect(edges.length).toBeGreaterThan(6);
	expect(edges.length % 2).toBe(1);
});

test("without a resistor an open button leaves the line to the GPIO's pull", () => {
	const { device, world } = attach("button", { everySeconds: 0, pullUp: false });
	expect(world.drives.has(2)).toBe(false);
	press(device, "press");
	world.runTo(50_000);
	expect(world.drives.get(2)).toBe(0);
	world.runTo(1e6);
	expect(world.drives.has(2)).toBe(false);
});

test("turning the encoder by hand makes four steps a detent in the right order", () => {
	const { device, world } = attach("rotaryEncoder", { everySeconds: 0 });
	press(device, "clockwise");
	world.runTo(1e6);
	press(device, "counterClockwise");
	world.runTo(2e6);
	const order = world.edges.slice(2).map(({ gpio, level }) => `${gpio === 2 ? "A" : "B"}${level}`);
	expect(order).toEqual(["A0", "B0", "A1", "B1", "B0", "A0", "B1", "A1"]);
});

test("a fan's tacho follows the duty cycle on its control pin", () => {
	const { world } = attach("fan", { fullSpeed: 2400 });
	const drive = (until: number, duty: number) => {
		for (let time = world.now(); time < until; time += 1250) {
			world.drive(2, duty > 0 ? 1 : 0);
			world.runTo(time + 1250 * duty);
			world.drive(2, 0);
			world.runTo(time + 1250);
		}
	};
	const revolutionsPerMinute = (from: number) =>
		(changesOf(world, 3).filter(({ time }) => time > from).length / 4) * 60;
	drive(8e6, 0.5);
	expect(revolutionsPerMinute(7e6) / 1200).toBeCloseTo(1, 1);
	drive(16e6, 0.25);
	expect(revolutionsPerMinute(15e6) / 600).toBeCloseTo(1, 1);
	drive(24e6, 0);
	expect(revolutionsPerMinute(23e6)).toBe(0);
});

test("a range finder answers trigger pulses that are long enough", () => {
	const { world } = attach("hcSr04", { centimetres: 100, swing: 0 });
	const pulse = (time: number, length: number) => {
		world.runTo(time);
		world.drive(2, 1);
		world.runTo(time + length);
		world.drive(2, 0);
	};
	pulse(1000, 2);
	pulse(50_000, 10);
	// While it measures it takes no further one.
	pulse(52_000, 10);
	world.runTo(100_000);
	const [rise, fall, ...more] = changesOf(world, 3).map(({ time }) => time);
	expect((rise ?? 0) - 50_010).toBeCloseTo(460, -2);
	expect(((fall ?? 0) - (rise ?? 0)) / 58.3).toBeCloseTo(100, -1);
	expect(more).toEqual([]);
});

test("a program gives its commands at the start, in order", () => {
	const { world } = attach("program", { commands: "pfs 18 800 p 18 64" });
	world.runTo(1e6);
	expect(world.commands).toEqual([
		{ name: "setPwmFrequency", args: { gpio: 18, frequency: 800 } },
		{ name: "setPwm", args: { gpio: 18, dutyCycle: 64 } },
	]);
	const commands = deviceKinds.find(({ kind }) => kind === "program")?.options;
	expect(commands?.safeParse({ commands: "p 18 fast" }).error?.issues[0]?.message).toMatch(/at character 6/);
});

test("a servo is turned to and fro until someone else sets it", () => {
	const { world } = attach("servoSweep", { from: 1000, to: 2000, periodSeconds: 2, stepMillis: 100 });
	let width = 0;
	world.answer = (call) => {
		if (call.name === "setServo") width = call.args.pulseWidth;
		return call.name === "getServoPulseWidth" ? width : 0;
	};
	world.runTo(4e6);
	const widths = world.commands.flatMap((call) => (call.name === "setServo" ? [call.args.pulseWidth] : []));
	expect(widths).toHaveLength(41);
	expect([Math.min(...widths), Math.max(...widths)]).toEqual([1000, 2000]);
	width = 1234;
	world.runTo(8e6);
	expect(width).toBe(1234);
	expect(world.logged).toEqual(["leaves GPIO 2 alone, as someone else uses it"]);
});
