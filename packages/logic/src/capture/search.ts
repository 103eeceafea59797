import type { Capture } from "./Capture.ts";
import type { Chunk } from "./Chunk.ts";

/** A change, by where it is stored. */
interface Place {
	readonly chunk: Chunk;
	readonly index: number;
}

/**
 * When one of the channels in a mask changes next, strictly after a time; undefined when it does not any more.
 * Microseconds of the capture.
 */
export function nextEdge(capture: Capture, mask: number, time: number): number | undefined {
	const found = placeAfter(capture, mask, time);
	return found?.chunk.timeAt(found.index);
}

/** When one of the channels in a mask changed last, strictly before a time; undefined when it did not. */
export function previousEdge(capture: Capture, mask: number, time: number): number | undefined {
	const found = placeBefore(capture, mask, time, (chunk) => chunk.lowerBound(time));
	return found?.chunk.timeAt(found.index);
}

/** When one of the channels in a mask changed last, at a time or before it; undefined when it did not. */
export function edgeAtOrBefore(capture: Capture, mask: number, time: number): number | undefined {
	const found = placeBefore(capture, mask, time, (chunk) => chunk.upperBound(time));
	return found?.chunk.timeAt(found.index);
}

/** The edges of one channel, in columns of the same length. */
export interface Edges {
	/** Microseconds of the capture, ascending. */
	readonly times: Float64Array;
	/** Level after each edge. */
	readonly levels: Uint8Array;
	/** Whether there are more in the range than asked for. */
	readonly more: boolean;
}

/** The edges of a channel in [from, to), the first `limit` of them. */
export function edges(capture: Capture, channel: number, from: number, to: number, limit = 10_000): Edges {
	const mask = 1 << channel;
	const times: number[] = [];
	const levels: number[] = [];
	let more = false;
	visitChanges(capture, mask, from, to, (time, level) => {
		if (times.length === limit) {
			more = true;
			return false;
		}
		times.push(time);
		levels.push((level >>> channel) & 1);
		return true;
	});
	return { times: Float64Array.from(times), levels: Uint8Array.from(levels), more };
}

/**
 * Calls `visit` for every change in [from, to) that touches a channel of the mask, in time order, with the true
 * level word after it and the channels of the mask that changed; stops when that returns false. Skips by the pyramid
 * what does not touch the mask.
 */
export function visitChanges(
	capture: Capture,
	mask: number,
	from: number,
	to: number,
	visit: (time: number, level: number, changed: number) => boolean,
): void {
	const { chunks, knowledge } = capture;
	let place = knowledge.indexAt(from);
	let correction = knowledge.step(place).correction;
	let nextStep = knowledge.step(place + 1).time;
	for (let at = Math.max(0, chunks.indexFrom(from)); at < chunks.length; at++) {
		const chunk = chunks.at(at) as Chunk;
		if (chunk.base >= to) return;
		const goesOn = chunk.visit(mask, chunk.lowerBound(from), chunk.lowerBound(to), (index, changed) => {
			const time = chunk.timeAt(index);
			while (nextStep <= time) {
				place++;
				correction = knowledge.step(place).correction;
				nextStep = knowledge.step(place + 1).time;
			}
			return visit(time, chunk.levelAfter(index) ^ correction, changed);
		});
		if (!goesOn) return;
	}
}

function placeAfter(capture: Capture, mask: number, time: number): Place | undefined {
	for (let at = Math.max(0, capture.chunks.indexAt(time)); at < capture.chunks.length; at++) {
		const chunk = capture.chunks.at(at) as Chunk;
		const index = chunk.next(mask, chunk.upperBound(time));
		if (index >= 0) return { chunk, index };
	}
	return undefined;
}

function placeBefore(
	capture: Capture,
	mask: number,
	time: number,
	bound: (chunk: Chunk) => number,
): Place | undefined {
	for (let at = capture.chunks.indexAt(time); at >= 0; at--) {
		const chunk = capture.chunks.at(at) as Chunk;
		const index = chunk.previous(mask, bound(chunk) - 1);
		if (index >= 0) return { chunk, index };
	}
	return undefined;
}
