import { type Break, TimeMap } from "./TimeMap.ts";

/** Scales this near to one another are the same: a moving view keeps its scale only nearly. */
const SAME = 1e-9;

/** The maps of the same breaks at any scale. */
export class TimeMaps {
	/** What is collapsed, in order of time, not touching one another. */
	readonly breaks: readonly Break[];
	#last: { readonly scale: number; readonly map: TimeMap } | undefined;

	constructor(breaks: readonly Break[]) {
		this.breaks = breaks;
	}

	/** The map at a scale, µs per CSS pixel; the same one again while the scale stays. */
	at(scale: number): TimeMap {
		const last = this.#last;
		if (last !== undefined && Math.abs(scale / last.scale - 1) < SAME) return last.map;
		const map = TimeMap.at(this.breaks, scale);
		this.#last = { scale, map };
		return map;
	}
}
