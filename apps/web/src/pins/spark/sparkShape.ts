/** What a trace is drawn from: one word of 32 channels per pixel. */
export interface SparkColumns {
	/** Channels that changed in the pixel. */
	readonly changed: Uint32Array;
	/** Levels at the end of the pixel. */
	readonly levels: Uint32Array;
	/** Channels whose level is known through the whole pixel. */
	readonly known: Uint32Array;
}

/** One stretch of a trace, pixels from `from` up to `to`. */
export type SparkRun =
	| { readonly kind: "low" | "high" | "unknown" | "dense"; readonly from: number; readonly to: number }
	/** A change, or several, within one pixel. */
	| { readonly kind: "edge"; readonly from: number; readonly to: number; readonly after: 0 | 1 };

/** Changes closer than this many pixels belong to one stretch of activity. */
const DENSE_GAP = 3;
/** A stretch of activity has at least this many pixels that changed. */
const DENSE_COUNT = 4;

/** Marks the pixels of a channel that lie in a stretch of activity. */
function denseMask(changed: Uint32Array, bit: number): Uint8Array {
	const mask = new Uint8Array(changed.length);
	let start = -1;
	let last = -DENSE_GAP;
	let count = 0;
	const close = (): void => {
		if (count >= DENSE_COUNT) mask.fill(1, start, last + 1);
	};
	for (let x = 0; x < changed.length; x++) {
		if (((changed[x] ?? 0) & bit) === 0) continue;
		if (x - last >= DENSE_GAP) {
			close();
			start = x;
			count = 0;
		}
		last = x;
		count++;
	}
	close();
	return mask;
}

/** The trace of one channel (0 to 31) as runs, left to right, covering every pixel once. */
export function sparkRuns(columns: SparkColumns, channel: number): readonly SparkRun[] {
	const bit = (1 << channel) >>> 0;
	const { changed, levels, known } = columns;
	const dense = denseMask(changed, bit);
	const runs: SparkRun[] = [];
	for (let x = 0; x < changed.length; x++) {
		const level = ((levels[x] ?? 0) & bit) === 0 ? 0 : 1;
		const isKnown = ((known[x] ?? 0) & bit) !== 0;
		const hasChanged = ((changed[x] ?? 0) & bit) !== 0;
		const last = runs.at(-1);
		if (isKnown && dense[x] !== 1 && hasChanged) {
			runs.push({ kind: "edge", from: x, to: x + 1, after: level });
			continue;
		}
		const kind = !isKnown ? "unknown" : dense[x] === 1 ? "dense" : level === 1 ? "high" : "low";
		if (last?.kind === kind) runs[runs.length - 1] = { kind, from: last.from, to: x + 1 };
		else runs.push({ kind, from: x, to: x + 1 });
	}
	return runs;
}
