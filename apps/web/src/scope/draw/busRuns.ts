import type { LaneColumns, StoredRange } from "./laneStates.ts";

/** What a stretch of a bus shows. */
export const RunKind = {
	/** One value throughout. */
	value: 0,
	/** Values too short to be told apart. */
	dense: 1,
	/** A line of the bus is unknown. */
	unknown: 2,
} as const;

/** A stretch of columns in which a bus shows one thing. */
export interface BusRun {
	readonly kind: (typeof RunKind)[keyof typeof RunKind];
	/** First column, and the one after the last. */
	readonly from: number;
	readonly to: number;
	/** Level word; means something only in a value. */
	readonly levels: number;
}

/** Values shorter than this, CSS pixels, are drawn as one block. */
const SHORTEST = 3;

/**
 * Cuts a view into the stretches in which the channels of a mask keep their levels. They cover the stored columns
 * without holes, and there are at most one in three CSS pixels and the blocks between them.
 *
 * @param ratio device pixels per CSS pixel
 */
export function busRuns(
	{ changed, levels, known }: LaneColumns,
	mask: number,
	stored: StoredRange,
	ratio: number,
): readonly BusRun[] {
	const runs: BusRun[] = [];
	const first = Math.max(0, stored.first);
	const end = Math.min(changed.length, stored.end);
	const shortest = SHORTEST * ratio;
	const add = (kind: BusRun["kind"], from: number, to: number): void => {
		if (to > from) runs.push({ kind, from, to, levels: levels[from] ?? 0 });
	};
	let x = first;
	while (x < end) {
		const isUnknown = (mask & ~(known[x] as number)) !== 0;
		let stop = x + 1;
		while (stop < end && ((mask & ~(known[stop] as number)) !== 0) === isUnknown) stop++;
		if (isUnknown) add(RunKind.unknown, x, stop);
		else addKnown(changed, mask, x, stop, shortest, add);
		x = stop;
	}
	return runs;
}

/** A stretch in which all channels are known: values, and blocks where changes come close. */
function addKnown(
	changed: Uint32Array,
	mask: number,
	from: number,
	to: number,
	shortest: number,
	add: (kind: BusRun["kind"], from: number, to: number) => void,
): void {
	/** Where the value that is being looked at begins; a block ends there, if one is open. */
	let start = from;
	let block = -1;
	for (let x = from + 1; x <= to; x++) {
		if (x < to && ((changed[x] as number) & mask) === 0) continue;
		if (x < to && x - start < shortest && start > from) {
			if (block < 0) block = start;
		} else {
			if (block >= 0) add(RunKind.dense, block, start);
			block = -1;
			add(RunKind.value, start, x);
		}
		start = x;
	}
}
