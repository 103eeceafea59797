import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { FakeWorld } from "../devices/FakeWorld.ts";
import type { Bench } from "./Bench.ts";
import { BenchError } from "./BenchError.ts";
import { loadBench } from "./loadBench.ts";

function fileWith(content: unknown): string {
	const folder = mkdtempSync(join(tmpdir(), "bench-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, "bench.json");
	writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
	return file;
}

function linesOf(file: string): string[] {
	try {
		loadBench(file);
	} catch (error) {
		if (!(error instanceof BenchError)) throw error;
		return error.message.split("\n").map((line) => line.replace(`${file}: `, ""));
	}
	return [];
}

function live(bench: Bench, seconds: number): FakeWorld {
	const world = new FakeWorld();
	for (const device of bench.devices) device.attach(world);
	world.runTo(seconds * 1e6);
	return world;
}

test("the default bench names every GPIO it uses and is lively without load", () => {
	const bench = loadBench("default");
	const used = bench.devices.flatMap(({ gpios }) => Object.values(gpios));
	expect(
		Object.keys(bench.names)
			.map(Number)
			.sort((a, b) => a - b),
	).toEqual(used.sort((a, b) => a - b));
	expect(bench.names[5]).toBe("Encoder A");
	expect(bench.names[17]).toBe("Button");
	const { edges } = live(bench, 20);
	expect(edges.length / 20).toBeGreaterThan(500);
	expect(edges.length / 20).toBeLessThan(6000);
	// Something moves in every second.
	const busy = new Set(edges.map(({ time }) => Math.floor(time / 1e6)));
	expect(busy.size).toBeGreaterThanOrEqual(20);
});

test("the same seed lives the same life", () => {
	expect(live(loadBench("default"), 5).edges).toEqual(live(loadBench("default"), 5).edges);
});

test("none is a bench without devices", () => {
	expect(loadBench("none")).toEqual({ name: "No bench", devices: [], names: {} });
});

test("a file is loaded, with names of its own before those of devices", () => {
	const bench = loadBench(
		fileWith({
			name: "Mine",
			names: { 17: "Doorbell", 18: "Lamp" },
			devices: [{ kind: "button", pins: { contact: 17 }, options: { everySeconds: 0 } }],
		}),
	);
	expect(bench.names).toEqual({ 17: "Doorbell", 18: "Lamp" });
	expect(bench.devices.map(({ name, kind }) => [name, kind])).toEqual([["button", "button"]]);
});

test("every fault of a file is told at once, with its place and the remedy", () => {
	const file = fileWith({
		name: "Wrong",
		devices: [
			{ kind: "buton", pins: { contact: 17 } },
			{
				kind: "button",
				name: "A",
				pins: { contact: 4, other: 5 },
				options: { holdMillis: -1, colour: "red" },
			},
			{ kind: "rotaryEncoder", name: "A", pins: { a: 4 } },
		],
	});
	expect(linesOf(file)).toEqual([
		'devices[2].name: "A" is used twice; give each device a name of its own.',
		"devices[2].pins.a: GPIO 4 is already wired to A (contact); use another one.",
		expect.stringMatching(/^devices\[0\]\.kind: "buton" is no kind of device\. Kinds: blinker, button, /),
		"devices[1].pins.other: a button has no such pin. Its pins: contact.",
		"devices[1].options.holdMillis: Too small: expected number to be >0",
		'devices[1].options: Unrecognized key: "colour"',
		"devices[2].pins: b is missing (contact B); give the number of its GPIO.",
	]);
});

test("files that are no bench say why", () => {
	expect(linesOf(fileWith({ devices: [{ kind: "button", pins: { contact: 77 } }] }))).toEqual([
		"name: Invalid input: expected string, received undefined",
		"devices[0].pins.contact: Too big: expected number to be <=53",
	]);
	expect(linesOf(fileWith("{"))[0]).toMatch(/^is not JSON \(/);
	expect(() => loadBench("/nowhere/bench.json")).toThrow(/cannot be read .* "default" or "none"\.$/);
});
