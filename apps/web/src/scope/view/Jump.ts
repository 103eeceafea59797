import { spanOf, type TimeView } from "./timeView.ts";

/** Duration of a jump's animation, ms. */
const JUMP_MS = 200;
/** Jumps further than this many views are cut: an animation would only flicker. */
const LONGEST_JUMP = 4;

/** A short movement from one view to another, so that the eye keeps its place. */
export class Jump {
	readonly #from: TimeView;
	readonly to: TimeView;
	readonly #start: number;

	constructor(from: TimeView, to: TimeView, start: number) {
		this.#from = from;
		this.to = to;
		this.#start = start;
	}

	/** Where the movement is at page time `now`, ms. */
	at(now: number): TimeView {
		const share = Math.min(1, Math.max(0, (now - this.#start) / JUMP_MS));
		if (share === 1) return this.to;
		const eased = 1 - (1 - share) ** 3;
		return {
			from: this.#from.from + (this.to.from - this.#from.from) * eased,
			to: this.#from.to + (this.to.to - this.#from.to) * eased,
		};
	}

	isOver(now: number): boolean {
		return now - this.#start >= JUMP_MS;
	}
}

/** Whether two views are too far apart for a movement from one to the other. */
export function isFarJump(from: TimeView, to: TimeView): boolean {
	const distance = Math.abs(from.from + from.to - to.from - to.to) / 2;
	return distance > LONGEST_JUMP * Math.max(spanOf(from), spanOf(to));
}
