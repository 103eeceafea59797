import { delayBlocks } from "./delayBlocks.ts";
import type { WavePulse } from "./WavePulse.ts";

/** As many pulses do not fit any more. */
const TOO_MANY_PULSES = 12_000;

/** Length, pulses and control blocks of a waveform. */
export interface WaveCounts {
	micros: number;
	pulses: number;
	blocks: number;
}

/** The waveform under construction: pulses one after another, into which more can be merged. */
export class Waveform {
	/** Of the waveform as last added to or cleared; creating a wave does not reset them. */
	readonly current: WaveCounts = { micros: 0, pulses: 0, blocks: 0 };
	/** The highest each count has been. */
	readonly high: WaveCounts = { micros: 0, pulses: 0, blocks: 0 };
	#pulses: WavePulse[] = [];
	readonly #splitsDelays: boolean;

	/** `splitsDelays`: long delays take several control blocks (a DMA lite channel). */
	constructor(splitsDelays: boolean) {
		this.#splitsDelays = splitsDelays;
	}

	get pulses(): readonly WavePulse[] {
		return this.#pulses;
	}

	/** Empties the waveform and its counts. */
	clear(): void {
		this.#pulses = [];
		Object.assign(this.current, { micros: 0, pulses: 0, blocks: 0 });
	}

	/** Empties the waveform when it has become a wave; the counts stay. */
	consume(): void {
		this.#pulses = [];
	}

	/**
	 * Merges pulses, the first at time 0 of the waveform.
	 * @returns the number of pulses it has now, or undefined (and nothing changed) if they are too many
	 */
	add(pulses: readonly WavePulse[]): number | undefined {
		let blocks = 0;
		const { merged, length } = mergePulses(pulses, this.#pulses, (pulse) => {
			blocks += this.#blocksOf(pulse);
		});
		if (merged.length >= TOO_MANY_PULSES) return undefined;
		this.#pulses = merged;
		const { current, high } = this;
		current.micros = length;
		current.pulses = merged.length;
		current.blocks = blocks;
		high.micros = Math.max(high.micros, current.micros);
		high.pulses = Math.max(high.pulses, current.pulses);
		high.blocks = Math.max(high.blocks, current.blocks);
		return merged.length;
	}

	#blocksOf({ on, off, delay }: WavePulse): number {
		return ((on | off) !== 0 ? 1 : 0) + delayBlocks(delay, this.#splitsDelays);
	}
}

/** The time of what never comes. The daemon's times have 32 bits and wrap. */
const NEVER = 0xffff_ffff;

/** Walks pulses in time. */
class PulseCursor {
	/** When the next pulse is due; NEVER after the last. */
	due: number;
	readonly #pulses: readonly WavePulse[];
	#index = 0;

	constructor(pulses: readonly WavePulse[]) {
		this.#pulses = pulses;
		this.due = pulses.length > 0 ? 0 : NEVER;
	}

	get isFinished(): boolean {
		return this.#index >= this.#pulses.length;
	}

	take(now: number): WavePulse {
		const pulse = this.#pulses[this.#index++] ?? { on: 0, off: 0, delay: 0 };
		this.due = (now + pulse.delay) >>> 0;
		return pulse;
	}
}

/** Two pulse lists as one, in the making. */
class Merger {
	readonly merged: { on: number; off: number; delay: number }[] = [];
	now = 0;
	/** When the pulse that lasts longest ends. */
	end = 0;

	/** Lengthens the last delay where both lists have a gap. */
	waitUntil(time: number): void {
		const last = this.merged.at(-1);
		if (this.now >= time) return;
		if (last !== undefined) last.delay = (last.delay + time - this.now) >>> 0;
		this.now = time;
	}

	/** Adds what is due now in one or both lists. */
	take(cursors: readonly PulseCursor[]): { on: number; off: number; delay: number } {
		const pulse = { on: 0, off: 0, delay: 0 };
		for (const cursor of cursors) {
			const { on, off } = cursor.take(this.now);
			pulse.on |= on;
			pulse.off |= off;
			this.end = Math.max(this.end, cursor.due);
		}
		this.merged.push(pulse);
		return pulse;
	}
}

/**
 * Two pulse lists as one: pulses due at the same moment become one, others are interleaved, delays split
 * where the other list has a pulse. The result lasts as long as the longer list. `count` sees each pulse as it
 * is made, before a gap in both lists lengthens its delay: that is how the daemon counts control blocks.
 * @returns the pulses and how long they last, in 32 bits
 */
function mergePulses(
	first: readonly WavePulse[],
	second: readonly WavePulse[],
	count: (pulse: WavePulse) => void,
): { merged: WavePulse[]; length: number } {
	const cursors = [new PulseCursor(first), new PulseCursor(second)];
	const merger = new Merger();
	const earliest = () => Math.min(...cursors.map(({ due }) => due));
	while (cursors.some(({ isFinished }) => !isFinished) && merger.merged.length < TOO_MANY_PULSES) {
		const due = earliest();
		merger.waitUntil(due);
		const pulse = merger.take(cursors.filter((cursor) => cursor.due === due));
		const next = earliest();
		pulse.delay = (next - merger.now) >>> 0;
		merger.now = next;
		count(pulse);
		for (const cursor of cursors) if (cursor.isFinished) cursor.due = NEVER;
	}
	merger.waitUntil(merger.end);
	return { merged: merger.merged, length: merger.now };
}
