import type { WavePulse } from "./WavePulse.ts";

/** As many pulses do not fit any more. */
export const TOO_MANY_PULSES = 12_000;

/** The time of what never comes. The daemon's times have 32 bits and wrap. */
const NEVER = 0xffff_ffff;

/** The first `count` of an array of pulses, behind which there may be old ones. */
export interface PulseList {
	readonly pulses: readonly WavePulse[];
	readonly count: number;
}

/** Walks a list of pulses in time. */
class PulseCursor {
	/** When the next pulse is due; NEVER after the last. */
	due: number;
	readonly #list: PulseList;
	#index = 0;

	constructor(list: PulseList) {
		this.#list = list;
		this.due = list.count > 0 ? 0 : NEVER;
	}

	get isFinished(): boolean {
		return this.#index >= this.#list.count;
	}

	/** Takes the next pulse, and behind the end what lies there. */
	take(now: number): WavePulse {
		const pulse = this.#list.pulses[this.#index++] ?? { on: 0, off: 0, delay: 0 };
		this.due = (now + pulse.delay) >>> 0;
		return pulse;
	}
}

/** The list that is being made of two. */
class Merger {
	count = 0;
	now = 0;
	/** When the pulse that lasts longest ends. */
	end = 0;
	readonly #pulses: WavePulse[];

	constructor(pulses: WavePulse[]) {
		this.#pulses = pulses;
	}

	/** Lengthens the last delay where both lists have a gap. */
	waitUntil(time: number): void {
		const last = this.#pulses[this.count - 1];
		if (this.now >= time) return;
		if (last !== undefined) {
			this.#pulses[this.count - 1] = { ...last, delay: (last.delay + time - this.now) >>> 0 };
		}
		this.now = time;
	}

	/** Adds what is due now in one or both lists; it lasts until something is due again. */
	take(due: readonly PulseCursor[], next: () => number): WavePulse {
		let [on, off] = [0, 0];
		for (const cursor of due) {
			const pulse = cursor.take(this.now);
			on |= pulse.on;
			off |= pulse.off;
			this.end = Math.max(this.end, cursor.due);
		}
		const time = next();
		const pulse = { on, off, delay: (time - this.now) >>> 0 };
		this.#pulses[this.count++] = pulse;
		this.now = time;
		return pulse;
	}
}

/**
 * Two pulse lists as one, written to `merged`: pulses due at the same moment become one, others are interleaved,
 * delays split where the other list has a pulse. The result lasts as long as the longer list. `see` is given each
 * pulse as it is made, before a gap in both lists lengthens its delay: that is how the daemon counts control blocks.
 * @returns how many pulses there are and how long they last, in 32 bits
 */
export function mergePulses(
	first: PulseList,
	second: PulseList,
	merged: WavePulse[],
	see: (pulse: WavePulse) => void,
): { count: number; length: number } {
	const cursors = [new PulseCursor(first), new PulseCursor(second)];
	const merger = new Merger(merged);
	const earliest = () => Math.min(...cursors.map(({ due }) => due));
	while (cursors.some(({ isFinished }) => !isFinished) && merger.count < TOO_MANY_PULSES) {
		const due = earliest();
		merger.waitUntil(due);
		see(
			merger.take(
				cursors.filter((cursor) => cursor.due === due),
				earliest,
			),
		);
		for (const cursor of cursors) if (cursor.isFinished) cursor.due = NEVER;
	}
	merger.waitUntil(merger.end);
	return { count: merger.count, length: merger.now };
}
