import {
	type Capture,
	type Columns,
	type DerivedColumns,
	type DeriveOptions,
	derive,
	queryColumns,
} from "@gpioscope/logic";

/** Columns over which time runs evenly. */
export interface ColumnPiece {
	/** Capture time at the left of its first column and at the right of its last one. */
	readonly from: number;
	readonly to: number;
	readonly columns: number;
}

/** What pieces that lie beside one another show, as one answer. @throws RangeError when there are none. */
export function queryPieces(capture: Capture, pieces: readonly ColumnPiece[]): Columns {
	const parts = pieces.map(({ from, to, columns }) => queryColumns(capture, from, to, columns));
	const [first] = parts;
	const last = parts.at(-1);
	if (first === undefined || last === undefined) throw new RangeError("A view needs 1 piece or more, not 0.");
	const joined = (key: "changed" | "multiple" | "levels" | "known"): Uint32Array => {
		const words = new Uint32Array(parts.reduce((sum, part) => sum + part[key].length, 0));
		let at = 0;
		for (const part of parts) {
			words.set(part[key], at);
			at += part[key].length;
		}
		return words;
	};
	return {
		...first,
		to: last.to,
		changed: joined("changed"),
		multiple: joined("multiple"),
		levels: joined("levels"),
		known: joined("known"),
		gaps: once(
			parts.flatMap(({ gaps }) => gaps),
			(gap) => `${gap.from} ${gap.to}`,
		),
		watchdogs: once(
			parts.flatMap(({ watchdogs }) => watchdogs),
			({ time, gpio }) => `${time} ${gpio}`,
		),
		events: once(
			parts.flatMap(({ events }) => events),
			({ time, event }) => `${time} ${event}`,
		),
	};
}

/** A quantity over pieces that lie beside one another, as one answer. @throws RangeError when there are none. */
export function derivePieces(
	capture: Capture,
	channel: number,
	pieces: readonly ColumnPiece[],
	options: DeriveOptions,
): DerivedColumns {
	const parts = pieces.map(({ from, to, columns }) => derive(capture, channel, from, to, columns, options));
	const [first] = parts;
	const last = parts.at(-1);
	if (first === undefined || last === undefined)
		throw new RangeError("A track needs 1 piece or more, not 0.");
	const joined = (key: "min" | "mean" | "max"): Float64Array =>
		Float64Array.from(parts.flatMap((part) => [...part[key]]));
	return {
		from: first.from,
		to: last.to,
		min: joined("min"),
		mean: joined("mean"),
		max: joined("max"),
		isSampled: parts.some(({ isSampled }) => isSampled),
	};
}

/** Leaves out what two pieces both have at their common edge. */
function once<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
	return [...new Map(list.map((one) => [keyOf(one), one])).values()];
}
