import type { Capture } from "./Capture.ts";
import type { Gap } from "./Gap.ts";

/** What a capture keeps beside its changes. Times in ticks of the capture; a gap has the time at which it begins. */
export type SideRecord =
	| ({ readonly kind: "gap"; readonly time: number } & Gap)
	| { readonly kind: "watchdog"; readonly time: number; readonly gpio: number }
	| { readonly kind: "event"; readonly time: number; readonly event: number };

export type SideRecordKind = SideRecord["kind"];

/** In the order of those at the same time: where a gap begins, reports before it are the last. */
export const sideRecordKinds = ["watchdog", "event", "gap"] as const satisfies readonly SideRecordKind[];

/** Which records are asked for. */
export interface SideRecordQuery {
	readonly kinds: readonly SideRecordKind[];
	/** Rank of the first one wanted, and how many from there on at most. */
	readonly rank: number;
	readonly limit: number;
	/** Only those before this time; all unless said otherwise. */
	readonly to?: number;
}

/**
 * Some of the records in order of time. A record's rank is its place among those of the kinds asked for, counted from
 * the first that ever was: it stays when older ones are dropped.
 */
export interface SideRecordPage {
	/** Rank of the oldest kept, and one behind the newest before `to`. */
	readonly first: number;
	readonly end: number;
	/** How many are kept from `to` on. */
	readonly later: number;
	/** Of each kind, how many are kept before `to`. */
	readonly counts: Readonly<Record<SideRecordKind, number>>;
	/** Rank of the first of `records`. */
	readonly rank: number;
	readonly records: readonly SideRecord[];
}

/** The records of one kind: as many as are kept, in order of time. */
interface Row {
	readonly count: number;
	readonly dropped: number;
	readonly at: (index: number) => SideRecord;
	readonly countBefore: (time: number) => number;
}

function rowOf({ watchdogs, events, gapList }: Capture, kind: SideRecordKind): Row {
	switch (kind) {
		case "watchdog":
			return {
				count: watchdogs.count,
				dropped: watchdogs.dropped,
				at: (index) => {
					const { time, detail } = watchdogs.at(index);
					return { kind, time, gpio: detail };
				},
				countBefore: (time) => watchdogs.countBefore(time),
			};
		case "event":
			return {
				count: events.count,
				dropped: events.dropped,
				at: (index) => {
					const { time, detail } = events.at(index);
					return { kind, time, event: detail };
				},
				countBefore: (time) => events.countBefore(time),
			};
		case "gap":
			return {
				count: gapList.count,
				dropped: gapList.dropped,
				at: (index) => {
					const gap = gapList.at(index);
					return { kind, time: gap.from, ...gap };
				},
				countBefore: (time) => gapList.countBefore(time),
			};
	}
}

/**
 * Looks at some of the watchdog reports, events and gaps of a capture, merged by time. Costs O(limit + log² records).
 *
 * @throws RangeError when rank or limit is not a whole number from 0.
 */
export function sideRecords(
	capture: Capture,
	{ kinds, rank, limit, to = Number.POSITIVE_INFINITY }: SideRecordQuery,
): SideRecordPage {
	for (const number of [rank, limit])
		if (!Number.isInteger(number) || number < 0)
			throw new RangeError(`Records are counted in whole numbers from 0, not ${number}.`);
	const all = sideRecordKinds.map((kind) => ({ kind, row: rowOf(capture, kind) }));
	const counts = Object.fromEntries(all.map(({ kind, row }) => [kind, row.countBefore(to)])) as Record<
		SideRecordKind,
		number
	>;
	const asked = all.filter(({ kind }) => kinds.includes(kind));
	const rows = asked.map(({ row }) => row);
	const ends = asked.map(({ kind }) => counts[kind]);
	const first = sum(rows.map(({ dropped }) => dropped));
	const count = sum(ends);
	const place = Math.min(Math.max(rank - first, 0), count);
	return {
		first,
		end: first + count,
		later: sum(rows.map((row) => row.count)) - count,
		counts,
		rank: first + place,
		records: merged(rows, ends, startsAt(rows, place), limit),
	};
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

/** For each row the first index whose record is at or behind a place among all of them. */
function startsAt(rows: readonly Row[], place: number): number[] {
	return rows.map((row, own) => {
		let low = 0;
		let high = row.count;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (placeOf(rows, own, middle) < place) low = middle + 1;
			else high = middle;
		}
		return low;
	});
}

/** The place of a row's record among those of all rows; of those at the same time, an earlier row's come first. */
function placeOf(rows: readonly Row[], own: number, index: number): number {
	const time = rows[own]?.at(index).time ?? 0;
	return sum(
		rows.map((row, other) => {
			if (other === own) return index;
			// Times are whole ticks: those before the next tick are those up to this one.
			return row.countBefore(other < own ? time + 1 : time);
		}),
	);
}

function merged(
	rows: readonly Row[],
	ends: readonly number[],
	starts: readonly number[],
	limit: number,
): SideRecord[] {
	const next = [...starts];
	const records: SideRecord[] = [];
	while (records.length < limit) {
		let earliest: { readonly record: SideRecord; readonly own: number } | undefined;
		for (const [own, row] of rows.entries()) {
			const index = next[own] ?? 0;
			if (index >= (ends[own] ?? 0)) continue;
			const record = row.at(index);
			if (earliest === undefined || record.time < earliest.record.time) earliest = { record, own };
		}
		if (earliest === undefined) break;
		records.push(earliest.record);
		next[earliest.own] = (next[earliest.own] ?? 0) + 1;
	}
	return records;
}
