import { type ControlOperation, controlOperations } from "@gpioscope/protocol";
import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import * as mini from "zod/mini";
import type { DeviceKind } from "../devices/defineDevice.ts";
import { VirtualClock } from "../engine/Clock.ts";
import { startSimulator } from "../startSimulator.ts";

vi.mock("../devices/deviceKinds.ts", async (original) => {
	const { deviceKinds } = await original<{ deviceKinds: readonly DeviceKind[] }>();
	const { defineDevice } = await import("../devices/defineDevice.ts");
	const panel = defineDevice({
		kind: "panel",
		summary: "Has a control of every kind.",
		pins: { lamp: { text: "low while off" } },
		options: z.strictObject({}),
		start({ drive, now }) {
			const pixels = new Uint8Array([255, 0]);
			let isOn = false;
			let level = 20;
			let colour = "red";
			let heard = "";
			drive("lamp", 0);
			return {
				flip: { kind: "press", label: "Flip", run: () => pixels.reverse() },
				on: {
					kind: "switch",
					label: "On",
					get: () => isOn,
					set: (value) => {
						isOn = value;
						drive("lamp", value ? 1 : 0);
					},
				},
				level: {
					kind: "number",
					label: "Level",
					unit: "%",
					min: 0,
					max: 100,
					step: 1,
					get: () => level,
					set: (value) => {
						level = value;
					},
				},
				colour: {
					kind: "choice",
					label: "Colour",
					choices: ["red", "blue"],
					get: () => colour,
					set: (value) => {
						colour = value;
					},
				},
				say: {
					kind: "text",
					label: "Say",
					set: (text) => {
						heard = text;
					},
				},
				heard: { kind: "reading", label: "Heard", unit: "", get: () => heard },
				seconds: { kind: "reading", label: "Seconds", unit: "s", get: () => Math.floor(now() / 1e6) },
				screen: { kind: "picture", label: "Screen", width: 2, height: 1, get: () => pixels },
			};
		},
	});
	return { deviceKinds: [...deviceKinds, panel] };
});

async function start(bench = "none") {
	const clock = new VirtualClock();
	const simulator = await startSimulator({ listen: false, clock, bench });
	onTestFinished(() => simulator.close());
	return { clock, simulator, control: simulator.control };
}

const panel = { kind: "panel", name: "Panel", pins: { lamp: 17 } };

test("devices are told with their GPIOs, their controls and what these are set to", async () => {
	const { control } = await start();
	await control.call("attach", { device: panel });
	const { devices } = await control.call("devices");
	expect(devices).toEqual([
		{
			name: "Panel",
			kind: "panel",
			gpios: { lamp: 17 },
			controls: [
				{ kind: "press", name: "flip", label: "Flip" },
				{ kind: "switch", name: "on", label: "On", value: false },
				{ kind: "number", name: "level", label: "Level", unit: "%", min: 0, max: 100, step: 1, value: 20 },
				{ kind: "choice", name: "colour", label: "Colour", choices: ["red", "blue"], value: "red" },
				{ kind: "text", name: "say", label: "Say" },
				{ kind: "reading", name: "heard", label: "Heard", unit: "", value: "" },
				{ kind: "reading", name: "seconds", label: "Seconds", unit: "s", value: 0 },
				{ kind: "picture", name: "screen", label: "Screen", width: 2, height: 1 },
			],
		},
	]);
});

test("controls are set, pressed, read and looked at", async () => {
	const { control, simulator } = await start();
	await control.call("attach", { device: panel });
	const on = (name: string) => ({ device: "Panel", control: name });
	expect(await control.call("set", { ...on("on"), value: true })).toEqual({ value: true });
	expect(simulator.board.read(17)).toBe(1);
	expect(await control.call("set", { ...on("level"), value: 55.5 })).toEqual({ value: 55.5 });
	expect(await control.call("get", on("level"))).toEqual({ value: 55.5 });
	await control.call("set", { ...on("say"), value: "hello" });
	expect(await control.call("get", on("heard"))).toEqual({ value: "hello" });
	const picture = { width: 2, height: 1, pixels: { hex: "ff00" } };
	expect(await control.call("picture", on("screen"))).toEqual(picture);
	await control.call("press", on("flip"));
	expect(await control.call("picture", on("screen"))).toEqual({ ...picture, pixels: { hex: "00ff" } });
});

test.each([
	["get", { device: "Nobody", control: "on" }, "unknownDevice", 'no device "Nobody"; there are: Panel.'],
	["get", { device: "Panel", control: "off" }, "unknownControl", "it has: flip, on, level,"],
	["get", { device: "Panel", control: "flip" }, "wrongControl", "of kind press and cannot be read."],
	["press", { device: "Panel", control: "on" }, "wrongControl", "of kind switch and cannot be pressed."],
	["picture", { device: "Panel", control: "on" }, "wrongControl", "cannot be looked at."],
	["set", { device: "Panel", control: "seconds", value: 1 }, "wrongControl", "cannot be set."],
	["set", { device: "Panel", control: "on", value: 1 }, "invalidValue", "must be true or false, not 1."],
	["set", { device: "Panel", control: "level", value: 101 }, "invalidValue", "must be 0 to 100 %, not 101."],
	["set", { device: "Panel", control: "colour", value: "green" }, "invalidValue", "must be one of red, blue"],
	["attach", { device: panel }, "benchFault", "GPIO 17 is already wired to Panel (lamp)"],
	["load", { bench: "nowhere" }, "benchFault", "one of the benches that ship: default"],
	["glitch", { gpio: 54, level: 0, micros: 1 }, "malformed", "gpio: more than 53."],
	["shout", {}, "unknownOperation", 'no operation "shout"'],
])("%s %j is refused as %s", async (op, params, code, message) => {
	const { control } = await start();
	await control.call("attach", { device: panel });
	const outcome = await control.open(() => {}).perform({ op, ...params });
	expect(outcome).toEqual({
		error: { code, message: expect.stringContaining(message), remedy: expect.stringMatching(/\.$/) },
	});
});

test("a device comes and goes, and another bench takes its place", async () => {
	const { control, simulator } = await start("default");
	await control.call("attach", { device: { kind: "dht22", name: "Lamp", pins: { data: 26 } } });
	expect(simulator.bench.names[26]).toBe("Lamp");
	expect(simulator.board.read(26)).toBe(1);
	await control.call("detach", { device: "Lamp" });
	expect(simulator.bench.names[26]).toBeUndefined();
	expect(simulator.board.read(26)).toBe(0);
	expect(simulator.board.read(17)).toBe(1);
	expect(await control.call("load", { bench: "none" })).toEqual({ name: "No bench", devices: [] });
	expect(simulator.board.read(17)).toBe(0);
});

test("a glitch is as long as it is to be, whatever the device does", async () => {
	const { clock, control, simulator } = await start();
	await control.call("attach", { device: panel });
	const seen: [level: number, time: number][] = [];
	simulator.board.onLevel(17, (level, time) => seen.push([level, time]));
	clock.advance(100);
	await control.call("glitch", { gpio: 17, level: 1, micros: 40 });
	clock.advance(1000);
	await control.call("drive", { gpio: 17, level: 1 });
	await control.call("glitch", { gpio: 17, level: 0, micros: 10 });
	clock.advance(100);
	await control.call("release", { gpio: 17 });
	expect(seen).toEqual([
		[1, 100],
		[0, 140],
		[1, 1100],
		[0, 1100],
		[1, 1110],
		[0, 1200],
	]);
});

test("of glitches that overlap the last wins, and none is left behind, also by a restart", async () => {
	const { clock, control, simulator } = await start();
	await control.call("glitch", { gpio: 17, level: 1, micros: 100 });
	clock.advance(50);
	await control.call("glitch", { gpio: 17, level: 1, micros: 200 });
	clock.advance(199);
	expect(simulator.board.read(17)).toBe(1);
	clock.advance(1);
	expect(simulator.board.read(17)).toBe(0);
	await control.call("glitch", { gpio: 17, level: 1, micros: 100 });
	await control.call("restartDaemon");
	expect(simulator.board.read(17)).toBe(0);
});

test("subscribers are told what changed, ten times a second at most", async () => {
	const { clock, control } = await start();
	await control.call("attach", { device: panel });
	const events: unknown[] = [];
	const session = control.open((event) => events.push(event));
	await session.perform({ op: "subscribe" });
	for (let turn = 0; turn < 200; turn++) clock.advance(10_000);
	expect(events).toEqual(
		[1, 2].map((value) => ({
			event: "values",
			values: [{ device: "Panel", control: "seconds", value }],
		})),
	);
	events.splice(0);
	for (let turn = 0; turn < 100; turn++) {
		await control.call("set", { device: "Panel", control: "level", value: turn });
		if (turn === 50) await control.call("press", { device: "Panel", control: "flip" });
		clock.advance(5000);
	}
	expect(events.length).toBeLessThanOrEqual(6);
	expect(events.length).toBeGreaterThanOrEqual(4);
	expect(events).toContainEqual({
		event: "values",
		values: [
			{ device: "Panel", control: "level", value: expect.any(Number) },
			{ device: "Panel", control: "screen" },
		],
	});
	events.splice(0);
	await control.call("detach", { device: "Panel" });
	clock.advance(100_000);
	expect(events).toEqual([{ event: "bench", bench: { name: "No bench", devices: [] } }]);
	await session.perform({ op: "unsubscribe" });
	await control.call("attach", { device: panel });
	clock.advance(1_000_000);
	expect(events).toHaveLength(1);
});

test("virtual time is advanced, real time is not", async () => {
	const { control } = await start();
	expect(await control.call("advance", { micros: 5000 })).toEqual({ tick: 5000, micros: 5000 });
	expect(await control.call("time")).toEqual({ tick: 5000, micros: 5000, isVirtual: true, rate: 0 });
	const real = await startSimulator({ listen: false });
	onTestFinished(() => real.close());
	expect(await real.control.call("time")).toMatchObject({ isVirtual: false, rate: 1 });
	await expect(real.control.call("advance", { micros: 1 })).rejects.toMatchObject({ code: "clockIsReal" });
});

const names = Object.keys(controlOperations) as ControlOperation[];
/** What fits the bench of the next test where the examples speak of other devices. */
const fitting: Partial<Record<ControlOperation, object>> = {
	get: { device: "Panel", control: "level" },
	set: { device: "Panel", control: "level", value: 3 },
	picture: { device: "Panel", control: "screen" },
	detach: { device: "Panel" },
	delayReplies: { millis: 1 },
	dropConnection: { how: "end" },
	restartDaemon: {},
};

test.each(names)("the examples and the answer of %s are of the form the table gives", async (op) => {
	const { params, result, example } = controlOperations[op];
	mini.parse(mini.strictObject(params), example.params);
	mini.parse(result, example.result);
	const simulator = await startSimulator({
		port: 0,
		host: "127.0.0.1",
		clock: new VirtualClock(),
		bench: "default",
	});
	onTestFinished(() => simulator.close());
	await simulator.control.call("attach", { device: { ...panel, pins: { lamp: 25 } } });
	const request = { op, ...(fitting[op] ?? example.params) };
	const outcome = await simulator.control.open(() => {}).perform(request);
	expect(outcome).toEqual({ result: expect.anything() });
	mini.parse(result, "result" in outcome ? outcome.result : undefined);
});
