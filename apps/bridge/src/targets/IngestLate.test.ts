import { Capture, edges } from "@gpioscope/logic";
import { decodeBlock, encodeReport, REPORT_BYTES } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { BLOCK_CHANGES, Ingest } from "./Ingest.ts";

/** An Ingest whose blocks go straight into a capture, as in a page. */
function setup() {
	const capture = new Capture();
	const ends: number[] = [];
	const ingest = new Ingest({
		target: 0,
		firstEpoch: 1,
		probeEvent: 29,
		onBlock: ({ bytes, endTime }) => {
			ends.push(endTime);
			capture.append(decodeBlock(bytes));
		},
	});
	const report = (...rows: (readonly [tick: number, level: number])[]) => {
		const view = new DataView(new ArrayBuffer(rows.length * REPORT_BYTES));
		rows.forEach(([tick, level], index) => {
			encodeReport(view, index * REPORT_BYTES, { seqno: index & 0xffff, flags: 0, tick, level });
		});
		ingest.reportsArrived(view, 0, rows.length);
	};
	ingest.begin({ epoch: 1, continues: false, tick: 1000, level: 0 });
	return { ingest, capture, report, ends };
}

describe("reports that come after their time was called quiet", () => {
	it("keep their true times", () => {
		const { ingest, capture, report, ends } = setup();
		ingest.flush(5000);
		report([4000, 1], [4500, 0], [6000, 1]);
		ingest.flush();
		expect([...edges(capture, 0, 0, 10_000).times]).toEqual([4000, 4500, 6000]);
		expect(ends).toEqual([5000, 6000]);
		expect(capture.gapList.count).toBe(0);
	});

	it("fill a block while they are still behind", () => {
		const { ingest, capture, report, ends } = setup();
		ingest.flush(500_000);
		report(...Array.from({ length: BLOCK_CHANGES }, (_, index) => [2000 + index, (index + 1) & 1] as const));
		ingest.flush();
		expect(capture.changes).toBe(BLOCK_CHANGES);
		expect(capture.levelAt(2000)).toMatchObject({ level: 1 });
		expect(ends).toEqual([500_000, 500_000]);
	});
});
