import type { Capture } from "./Capture.ts";
import type { Gap } from "./Gap.ts";
import type { Activity } from "./Pyramid.ts";

/**
 * What a stretch of a capture shows when it is drawn `changed.length` pixels wide, for all 32 channels at once: in
 * every word bit n stands for channel n. Pixel x covers the times from + x·(to−from)/W to, but not including, the
 * one of pixel x + 1.
 */
export interface Columns {
	readonly from: number;
	readonly to: number;
	/** Channels with at least one change inside the pixel, however narrow: a glitch is never lost. */
	readonly changed: Uint32Array;
	/**
	 * Channels with more than one change inside the pixel. Counted exactly where few changes lie in a pixel; an odd
	 * number above one may pass for a single change where a pixel holds hundreds of changes.
	 */
	readonly multiple: Uint32Array;
	/** Levels at the pixel's end. Means something only where known. */
	readonly levels: Uint32Array;
	/** Channels whose level is known through the whole pixel. Nothing is known outside [firstTime, endTime]. */
	readonly known: Uint32Array;
	/** Levels just before `from`, and the channels for which they are known. */
	readonly before: { readonly level: number; readonly known: number };
	/** Gaps inside the view; of those narrower than a pixel at most one a pixel. */
	readonly gaps: readonly Gap[];
	/** Watchdog reports inside the view, at most one a GPIO and pixel. */
	readonly watchdogs: readonly { readonly time: number; readonly gpio: number }[];
	/** Event reports inside the view, at most one an event and pixel. */
	readonly events: readonly { readonly time: number; readonly event: number }[];
	/** What the capture holds, at the moment of the query. */
	readonly firstTime: number;
	readonly endTime: number;
}

/**
 * Looks at [from, to) of a capture through `columns` pixels. Costs O(columns · log changes), whatever the zoom.
 *
 * @throws RangeError when columns is not a whole number from 1, or to is not after from.
 */
export function queryColumns(capture: Capture, from: number, to: number, columns: number): Columns {
	if (!Number.isInteger(columns) || columns < 1)
		throw new RangeError(`A view needs 1 column or more, not ${columns}.`);
	if (!(to > from)) throw new RangeError(`A view cannot end at ${to} when it begins at ${from}.`);
	const changed = new Uint32Array(columns);
	const multiple = new Uint32Array(columns);
	const levels = new Uint32Array(columns);
	const known = new Uint32Array(columns);
	const stored = fillChanges(capture, from, to, { changed, multiple, levels });
	const before = fillKnowledge(capture, from, to, levels, known);
	const pixel = (to - from) / columns;
	return {
		from,
		to,
		changed,
		multiple,
		levels,
		known,
		before: { level: ((stored ^ before.correction) & before.known) >>> 0, known: before.known >>> 0 },
		gaps: capture.gaps(from, to, pixel),
		watchdogs: capture.watchdogs.between(from, to, pixel).map(({ time, detail }) => ({ time, gpio: detail })),
		events: capture.events.between(from, to, pixel).map(({ time, detail }) => ({ time, event: detail })),
		firstTime: capture.firstTime,
		endTime: capture.endTime,
	};
}

type Filled = { readonly [K in "changed" | "multiple" | "levels"]: Uint32Array };

/** Walks the chunks once, from the left to the right; levels are the stored ones. Returns the one before `from`. */
function fillChanges(
	capture: Capture,
	from: number,
	to: number,
	{ changed, multiple, levels }: Filled,
): number {
	const { chunks } = capture;
	const columns = changed.length;
	const pixel = (to - from) / columns;
	let place = chunks.indexFrom(from);
	let chunk = chunks.at(place);
	if (chunk === undefined) return 0;
	let index = chunk.lowerBound(from);
	let level = chunk.levelAfter(index - 1);
	const first = level;
	let width = 0;
	const activity: Activity = { any: 0, again: 0 };
	for (let column = 0; column < columns; column++) {
		const end = column + 1 === columns ? to : from + (column + 1) * pixel;
		activity.any = 0;
		activity.again = 0;
		const levelBefore = level;
		for (;;) {
			const start = index;
			// Nothing to look for when the next change lies behind the pixel, as it mostly does when zoomed in.
			if (index < chunk.count && chunk.timeAt(index) < end)
				index = chunk.lowerBound(end, Math.min(index + Math.max(width, 1), chunk.count - 1));
			if (index > start) {
				chunk.gather(start, index, activity);
				level = chunk.levelAfter(index - 1);
				width = index - start;
			}
			const next = chunks.at(place + 1);
			if (index < chunk.count || next === undefined || next.base >= end) break;
			place++;
			chunk = next;
			index = 0;
			// Differs from the level so far where chunks before it were dropped.
			level = chunk.before;
		}
		changed[column] = activity.any;
		multiple[column] = activity.again | (activity.any & ~(levelBefore ^ level));
		levels[column] = level;
	}
	return first;
}

/** Finds what is known in each pixel and corrects the stored levels. Returns what holds at `from`. */
function fillKnowledge(
	capture: Capture,
	from: number,
	to: number,
	levels: Uint32Array,
	known: Uint32Array,
): { readonly known: number; readonly correction: number } {
	const { knowledge, firstTime, endTime } = capture;
	const columns = levels.length;
	const pixel = (to - from) / columns;
	let place = knowledge.indexAt(from);
	let step = knowledge.step(place);
	const first = { known: from > firstTime && from <= endTime ? step.known : 0, correction: step.correction };
	if (capture.isEmpty) return first;
	let next = knowledge.step(place + 1);
	for (let column = 0; column < columns; column++) {
		const start = from + column * pixel;
		const end = column + 1 === columns ? to : from + (column + 1) * pixel;
		// A step at the very start of the pixel replaces the one before it.
		let mask = next.time === start ? -1 : step.known;
		while (next.time < end) {
			place++;
			step = next;
			next = knowledge.step(place + 1);
			mask &= step.known;
		}
		known[column] = start < firstTime || end > endTime ? 0 : mask;
		levels[column] = (levels[column] as number) ^ step.correction;
	}
	return first;
}
