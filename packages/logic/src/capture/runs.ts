import type { Capture } from "./Capture.ts";
import type { Chunk } from "./Chunk.ts";
import type { KnowledgeStep } from "./Knowledge.ts";

/**
 * A stretch [from, to) of a capture in which the same channels are known, with its changes: places [first, last) of
 * one chunk. Every stretch has at least one run, also when nothing changes in it. Times are ticks of the capture.
 *
 * What changes at the very moment from which on a channel is not known any more still belongs to the run before: its
 * last changes then are at `to`, and where a walk begins at that moment the first run has no length. Should another channel be
 * known from that very moment on, what it does in that moment is taken for its first level, not for an edge.
 */
export interface CaptureRun {
	readonly from: number;
	readonly to: number;
	/** Whether something else was known just before, so that `level` has to be told anew. */
	readonly begins: boolean;
	/** Channels whose level is known. */
	readonly known: number;
	/** The true level word just before the first of the changes; a bit means something only where `known` has it. */
	readonly level: number;
	/** Channels that the chunk stores inverted: the true word is `chunk.levels[i] ^ correction`. */
	readonly correction: number;
	/** Undefined in a capture that has no change at all. */
	readonly chunk: Chunk | undefined;
	readonly first: number;
	readonly last: number;
}

/** A moment between changes: before, or behind, all those that are at a time. */
interface Bound {
	readonly time: number;
	readonly isBehind: boolean;
}

/** Walks [from, to) of a capture in time order, for who needs every change: loops run over the chunks' columns. */
export function* runsOf(
	capture: Capture,
	from = Number.NEGATIVE_INFINITY,
	to = Number.POSITIVE_INFINITY,
): Generator<CaptureRun> {
	const { knowledge, firstTime, endTime } = capture;
	const start = Math.max(from, firstTime);
	// A change at the very end belongs to the capture.
	const end = Math.min(to, endTime + 1);
	if (capture.isEmpty || start >= end) return;
	const place = knowledge.indexAt(start);
	let bound: Bound = { time: start, isBehind: false };
	if (knowledge.step(place).time === start && isLosing(knowledge.step(place - 1), knowledge.step(place))) {
		const behind = { time: start, isBehind: true };
		for (const run of runsBetween(capture, knowledge.step(place - 1), bound, behind))
			if (run.first < run.last) yield run;
		bound = behind;
	}
	for (let at = place; bound.time < end; at++) {
		const step = knowledge.step(at);
		const next = knowledge.step(at + 1);
		const until =
			next.time < end ? { time: next.time, isBehind: isLosing(step, next) } : { time: end, isBehind: false };
		yield* runsBetween(capture, step, bound, until);
		bound = until;
	}
}

/** Whether a channel is known in a step that is not known in the next one. */
function isLosing(step: KnowledgeStep, next: KnowledgeStep): boolean {
	return (step.known & ~next.known) !== 0;
}

function* runsBetween(
	{ chunks }: Capture,
	{ known, correction }: KnowledgeStep,
	start: Bound,
	end: Bound,
): Generator<CaptureRun> {
	const place = start.isBehind ? chunks.indexAt(start.time) : chunks.indexFrom(start.time);
	let begins = true;
	for (let at = Math.max(0, place); ; at++) {
		const chunk = chunks.at(at);
		const first = chunk === undefined ? 0 : placeOf(start, chunk);
		const last = chunk === undefined ? 0 : placeOf(end, chunk);
		const next = chunks.at(at + 1);
		const goesOn = next !== undefined && (next.base < end.time || (end.isBehind && next.base === end.time));
		yield {
			from: begins ? start.time : (chunk?.base ?? start.time),
			to: goesOn ? next.base : end.time,
			begins,
			known,
			level: (((chunk?.levelAfter(first - 1) ?? 0) ^ correction) & known) >>> 0,
			correction,
			chunk,
			first,
			last,
		};
		begins = false;
		if (!goesOn) return;
	}
}

/** The first change of a chunk behind a bound. */
function placeOf({ time, isBehind }: Bound, chunk: Chunk): number {
	return isBehind ? chunk.upperBound(time) : chunk.lowerBound(time);
}
