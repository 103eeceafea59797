import { describe, expect, test } from "vitest";
import type { Control } from "./Control.ts";
import { roundTo } from "./controls.ts";
import { describeControls } from "./describeControls.ts";
import { deviceKinds } from "./deviceKinds.ts";
import { FakeWorld } from "./FakeWorld.ts";
import { Random } from "./Random.ts";
import type { WiredDevice } from "./WiredDevice.ts";

function attach(kindName: string, options?: Record<string, unknown>) {
	const kind = deviceKinds.find((candidate) => candidate.kind === kindName);
	if (!kind) throw new Error(`no kind ${kindName}`);
	const gpios = Object.fromEntries(Object.keys(kind.pins).map((pin, gpio) => [pin, gpio]));
	const device = kind.create({
		name: kindName,
		gpios,
		options: { ...kind.example, ...options },
		random: new Random(2),
	});
	const world = new FakeWorld();
	device.attach(world);
	return { device, world };
}

function ofKind<K extends Control["kind"]>(device: WiredDevice, kind: K) {
	return Object.entries(device.controls).filter(
		(entry): entry is [string, Extract<Control, { kind: K }>] => entry[1].kind === kind,
	);
}

/** What a person may hand to the text controls. */
const texts: Record<string, string> = { setTime: "2027-03-04 05:06:07", write: "01 ff" };

describe.each(deviceKinds.map(({ kind }) => kind))("the controls of a %s", (kind) => {
	test("take what they say they take, and show it", () => {
		const { device, world } = attach(kind);
		world.runTo(1e6);
		for (const [name, { min, max, step, get, set }] of ofKind(device, "number")) {
			expect(get(), name).toBeGreaterThanOrEqual(min);
			expect(get(), name).toBeLessThanOrEqual(max);
			for (const value of [min, max, roundTo(step, (min + max) / 3)]) {
				set(value);
				expect(get(), name).toBeCloseTo(value, 6);
			}
		}
		for (const [name, { get, set }] of ofKind(device, "switch")) {
			for (const value of [!get(), get()]) {
				set(value);
				expect(get(), name).toBe(value);
			}
		}
		for (const [name, { choices, get, set }] of ofKind(device, "choice")) {
			expect(choices, name).toContain(get());
			for (const choice of choices) {
				set(choice);
				expect(get(), name).toBe(choice);
			}
		}
		for (const [name, { set }] of ofKind(device, "text")) set(texts[name] ?? "hello");
		for (const [, { run }] of ofKind(device, "press")) run();
		for (const [, { width, height, get }] of ofKind(device, "picture"))
			expect(get()).toHaveLength(width * height);
		for (const [name, { get }] of ofKind(device, "reading")) expect(get(), name).toBeDefined();
		world.runTo(5e6);
		for (const { label } of Object.values(device.controls)) expect(label).toMatch(/^[A-Z]/);
		device.detach();
		expect(device.controls).toEqual({});
	});

	test("inject a glitch that is short and leaves the line as it was", () => {
		const { device, world } = attach(kind, kind === "dht22" ? { everySeconds: 0 } : {});
		for (const [, control] of ofKind(device, "press").filter(([name]) => name === "glitch")) {
			world.runTo(10_000);
			const levels = [...world.drives];
			world.edges.length = 0;
			control.run();
			expect(world.edges).toHaveLength(1);
			world.runTo(10_050);
			expect(world.edges).toHaveLength(2);
			expect((world.edges[1]?.time ?? 0) - (world.edges[0]?.time ?? 0)).toBeGreaterThan(10);
			expect([...world.drives]).toEqual(levels);
		}
		device.detach();
	});
});

test("controls are described in words", () => {
	const lm75 = deviceKinds.find(({ kind }) => kind === "lm75");
	const ssd1306 = deviceKinds.find(({ kind }) => kind === "ssd1306");
	if (lm75 === undefined || ssd1306 === undefined) throw new Error("no such kinds");
	expect(describeControls(lm75)).toContainEqual({
		name: "temperature",
		label: "Temperature",
		takes: "number, -55 to 125 degC in steps of 0.5",
	});
	expect(describeControls(ssd1306)[0]?.takes).toBe("picture, 128 x 64 pixels");
});
