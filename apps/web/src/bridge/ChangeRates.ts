import type { BlockContent } from "@gpioscope/protocol";

/** Rates are taken over this much of the past, in milliseconds. */
const WINDOW = 1000;

interface Bucket {
	readonly until: number;
	readonly counts: Uint32Array;
}

/** Counts changes of each channel and says how many there were a second, over the last second. */
export class ChangeRates {
	#buckets: Bucket[] = [];
	#counts = new Uint32Array(32);
	#since: number;
	/** Whether any channel had changes within the window. */
	isBusy = false;

	/** @param now milliseconds on any steady clock; `measure` takes the same one. */
	constructor(now: number) {
		this.#since = now;
	}

	add({ levels, count, firstLevel, known }: BlockContent): void {
		const counts = this.#counts;
		let level = firstLevel;
		for (let index = 0; index < count; index++) {
			const next = levels[index] as number;
			for (let rest = (next ^ level) & known; rest !== 0; rest &= rest - 1) {
				const channel = 31 - Math.clz32(rest & -rest);
				counts[channel] = (counts[channel] as number) + 1;
			}
			level = next;
		}
	}

	/** Changes a second by channel; closes what was counted since the last call. */
	measure(now: number): number[] {
		this.#buckets.push({ until: now, counts: this.#counts });
		this.#counts = new Uint32Array(32);
		while (this.#buckets.length > 1 && (this.#buckets[0]?.until ?? now) <= now - WINDOW) {
			this.#since = this.#buckets.shift()?.until ?? now;
		}
		const seconds = Math.max(now - this.#since, WINDOW) / 1000;
		const totals = new Array<number>(32).fill(0);
		for (const { counts } of this.#buckets)
			for (let channel = 0; channel < 32; channel++)
				totals[channel] = (totals[channel] ?? 0) + (counts[channel] ?? 0);
		this.isBusy = totals.some((total) => total > 0);
		return totals.map((total) => total / seconds);
	}
}
