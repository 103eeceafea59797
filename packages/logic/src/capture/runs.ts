import type { Capture } from "./Capture.ts";
import type { Chunk } from "./Chunk.ts";

/**
 * A stretch [from, to) of a capture in which the same channels are known, with its changes: places [first, last) of
 * one chunk. Every stretch has at least one run, also when nothing changes in it. Times are ticks of the capture.
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

/** Walks [from, to) of a capture in time order, for who needs every change: loops run over the chunks' columns. */
export function* runsOf(
	capture: Capture,
	from = Number.NEGATIVE_INFINITY,
	to = Number.POSITIVE_INFINITY,
): Generator<CaptureRun> {
	const { chunks, knowledge, firstTime, endTime } = capture;
	const start = Math.max(from, firstTime);
	// A change at the very end belongs to the capture.
	const end = Math.min(to, endTime + 1);
	if (capture.isEmpty || start >= end) return;
	for (let place = knowledge.indexAt(start); ; place++) {
		const step = knowledge.step(place);
		const stepFrom = Math.max(start, step.time);
		if (stepFrom >= end) return;
		const stepTo = Math.min(end, knowledge.step(place + 1).time);
		if (stepTo <= stepFrom) continue;
		let begins = true;
		for (let at = Math.max(0, chunks.indexFrom(stepFrom)); ; at++) {
			const chunk = chunks.at(at);
			if (!begins && (chunk === undefined || chunk.base >= stepTo)) break;
			const first = chunk?.lowerBound(stepFrom) ?? 0;
			const last = chunk?.lowerBound(stepTo) ?? 0;
			const next = chunks.at(at + 1);
			const goesOn = next !== undefined && next.base < stepTo;
			yield {
				from: begins ? stepFrom : (chunk?.base ?? stepFrom),
				to: goesOn ? next.base : stepTo,
				begins,
				known: step.known,
				level: (((chunk?.levelAfter(first - 1) ?? 0) ^ step.correction) & step.known) >>> 0,
				correction: step.correction,
				chunk,
				first,
				last,
			};
			begins = false;
			if (!goesOn) break;
		}
	}
}
