import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Capture } from "./Capture.ts";
import { type SideRecord, sideRecordKinds, sideRecords } from "./sideRecords.ts";
import { block, blocksOf, parts } from "./testing/CaptureModel.ts";

/** All of them, sorted by nothing but time and kind. */
function naive(capture: Capture): SideRecord[] {
	const all: SideRecord[] = [
		...capture.watchdogs
			.between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0)
			.map(({ time, detail }): SideRecord => ({ kind: "watchdog", time, gpio: detail })),
		...capture.events
			.between(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0)
			.map(({ time, detail }): SideRecord => ({ kind: "event", time, event: detail })),
		...capture.gaps().map((gap): SideRecord => ({ kind: "gap", time: gap.from, ...gap })),
	];
	return all.sort((a, b) => a.time - b.time);
}

const point = fc.tuple(fc.nat(60), fc.nat(31));

describe("sideRecords", () => {
	it("tells any stretch of what a naive list holds", () => {
		fc.assert(
			fc.property(
				parts,
				fc.array(fc.tuple(fc.array(point), fc.array(point)), { minLength: 12, maxLength: 12 }),
				fc.subarray([...sideRecordKinds]),
				fc.nat(40),
				fc.nat(20),
				fc.option(fc.nat(1500), { nil: undefined }),
				(list, points, kinds, rank, limit, to) => {
					const capture = new Capture({ chunkSize: 8 });
					for (const [place, content] of blocksOf(list).entries()) {
						const [watchdogs, events] = points[place] ?? [[], []];
						capture.append({
							...content,
							watchdogs: watchdogs.map(([at, gpio]) => ({ time: content.baseTime + at, gpio })),
							events: events.map(([at, event]) => ({ time: content.baseTime + at, event })),
						});
					}
					const asked = naive(capture).filter(({ kind }) => kinds.includes(kind));
					const before = asked.filter(({ time }) => to === undefined || time < to);
					const page = sideRecords(capture, { kinds, rank, limit, ...(to !== undefined && { to }) });
					expect(page).toMatchObject({
						first: 0,
						end: before.length,
						later: asked.length - before.length,
						rank: Math.min(rank, before.length),
						records: before.slice(rank, rank + limit),
					});
				},
			),
			{ endOnFailure: true },
		);
	});

	it("counts each kind, also those not asked for", () => {
		const capture = new Capture();
		capture.append(
			block({
				gaps: [{ from: 10, to: 20, cause: "reportsLost", lost: 4 }],
				watchdogs: [{ time: 10, gpio: 4 }],
				events: [
					{ time: 10, event: 31 },
					{ time: 500, event: 2 },
				],
			}),
		);
		expect(sideRecords(capture, { kinds: ["gap"], rank: 0, limit: 5, to: 400 })).toEqual({
			first: 0,
			end: 1,
			later: 0,
			counts: { watchdog: 1, event: 1, gap: 1 },
			rank: 0,
			records: [{ kind: "gap", time: 10, from: 10, to: 20, cause: "reportsLost", lost: 4 }],
		});
		const { records } = sideRecords(capture, { kinds: sideRecordKinds, rank: 0, limit: 5 });
		expect(records.map(({ kind }) => kind)).toEqual(["watchdog", "event", "gap", "event"]);
	});

	it("leaves a record its rank when older ones are dropped", () => {
		const capture = new Capture({ chunkSize: 4, limit: 4 });
		for (let number = 0; number < 6; number++) {
			const baseTime = number * 1000;
			capture.append(
				block({
					number,
					baseTime,
					changes: [1, 2, 3, 4].map((at) => ({ time: baseTime + at, level: at & 1 })),
					events: [{ time: baseTime + 10, event: number }],
					watchdogs: [{ time: baseTime + 20, gpio: number }],
				}),
			);
		}
		const page = sideRecords(capture, { kinds: ["event"], rank: 0, limit: 9 });
		expect(page.first).toBeGreaterThan(0);
		expect(page).toMatchObject({ end: 6, rank: page.first });
		expect(page.records).toEqual(
			Array.from({ length: 6 - page.first }, (_, place) => {
				const number = page.first + place;
				return { kind: "event", time: number * 1000 + 10, event: number };
			}),
		);
		expect(capture.snapshot().events.dropped).toBe(page.first);
	});

	it("refuses what is no rank", () => {
		expect(() => sideRecords(new Capture(), { kinds: [], rank: -1, limit: 1 })).toThrow(RangeError);
		expect(() => sideRecords(new Capture(), { kinds: [], rank: 0, limit: 0.5 })).toThrow(RangeError);
	});
});
