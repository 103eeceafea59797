import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { FakeWorld } from "../devices/FakeWorld.ts";
import type { Bench } from "./Bench.ts";
import { BenchError } from "./BenchError.ts";
import { extendBench } from "./buildBench.ts";
import { loadBench } from "./loadBench.ts";

function fileWith(content: unknown, name = "bench.json"): string {
	const folder = mkdtempSync(join(tmpdir(), "bench-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, name);
	writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
	return file;
}

/** The faults of a file, without its name: ":line:column: field: text". */
function linesOf(file: string): string[] {
	try {
		loadBench(file);
	} catch (error) {
		if (!(error instanceof BenchError)) throw error;
		return error.message.split("\n").map((line) => line.replace(file, ""));
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
	const used = [...new Set(bench.devices.flatMap(({ gpios }) => Object.values(gpios)))];
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
	expect(loadBench("none")).toMatchObject({ name: "No bench", devices: [], names: {} });
});

test.each(["bench.json", "bench.yaml"])(
	"%s is loaded, with names of its own before those of devices",
	(name) => {
		const yaml = `
name: Mine
names: { 17: Doorbell, 18: Lamp }
devices:
  - kind: button # at the door
    pins: { contact: 17 }
    options:
      everySeconds: 0
`;
		const json = {
			name: "Mine",
			names: { 17: "Doorbell", 18: "Lamp" },
			devices: [{ kind: "button", pins: { contact: 17 }, options: { everySeconds: 0 } }],
		};
		const bench = loadBench(fileWith(name === "bench.json" ? json : yaml, name));
		expect(bench.names).toEqual({ 17: "Doorbell", 18: "Lamp" });
		expect(bench.devices.map(({ name, kind }) => [name, kind])).toEqual([["button", "button"]]);
	},
);

test("every fault of a YAML file is told at once, in the order of its lines, with the remedy", () => {
	const file = fileWith(
		`name: Wrong
colour: red
devices:
  - kind: buton
    pins: {contact: 17}
  - kind: button
    name: A
    pins:
      contact: 4
      other: 5
    options:
      holdMillis: -1
      bounceMicros: quick
      colour: red
  - kind: rotaryEncoder
    name: A
    pins: {a: 4}
  - name: 5
`,
		"bench.yaml",
	);
	expect(linesOf(file)).toEqual([
		":2:1: colour: is not known here. Known: name, seed, names, devices.",
		expect.stringMatching(/^:4:5: devices\[0\]\.kind: "buton" is no kind of device\. Kinds: .*button, /),
		":10:7: devices[1].pins.other: a button has no such pin. Its pins: contact.",
		":12:7: devices[1].options.holdMillis: must be more than 0, not -1.",
		':13:7: devices[1].options.bounceMicros: must be a number, not "quick".',
		":14:7: devices[1].options.colour: is not known here. Known: everySeconds, holdMillis, bounceMicros, pullUp.",
		':16:5: devices[2].name: "A" is used twice; give each device a name of its own.',
		":17:5: devices[2].pins: b is missing (contact B); give the number of its GPIO.",
		":17:12: devices[2].pins.a: GPIO 4 is already wired to A (contact); use another one.",
		":18:5: devices[3].kind: is missing; give a string.",
		":18:5: devices[3].name: must be a string, not 5.",
	]);
});

test("a JSON file's faults have places as well", () => {
	const file = fileWith('{\n\t"devices": [\n\t\t{"kind": "button", "pins": {"contact": 77}}\n\t]\n}');
	expect(linesOf(file)).toEqual([
		":1:1: name: is missing; give a string.",
		":3:31: devices[0].pins.contact: must be at most 53, not 77.",
	]);
});

test("texts that are no bench say where", () => {
	expect(linesOf(fileWith("name: A\nnames: {99: Lamp}\ndevices: []"))).toEqual([
		":2:9: names.99: is no GPIO number, 0 to 53.",
	]);
	expect(linesOf(fileWith("{"))).toEqual([expect.stringMatching(/^:1:2: is neither JSON nor YAML: /)]);
	expect(linesOf(fileWith('{"name": "A", "name": "B"}'))).toEqual([
		":1:15: is neither JSON nor YAML: Map keys must be unique",
	]);
	expect(linesOf(fileWith("name: *nobody"))[0]).toMatch(/cannot be read as YAML: .*nobody/);
	expect(linesOf(fileWith(""))[0]).toMatch(/^:1:1: the whole: must be an object, not null/);
	expect(linesOf(fileWith("private ".repeat(100)))[0]?.length).toBeLessThan(120);
});

test("a wrong name lists the benches that ship", () => {
	expect(() => loadBench("defualt")).toThrow(
		/^defualt: cannot be read .* that ship: default, sensors, robot, serial, none/,
	);
	expect(() => loadBench("toString")).toThrow(BenchError);
});

test("a device is added to a bench under the same rules", () => {
	const bench = loadBench("default");
	const more = extendBench(bench, { kind: "blinker", name: "Lamp", pins: { data: 26 } });
	expect(more.devices.at(-1)?.gpios).toEqual({ data: 26 });
	expect(more.names[26]).toBe("Lamp");
	expect(more.names[2]).toBe("SDA");
	expect(() => extendBench(bench, { kind: "blinker", name: "Button", pins: { data: 17 } })).toThrow(
		/name: "Button" is used twice.*\n.*pins\.data: GPIO 17 is already wired to Button \(contact\)/,
	);
	expect(() => extendBench(bench, { kind: "blinker", gpio: 4 })).toThrow(
		/gpio: is not known here\. Known: kind, /,
	);
});
