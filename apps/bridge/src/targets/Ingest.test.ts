import { type BlockContent, decodeBlock, encodeReport, REPORT_BYTES, reportFlags } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { BLOCK_CHANGES, CERTAIN_MICROS, type EncodedBlock, Ingest } from "./Ingest.ts";

const WRAP = 2 ** 32;
type Row = readonly [tick: number, level: number, flags?: number];

function setup() {
	const encoded: EncodedBlock[] = [];
	const ingest = new Ingest({
		target: 0,
		firstEpoch: 100,
		probeEvent: 29,
		onBlock: (block) => encoded.push(block),
	});
	let seqno = 0;
	const report = (...rows: Row[]) => {
		const view = new DataView(new ArrayBuffer(rows.length * REPORT_BYTES));
		rows.forEach(([tick, level, flags = 0], i) => {
			encodeReport(view, i * REPORT_BYTES, { seqno: seqno++ & 0xffff, flags, tick: tick >>> 0, level });
		});
		ingest.reportsArrived(view, 0, rows.length);
	};
	const blocks = (): BlockContent[] => encoded.map(({ bytes }) => decodeBlock(bytes));
	return { ingest, report, blocks, encoded };
}

const begin = { epoch: 1, continues: false, tick: 1000, level: 0b1 };

describe("Ingest", () => {
	it("keeps changes with their times, and the level they start from", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report([1500, 0b11], [1600, 0b11], [1700, 0b10]);
		ingest.flush();
		expect(blocks()).toMatchObject([
			{ epoch: 101, number: 0, baseTime: 1000, endTime: 1700, firstLevel: 0b1, count: 2, known: 0xffff_ffff },
		]);
		expect([...(blocks()[0]?.times ?? [])]).toEqual([500, 700]);
		expect([...(blocks()[0]?.levels ?? [])]).toEqual([0b11, 0b10]);
	});

	it("lets reports up to the beginning only correct the level", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report([900, 0b111], [1000, 0b101], [1001, 0b100]);
		ingest.flush();
		expect(blocks()).toMatchObject([{ baseTime: 1000, firstLevel: 0b101, count: 1 }]);
	});

	it("goes on counting when ticks wrap", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin({ ...begin, tick: WRAP - 100 });
		report([WRAP - 50, 0], [20, 1]);
		ingest.flush();
		expect(blocks()).toMatchObject([{ baseTime: WRAP - 100, endTime: WRAP + 20, count: 2 }]);
	});

	it("makes blocks that join without a hole", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		for (let i = 1; i <= 5; i++) {
			report([1000 + i * 100, i & 1]);
			ingest.flush(1000 + i * 100 + 50);
		}
		const made = blocks();
		for (let i = 1; i < made.length; i++) {
			expect(made[i]?.baseTime).toBe(made[i - 1]?.endTime);
			expect(made[i]?.number).toBe(i);
		}
	});

	it("says that nothing happened, but only as long as that is certain", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report([2000, 0]);
		ingest.flush(3000);
		ingest.flush(3000);
		ingest.flush(50_000_000);
		expect(blocks().map(({ endTime }) => endTime)).toEqual([3000, 2000 + CERTAIN_MICROS]);
	});

	it("takes keep-alives and the probe as signs of life, and shows watchdogs and events", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report(
			[2000, 1, reportFlags("keepAlive")],
			[3000, 1, reportFlags("event", 29)],
			[4000, 1, reportFlags("event", 3)],
			[5000, 1, reportFlags("watchdog", 31)],
		);
		ingest.flush();
		expect(blocks()).toMatchObject([
			{ endTime: 5000, count: 0, events: [{ time: 4000, event: 3 }], watchdogs: [{ time: 5000, gpio: 31 }] },
		]);
	});

	it("counts level reports only", () => {
		const { ingest, report } = setup();
		ingest.begin(begin);
		report([2000, 1], [3000, 1, reportFlags("event", 29)], [4000, 0]);
		expect(ingest.reports).toBe(2);
	});

	it("notes what is missing as a gap in the block of the change that ends it", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report([2000, 0]);
		ingest.loss({ cause: "reportsLost", lost: 7, fromTick: 2000, toTick: 9000 });
		report([9000, 1]);
		ingest.flush();
		expect(blocks()).toMatchObject([
			{ count: 2, gaps: [{ from: 2000, to: 9000, lost: 7, cause: "reportsLost" }] },
		]);
		expect(ingest.lost).toBe(7);
	});

	it("takes back the quiet between the last report and a break", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report([2000, 1]);
		ingest.flush(500_000);
		ingest.end();
		ingest.begin({ ...begin, continues: true, tick: 900_000, level: 0 });
		report([900_500, 1]);
		ingest.flush();
		expect(blocks()).toMatchObject([
			{ endTime: 500_000, gaps: [] },
			{ baseTime: 500_000, endTime: 500_000, gaps: [{ from: 2000, to: 500_000, cause: "daemonLost" }] },
			{ baseTime: 900_000, gaps: [{ from: 500_000, to: 900_000, cause: "daemonLost" }] },
		]);
	});

	it("goes on after a break of the same epoch with a gap", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report([2000, 0]);
		ingest.end();
		ingest.flush(9000);
		ingest.begin({ ...begin, continues: true, tick: 8000, level: 0b100 });
		report([8500, 0]);
		ingest.flush();
		expect(blocks()).toMatchObject([
			{ number: 0, endTime: 2000, gaps: [] },
			{ number: 1, baseTime: 8000, firstLevel: 0b100, gaps: [{ from: 2000, to: 8000, cause: "daemonLost" }] },
		]);
	});

	it("begins anew after a restart, with a new epoch and numbers that go on", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report([2000, 0]);
		ingest.end();
		ingest.begin({ epoch: 2, continues: false, tick: 50, level: 0 });
		report([60, 1]);
		ingest.flush();
		expect(blocks()).toMatchObject([
			{ epoch: 101, number: 0 },
			{ epoch: 102, number: 1, baseTime: 50, endTime: 60 },
		]);
	});

	it("splits a flood into blocks by itself", () => {
		const { ingest, report, blocks } = setup();
		ingest.begin(begin);
		report(...Array.from({ length: BLOCK_CHANGES + 10 }, (_, i): Row => [2000 + i, i & 1]));
		expect(blocks()).toMatchObject([{ count: BLOCK_CHANGES }]);
		ingest.flush();
		expect(blocks()[1]).toMatchObject({ number: 1, count: 10 });
	});

	it("carries an anchor even when nothing else is new", () => {
		const { ingest, blocks } = setup();
		ingest.begin(begin);
		ingest.flush(0, { time: 1234, wall: 99 });
		expect(blocks()).toMatchObject([{ anchor: { time: 1234, wall: 99 } }]);
	});
});
