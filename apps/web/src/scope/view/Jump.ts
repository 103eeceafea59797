import { type FoldedView, foldedView, type Screen, viewOf } from "./foldedView.ts";
import { spanOf, type TimeView } from "./timeView.ts";

/** Duration of a jump's animation, ms. */
const JUMP_MS = 200;
/** Jumps further than this many views are cut: an animation would only flicker. */
const LONGEST_JUMP = 4;

/** A short movement from one view to another, so that the eye keeps its place. */
export class Jump {
	readonly #from: FoldedView;
	readonly to: FoldedView;
	readonly #start: number;

	constructor(from: FoldedView, to: FoldedView, start: number) {
		this.#from = from;
		this.to = to;
		this.#start = start;
	}

	/** Where the movement is at page time `now`, ms. */
	at(now: number, screen: Screen): FoldedView {
		if (this.isOver(now)) return this.to;
		const share = Math.max(0, (now - this.#start) / JUMP_MS);
		const eased = 1 - (1 - share) ** 3;
		const side = sideOf(this.#from, this.to);
		const [start, end] = [this.#from[side], this.to[side]];
		const between = {
			from: start.from + (end.from - start.from) * eased,
			to: start.to + (end.to - start.to) * eased,
		};
		if (side === "axis") return foldedView(this.to.map, between);
		return viewOf(screen, between, spanOf(this.to.axis));
	}

	isOver(now: number): boolean {
		return now - this.#start >= JUMP_MS;
	}
}

/** Whether two views are too far apart for a movement from one to the other. */
export function isFarJump(from: FoldedView, to: FoldedView): boolean {
	const side = sideOf(from, to);
	const [start, end]: [TimeView, TimeView] = [from[side], to[side]];
	const distance = Math.abs(start.from + start.to - end.from - end.to) / 2;
	return distance > LONGEST_JUMP * Math.max(spanOf(start), spanOf(end));
}

/** Places on the axis mean the same only while the map stays; capture times always do. */
function sideOf(from: FoldedView, to: FoldedView): "axis" | "view" {
	return from.map === to.map ? "axis" : "view";
}
