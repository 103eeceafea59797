import { describe, expect, onTestFinished, test } from "vitest";
import type { Control } from "../devices/Control.ts";
import type { RecordedEdge } from "../devices/FakeWorld.ts";
import { decode, sigrokMissing, valueChangeDump } from "../devices/testing/sigrok.ts";
import { VirtualClock } from "../engine/Clock.ts";
import { startSimulator } from "../startSimulator.ts";
import { namedBenches } from "./namedBenches.ts";

const lively = Object.keys(namedBenches).filter((name) => name !== "none");

async function start(bench: string) {
	const clock = new VirtualClock();
	const problems: unknown[] = [];
	const said: string[] = [];
	const simulator = await startSimulator({
		listen: false,
		bench,
		clock,
		onError: (error) => problems.push(error),
		onLog: (text) => said.push(text),
	});
	onTestFinished(() => simulator.close());
	const edges: RecordedEdge[] = [];
	for (let gpio = 0; gpio < 28; gpio++) {
		simulator.board.onLevel(gpio, (level, time) => edges.push({ time, gpio, level }));
	}
	const wait = (seconds: number) => {
		for (let step = 0; step < seconds * 100; step++) clock.advance(10_000);
	};
	const readings = (control: string) =>
		simulator.bench.devices.flatMap((device): Extract<Control, { kind: "reading" }>[] => {
			const found = device.controls[control];
			return found?.kind === "reading" ? [found] : [];
		});
	return { simulator, edges, wait, problems, said, readings };
}

test.each(lively)(
	"bench %s is lively and calm, nothing on it fails, and every GPIO has a name",
	async (name) => {
		const { simulator, edges, wait, problems, readings } = await start(name);
		wait(8);
		expect(problems).toEqual([]);
		expect(edges.length / 8).toBeGreaterThan(500);
		expect(edges.length / 8).toBeLessThan(12_000);
		const seconds = new Set(edges.map(({ time }) => Math.floor(time / 1e6)));
		expect(seconds.size).toBeGreaterThanOrEqual(8);
		for (const { get } of readings("readings")) expect(get()).not.toBe(0);
		for (const { get } of readings("failures")) expect(get()).toBe(0);
		const { devices, names } = simulator.bench;
		const used = new Set(devices.flatMap(({ gpios }) => Object.values(gpios)));
		expect(Object.keys(names).map(Number)).toEqual([...used].sort((a, b) => a - b));
		expect(Math.max(...used)).toBeLessThan(28);
		// Enough is left to play with.
		expect(28 - used.size).toBeGreaterThanOrEqual(8);
		// What a newcomer reads is not two times the same.
		expect(new Set(Object.values(names)).size).toBe(used.size);
	},
);

test("the thermometers of the sensors bench are found and read", async () => {
	const { wait, readings } = await start("sensors");
	wait(6);
	const texts = readings("readings").map(({ get }) => String(get()));
	const degrees = texts.find((text) => text.startsWith("28-"))?.match(/[-.\d]+(?= degC)/g);
	expect(degrees?.map(Number).sort((a, b) => a - b)).toEqual([-2.5, 11.625, 14.1875]);
});

const title = sigrokMissing
	? `sigrok reads the benches (skipped: ${sigrokMissing})`
	: "sigrok reads the benches";
describe.skipIf(sigrokMissing !== undefined)(title, () => {
	test.each([5, 1])(
		"the default bench's I2C bus carries whole transfers at a sample period of %i us",
		async (period) => {
			const { edges, wait } = await start("default");
			wait(3);
			const lines = { edges, names: { 2: "sda", 3: "scl" }, before: { 2: 1, 3: 1 } as const, end: 3e6 };
			const dump = valueChangeDump(lines, period);
			const words = decode(dump, period, "i2c:scl=scl:sda=sda", "i2c=addr-data").join(" ");
			const transfers = words.split("Start ").filter((text) => !text.startsWith("repeat"));
			expect(
				words.match(/Address read: 48 ACK Data read: 16 ACK Data read: [08]0 NACK Stop/g)?.length,
			).toBeGreaterThan(8);
			expect(words).toMatch(/Address read: 68 ACK (Data read: \w\w ACK ){6}Data read: \w\w NACK Stop/);
			expect(words).toMatch(/Address write: 3C ACK Data write: 40 (ACK Data write: \w\w ){8}ACK Stop/);
			expect(transfers.length).toBeGreaterThan(10);
		},
	);
});
