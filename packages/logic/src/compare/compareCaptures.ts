import type { Capture } from "../capture/Capture.ts";
import { ChangeCursor } from "../capture/ChangeCursor.ts";

export interface CompareOptions {
	/** Microseconds to add to a time of the second capture to get the time of the first that it belongs to. */
	readonly shift: number;
	/** Channel of the second capture that each channel of the first is compared with. */
	readonly channels: readonly { readonly first: number; readonly second: number }[];
	/** Microseconds by which an edge may lie elsewhere and still be the same. */
	readonly tolerance: number;
	/** How many differences are told; all are counted. */
	readonly limit?: number;
}

/** How two captures differ, in columns of the same length, ordered by where a difference ends. */
export interface Differences {
	/** Channel of the first capture. */
	readonly channels: Uint8Array;
	/** Microseconds of the first capture. */
	readonly starts: Float64Array;
	readonly ends: Float64Array;
	/** All of them, also those beyond the limit. */
	readonly count: number;
	/** Microseconds in which both captures know one of the channels or more; nothing can be said of the rest. */
	readonly compared: number;
}

const MOST = 100_000;

/** Which of the two made the edge at which a difference began or ended. */
type Origin = "first" | "second" | "both" | "unseen";

interface Open {
	readonly from: number;
	readonly origin: Origin;
}

/**
 * Where two captures differ, both being known: stretches in which a channel is high in one and low in the other for
 * longer than the tolerance, and pulses of any width that only one of them has.
 */
export function compareCaptures(
	first: Capture,
	second: Capture,
	{ shift, channels, tolerance, limit = MOST }: CompareOptions,
): Differences {
	const inFirst = (time: number): number => time * first.ticksPerMicro;
	const inSecond = (time: number): number => (time - shift) * second.ticksPerMicro;
	const begin = Math.max(
		first.firstTime / first.ticksPerMicro,
		second.firstTime / second.ticksPerMicro + shift,
	);
	const end = Math.min(first.endTime / first.ticksPerMicro, second.endTime / second.ticksPerMicro + shift);
	const found = new DifferenceList(channels, tolerance, limit);
	if (begin >= end) return found.finish(begin, 0);
	const a = new ChangeCursor(first, inFirst(begin), inFirst(end));
	const b = new ChangeCursor(second, inSecond(begin), inSecond(end));
	let compared = 0;
	let last = begin;
	let [levelA, knownA, levelB, knownB] = [0, 0, 0, 0];
	for (;;) {
		const timeA = a.time / first.ticksPerMicro;
		const timeB = b.time / second.ticksPerMicro + shift;
		const time = Math.min(timeA, timeB, end);
		if (found.anyKnown) compared += time - last;
		last = time;
		if (time === end) return found.finish(end, compared);
		// Several changes of one moment count as one.
		while (a.time / first.ticksPerMicro <= time) {
			levelA = a.level;
			knownA = a.known;
			a.next();
		}
		while (b.time / second.ticksPerMicro + shift <= time) {
			levelB = b.level;
			knownB = b.known;
			b.next();
		}
		const by = timeA === timeB ? "both" : timeA < timeB ? "first" : "second";
		found.look(time, by, levelA, knownA, levelB, knownB);
	}
}

/** Follows every pair of channels from one moment to the next. */
class DifferenceList {
	/** Whether any pair was known since the last look. */
	anyKnown = false;
	readonly #pairs: CompareOptions["channels"];
	readonly #tolerance: number;
	readonly #limit: number;
	readonly #open: (Open | undefined)[];
	readonly #known: boolean[];
	readonly #channels: number[] = [];
	readonly #starts: number[] = [];
	readonly #ends: number[] = [];
	#count = 0;

	constructor(pairs: CompareOptions["channels"], tolerance: number, limit: number) {
		this.#pairs = pairs;
		this.#tolerance = tolerance;
		this.#limit = limit;
		this.#open = pairs.map(() => undefined);
		this.#known = pairs.map(() => false);
	}

	look(time: number, by: Origin, levelA: number, knownA: number, levelB: number, knownB: number): void {
		this.anyKnown = false;
		for (let index = 0; index < this.#pairs.length; index++) {
			const { first, second } = this.#pairs[index] as CompareOptions["channels"][number];
			const isKnown = ((knownA >>> first) & (knownB >>> second) & 1) === 1;
			const differs = isKnown && (((levelA >>> first) ^ (levelB >>> second)) & 1) === 1;
			// Levels that differ as soon as both are known began to do so at a moment nobody saw.
			const origin = isKnown && this.#known[index] === true ? by : "unseen";
			this.#known[index] = isKnown;
			if (isKnown) this.anyKnown = true;
			if (!differs) this.#close(index, time, origin);
			else this.#open[index] ??= { from: time, origin };
		}
	}

	finish(end: number, compared: number): Differences {
		for (let index = 0; index < this.#pairs.length; index++) this.#close(index, end, "unseen");
		return {
			channels: Uint8Array.from(this.#channels),
			starts: Float64Array.from(this.#starts),
			ends: Float64Array.from(this.#ends),
			count: this.#count,
			compared,
		};
	}

	#close(index: number, time: number, by: Origin): void {
		const difference = this.#open[index];
		if (difference === undefined) return;
		this.#open[index] = undefined;
		const { from, origin } = difference;
		// An edge that came earlier in one and later in the other is the same edge; two edges of one are a pulse.
		const isPulse = time > from && origin === by && (by === "first" || by === "second");
		if (time - from <= this.#tolerance && !isPulse) return;
		this.#count++;
		if (this.#starts.length >= this.#limit) return;
		this.#channels.push(this.#pairs[index]?.first ?? 0);
		this.#starts.push(from);
		this.#ends.push(time);
	}
}
