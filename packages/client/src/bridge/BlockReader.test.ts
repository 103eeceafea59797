import type { BlockContent } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { BlockReader } from "./BlockReader.ts";

type Heard =
	| { change: number; level: number }
	| { lost: string; from: number; to: number }
	| { watchdog: number; at: number }
	| { event: number; at: number };

/** A reader of GPIO 0 and 1 that starts with both low, and what it tells. */
function reading(bits = 3) {
	const heard: Heard[] = [];
	const reader = new BlockReader({
		onChanges: (ticks, levels, count) => {
			for (let i = 0; i < count; i++) heard.push({ change: ticks[i] ?? 0, level: levels[i] ?? 0 });
		},
		onWatchdog: (watchdog, at) => heard.push({ watchdog, at }),
		onEvent: (event, at) => heard.push({ event, at }),
		onLoss: ({ cause, fromTick, toTick }) => heard.push({ lost: cause, from: fromTick, to: toTick }),
	});
	reader.bits = bits;
	reader.begin(0);
	return { reader, heard };
}

/** A block from 1000 to 2000 without anything, and then as told. */
function block(
	rest: Partial<BlockContent> & { readonly changes?: readonly (readonly [number, number])[] },
): BlockContent {
	const { changes = [], ...more } = rest;
	const baseTime = more.baseTime ?? 1000;
	return {
		target: 0,
		epoch: 1,
		number: 0,
		baseTime,
		endTime: 2000,
		firstLevel: 0,
		known: 0xffff_ffff,
		times: Uint32Array.from(changes, ([time]) => time - baseTime),
		levels: Uint32Array.from(changes, ([, level]) => level),
		count: changes.length,
		gaps: [],
		watchdogs: [],
		events: [],
		...more,
	};
}

describe("BlockReader", () => {
	it("tells changes of the wanted lines, with whole level words", () => {
		const { reader, heard } = reading(1);
		reader.read(
			block({
				changes: [
					[1100, 1],
					[1200, 3],
					[1300, 2],
				],
			}),
			0,
		);
		expect(heard).toEqual([
			{ change: 1100, level: 1 },
			{ change: 1300, level: 2 },
		]);
	});

	it("tells pigpiod's wrapping ticks", () => {
		const { reader, heard } = reading();
		const wrap = 2 ** 32;
		reader.read(
			block({
				baseTime: wrap - 5,
				endTime: wrap + 100,
				changes: [
					[wrap - 2, 1],
					[wrap + 3, 0],
				],
			}),
			0,
		);
		expect(heard).toEqual([
			{ change: wrap - 2, level: 1 },
			{ change: 3, level: 0 },
		]);
	});

	it("puts watchdogs and events between the changes by their times, wanted ones only", () => {
		const { reader, heard } = reading();
		reader.events = 1 << 5;
		reader.read(
			block({
				changes: [
					[1100, 1],
					[1300, 0],
				],
				watchdogs: [
					{ time: 1250, gpio: 1 },
					{ time: 1260, gpio: 9 },
				],
				events: [
					{ time: 1200, event: 5 },
					{ time: 1210, event: 6 },
				],
			}),
			0,
		);
		expect(heard).toEqual([
			{ change: 1100, level: 1 },
			{ event: 5, at: 1200 },
			{ watchdog: 1, at: 1250 },
			{ change: 1300, level: 0 },
		]);
	});

	it("tells what is known at the end of a gap, changed or not, and real changes after it", () => {
		const { reader, heard } = reading();
		const gaps = [{ from: 1100, to: 1500, cause: "reportsLost" } as const];
		reader.read(
			block({
				gaps,
				changes: [
					[1050, 1],
					[1500, 2],
					[1600, 3],
				],
			}),
			0,
		);
		expect(heard).toEqual([
			{ change: 1050, level: 1 },
			{ lost: "reportsLost", from: 1100, to: 1500 },
			{ change: 1500, level: 2 },
			{ change: 1600, level: 3 },
		]);
		heard.splice(0);
		reader.read(
			block({
				baseTime: 2000,
				endTime: 3000,
				firstLevel: 3,
				gaps: [{ from: 2100, to: 2500, cause: "reportsLost" }],
			}),
			0,
		);
		expect(heard).toEqual([
			{ lost: "reportsLost", from: 2100, to: 2500 },
			{ change: 2500, level: 3 },
		]);
	});

	it("takes a gap for open when it began in an earlier block", () => {
		const { reader, heard } = reading();
		reader.read(
			block({ firstLevel: 0, changes: [[1400, 1]], gaps: [{ from: 900, to: 1400, cause: "stalled" }] }),
			0,
		);
		expect(heard).toEqual([
			{ lost: "stalled", from: 900, to: 1400 },
			{ change: 1400, level: 1 },
		]);
	});

	it("tells the levels after what a slow link did not carry", () => {
		const { reader, heard } = reading();
		const gap = { from: 2000, to: 9000, cause: "viewerSlow", lost: 12 } as const;
		reader.read(block({ number: 7, baseTime: 9000, endTime: 9000, known: 0, firstLevel: 2, gaps: [gap] }), 0);
		reader.read(block({ number: 8, baseTime: 9000, endTime: 9500, firstLevel: 2, changes: [[9100, 3]] }), 0);
		expect(heard).toEqual([
			{ lost: "viewerSlow", from: 2000, to: 9000 },
			{ change: 9000, level: 2 },
			{ change: 9100, level: 3 },
		]);
	});

	it("says nothing is known while the daemon is away", () => {
		const { reader, heard } = reading();
		reader.read(block({ gaps: [{ from: 1800, to: 2000, cause: "daemonLost" }] }), 0);
		expect(heard).toEqual([{ lost: "daemonLost", from: 1800, to: 2000 }]);
		const gaps = [{ from: 2000, to: 7000, cause: "daemonLost" } as const];
		reader.read(block({ baseTime: 7000, endTime: 7100, firstLevel: 1, gaps }), 0);
		expect(heard.slice(1)).toEqual([
			{ lost: "daemonLost", from: 2000, to: 7000 },
			{ change: 7000, level: 1 },
		]);
	});

	it("leaves out gaps that ended before", () => {
		const { reader, heard } = reading();
		reader.read(block({ gaps: [{ from: 0, to: 1000, cause: "start" }] }), 1000);
		expect(heard).toEqual([]);
	});

	it("takes any number of changes in one block", () => {
		const { reader, heard } = reading();
		const changes = Array.from({ length: 1000 }, (_, i) => [1001 + i, (i + 1) & 1] as const);
		reader.read(block({ endTime: 3000, changes }), 0);
		expect(heard).toEqual(changes.map(([change, level]) => ({ change, level })));
	});
});
