import type { Stretch } from "./layout.ts";

/** Walks the events of one line: where it becomes known, changes, and is no longer known. */
export class LineCursor {
	/** When the next event is; infinite behind the last. */
	time = Number.POSITIVE_INFINITY;
	isKnown = false;
	isHigh = false;
	readonly #stretches: readonly Stretch[];
	readonly #end: number;
	#place = -1;
	#at = 0;

	/** @param end when the whole capture ends: a line that is known until then stays known. */
	constructor(stretches: readonly Stretch[], end: number) {
		this.#stretches = stretches;
		this.#end = end;
		this.time = stretches[0]?.begin ?? Number.POSITIVE_INFINITY;
	}

	/** Goes behind the edges at a time, which come before the line stops being known. */
	passEdges(time: number): void {
		const edges = this.#stretches[this.#place]?.times.length ?? 0;
		while (this.time === time && this.isKnown && this.#at < edges) this.#pass();
	}

	/** Goes behind all events at a time. */
	passAll(time: number): void {
		while (this.time === time) this.#pass();
	}

	#pass(): void {
		const stretch = this.#stretches[this.#place];
		if (this.isKnown && stretch !== undefined) {
			if (this.#at < stretch.times.length) {
				this.isHigh = !this.isHigh;
				this.#at++;
			} else {
				this.isKnown = false;
			}
		} else {
			this.#place++;
			this.#at = 0;
			this.isKnown = true;
			this.isHigh = this.#stretches[this.#place]?.level === 1;
		}
		this.time = this.#next();
	}

	#next(): number {
		const stretch = this.#stretches[this.#place];
		if (!this.isKnown) return this.#stretches[this.#place + 1]?.begin ?? Number.POSITIVE_INFINITY;
		const time = stretch?.times[this.#at] ?? stretch?.end ?? this.#end;
		const isOver = this.#at >= (stretch?.times.length ?? 0) && time === this.#end;
		return isOver ? Number.POSITIVE_INFINITY : time;
	}
}
