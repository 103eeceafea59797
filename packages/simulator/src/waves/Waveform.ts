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
		const merged = mergePulses(pulses, this.#pulses, (pulse) => {
			blocks += this.#blocksOf(pulse);
		});
		if (merged.length >= TOO_MANY_PULSES) return undefined;
		this.#pulses = merged;
		const { current, high } = this;
		current.micros = merged.reduce((sum, { delay }) => sum + delay, 0) >>> 0;
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

/** Walks pulses in time. */
class PulseCursor {
	/** When the next pulse is due; Infinity after the last. */
	due: number;
	/** When the last pulse taken ends. */
	end = 0;
	readonly #pulses: readonly WavePulse[];
	#index = 0;

	constructor(pulses: readonly WavePulse[]) {
		this.#pulses = pulses;
		this.due = pulses.length > 0 ? 0 : Number.POSITIVE_INFINITY;
	}

	take(now: number): WavePulse {
		const pulse = this.#pulses[this.#index++] ?? { on: 0, off: 0, delay: 0 };
		this.end = now + pulse.delay;
		this.due = this.end;
		return pulse;
	}

	/** Whether the list is used up; from then on it is never due. */
	finish(): void {
		if (this.#index >= this.#pulses.length) this.due = Number.POSITIVE_INFINITY;
	}
}

/**
 * Two pulse lists as one: pulses due at the same moment become one, others are interleaved, delays split
 * where the other list has a pulse. The result lasts as long as the longer list. `count` sees each pulse as it
 * is made, before a gap in both lists lengthens its delay: that is how the daemon counts control blocks.
 */
function mergePulses(
	first: readonly WavePulse[],
	second: readonly WavePulse[],
	count: (pulse: WavePulse) => void,
): WavePulse[] {
	const a = new PulseCursor(first);
	const b = new PulseCursor(second);
	const merged: { on: number; off: number; delay: number }[] = [];
	let now = 0;
	const waitUntil = (time: number) => {
		const last = merged.at(-1);
		if (now < time && last !== undefined) last.delay += time - now;
		now = Math.max(now, time);
	};
	while (Math.min(a.due, b.due) < Number.POSITIVE_INFINITY && merged.length <= TOO_MANY_PULSES) {
		const due = Math.min(a.due, b.due);
		waitUntil(due);
		const takesA = a.due === due;
		const takesB = b.due === due;
		const pulse = { on: 0, off: 0, delay: 0 };
		for (const cursor of [takesA ? a : undefined, takesB ? b : undefined]) {
			if (cursor === undefined) continue;
			const { on, off } = cursor.take(now);
			pulse.on |= on;
			pulse.off |= off;
		}
		const next = Math.min(a.due, b.due);
		pulse.delay = next - now;
		now = next;
		count(pulse);
		merged.push(pulse);
		a.finish();
		b.finish();
	}
	waitUntil(Math.max(a.end, b.end));
	return merged;
}
