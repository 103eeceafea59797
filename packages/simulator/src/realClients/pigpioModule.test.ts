import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { reasonToSkip } from "../optionalProgram.ts";
import { startSimulator } from "../startSimulator.ts";

const python = "/usr/bin/python3";
const reason = reasonToSkip(python, ["-c", "import pigpio"], "apt-get install python3-pigpio");
const title = "python3-pigpio";

type Edges = readonly (readonly [tick: number, level: number])[];

describe.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, () => {
	let seen: Record<string, unknown>;

	beforeAll(async () => {
		const simulator = await startSimulator({ port: 0, host: "127.0.0.1", bench: "none" });
		const script = fileURLToPath(new URL("pigpioModule.py", import.meta.url));
		const { stdout } = await promisify(execFile)(python, [script, String(simulator.port)], {
			timeout: 60_000,
		});
		await simulator.close();
		seen = JSON.parse(stdout);
	}, 90_000);

	test("tells version and board", () => expect(seen["facts"]).toEqual([79, 0xa02082]));
	test("sets modes and pulls", () => expect(seen["modes"]).toEqual([1, 2, 0, 1, 0]));
	test("calls back for every edge", () => expect(seen["callbacks"]).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0]));
	test("tallies triggered pulses", () => expect(seen["tally"]).toBe(5));

	test("sees PWM with exact width and period", () => {
		const [answer, edges] = seen["pwm"] as [number[], Edges];
		expect(answer).toEqual([800, 25, 100, 250]);
		expect(edges).toEqual(edges.map((_, i) => [Math.floor(i / 2) * 1250 + (i % 2) * 310, 1 - (i % 2)]));
		expect(edges).toHaveLength(100);
	});

	test("sees servo pulses with exact width and period", () => {
		const [answer, edges] = seen["servo"] as [number, Edges];
		expect(answer).toBe(1500);
		expect(edges).toEqual(
			Array.from({ length: 10 }, (_, i) => [(i >> 1) * 20_000 + (i % 2) * 1500, 1 - (i % 2)]),
		);
	});

	test("sends a wave and sees it to the sample", () => {
		const [counts, id, blocks, edges] = seen["wave"] as [number[], number, number, Edges];
		expect(counts).toEqual([40, 7000, 40, 80]);
		expect([id, blocks]).toEqual([0, 81]);
		expect(edges).toEqual(
			Array.from({ length: 40 }, (_, i) => [(i >> 1) * 350 + (i % 2) * 100, 1 - (i % 2)]),
		);
	});

	test("sends a chain with a loop and a pause", () => {
		const round = [0, 100, 200];
		const ticks = [0, 1, 2].flatMap((n) => round.map((tick) => tick + n * 2200));
		const differences = (seen["chain"] as number[]).map((tick, i) => tick - (ticks[i] ?? 0));
		expect(differences).toHaveLength(9);
		for (const difference of differences) expect(Math.abs(difference)).toBeLessThanOrEqual(100);
	});

	test("sends serial text that a receiver reads", () => {
		const edges = seen["serial"] as Edges;
		const start = edges.find(([, level]) => level === 0)?.[0] ?? 0;
		const bit = 1e6 / 9600;
		const levelAt = (time: number) => edges.findLast(([tick]) => tick - start <= time)?.[1] ?? 1;
		const codes = Array.from({ length: 5 }, (_, n) =>
			Array.from({ length: 8 }, (_, i) => levelAt((n * 10 + i + 1.5) * bit) << i).reduce(
				(sum, part) => sum + part,
			),
		);
		expect(String.fromCharCode(...codes)).toBe("Hello");
	});

	test("gets the event it waits for and no other", () => expect(seen["events"]).toEqual([5]));
	test("is told of watchdogs", () => expect(seen["watchdog"]).toEqual([2, 2, 2]));
	test("reads and sets banks", () => expect(seen["banks"]).toEqual([3, 2, 0]));
	test("sees ticks pass as time does", () => expect(seen["ticks"]).toBe(true));
	test("waits for edges", () => expect(seen["waiting"]).toEqual([true, false]));
	test("sees no glitches through a filter", () => expect(seen["glitches"]).toEqual([1]));

	test("gets the daemon's own error texts", () => {
		expect(seen["refusals"]).toEqual([
			"GPIO not 0-53",
			"no permission to update GPIO",
			"dutycycle not 0-range (default 255)",
			"pulsewidth not 0 or 500-2500",
			"non existent wave id",
			"GPIO is not in use for PWM",
		]);
	});
});
