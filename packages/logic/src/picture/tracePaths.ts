import { short } from "./svgText.ts";
import type { PictureSource, PictureTrace, ViewPicture } from "./ViewPicture.ts";

/** The stretch of a picture, and the capture that is drawn in it. */
type Traced = PictureSource & Pick<ViewPicture, "from" | "to" | "width">;

/** The shapes of one trace, as path data; empty where there is nothing to draw. */
export interface TracePaths {
	/** Rails and edges. */
	readonly line: string;
	/** Areas under high levels. */
	readonly fill: string;
	/** Blocks of changes too close to be told apart. */
	readonly dense: string;
	/** Where the level is not known. */
	readonly unknown: string;
}

/** Changes nearer to one another than this, in pixels, may form a block. */
const DENSE_DISTANCE = 3;
/** So many changes make one. */
const DENSE_COUNT = 4;

const State = { empty: 0, known: 1, unknown: 2, dense: 3 } as const;

/** Draws one channel: each shape begins only where something changes, so that quiet lines are short. */
export function tracePaths(picture: Traced, trace: PictureTrace, top: number): TracePaths {
	const states = statesOf(picture, trace.channel);
	const pen = new TracePen(picture, trace, top);
	for (let from = 0; from < states.length; ) {
		const state = states[from];
		let to = from + 1;
		while (to < states.length && states[to] === state) to++;
		if (state === State.dense) pen.block(from, to);
		else if (state === State.unknown) pen.hatch(from, to);
		else if (state === State.known) pen.trace(from, to, from > 0 && states[from - 1] !== State.unknown);
		from = to;
	}
	return pen;
}

/** Collects the shapes of a trace; places are columns, the second of a stretch not included. */
class TracePen implements TracePaths {
	line = "";
	fill = "";
	dense = "";
	unknown = "";
	readonly #picture: Traced;
	readonly #trace: PictureTrace;
	readonly #top: string;
	readonly #bottom: string;
	readonly #high: string;
	readonly #low: string;

	constructor(picture: Traced, trace: PictureTrace, top: number) {
		this.#picture = picture;
		this.#trace = trace;
		this.#top = short(top);
		this.#bottom = short(top + trace.height);
		this.#high = short(top + trace.padTop + 0.5);
		this.#low = short(top + trace.height - trace.padBottom - 0.5);
	}

	block(from: number, to: number): void {
		this.dense += this.#box(from, to, this.#high, this.#low);
		const [start, end] = [this.#x(from), this.#x(to)];
		this.line += `M${start} ${this.#high}H${end}M${start} ${this.#low}H${end}`;
	}

	hatch(from: number, to: number): void {
		this.unknown += this.#box(from, to, this.#top, this.#bottom);
	}

	/** @param goesOn whether the level just before is known. */
	trace(from: number, to: number, goesOn: boolean): void {
		let isHigh = this.#startsHigh(from, goesOn);
		let start = from;
		this.line += `M${this.#x(from)} ${this.#rail(isHigh)}`;
		for (let at = from; at < to; at++) {
			if (!this.#has(this.#picture.columns.changed, at)) continue;
			const after = this.#isHigh(at);
			const middle = at + 0.5;
			// What goes there and back within a column is seen as a line over the whole height.
			const glitch = after === isHigh ? `V${this.#rail(!isHigh)}` : "";
			this.line += `H${this.#x(middle)}${glitch}V${this.#rail(after)}`;
			if (isHigh) this.#area(start, middle);
			start = middle;
			isHigh = after;
		}
		this.line += `H${this.#x(to)}`;
		if (isHigh) this.#area(start, to);
	}

	/** The level at the beginning of a column. */
	#startsHigh(column: number, goesOn: boolean): boolean {
		if (!this.#has(this.#picture.columns.changed, column)) return this.#isHigh(column);
		if (goesOn) return this.#isHigh(column - 1);
		const hasOneChange = !this.#has(this.#picture.columns.multiple, column);
		return this.#isHigh(column) !== hasOneChange;
	}

	#area(from: number, to: number): void {
		this.fill += this.#box(from, to, this.#high, this.#low);
	}

	#box(from: number, to: number, upper: string, lower: string): string {
		const start = this.#x(from);
		return `M${start} ${upper}H${this.#x(to)}V${lower}H${start}Z`;
	}

	#x(column: number): string {
		return short((column * this.#picture.width) / this.#picture.columns.levels.length);
	}

	#rail(isHigh: boolean): string {
		return isHigh ? this.#high : this.#low;
	}

	#isHigh(column: number): boolean {
		return this.#has(this.#picture.columns.levels, column) !== this.#trace.inverted;
	}

	#has(words: Uint32Array, column: number): boolean {
		return (((words[column] ?? 0) >>> this.#trace.channel) & 1) === 1;
	}
}

/** What a channel is in each column; one that is only partly stored is empty. */
function statesOf({ columns, from, to, width, firstTime, endTime }: Traced, channel: number): Uint8Array {
	const { changed, multiple, known } = columns;
	const count = known.length;
	const states = new Uint8Array(count);
	const perColumn = (to - from) / count;
	const first = Math.max(0, Math.ceil((firstTime - from) / perColumn - 1e-6));
	const end = Math.min(count, Math.floor((endTime - from) / perColumn + 1e-6));
	for (let at = first; at < end; at++)
		states[at] = ((known[at] ?? 0) >>> channel) & 1 ? State.known : State.unknown;
	const distance = (DENSE_DISTANCE * count) / width;
	let start = -1;
	let last = -1;
	let changes = 0;
	const close = () => {
		if (changes >= DENSE_COUNT && last > start) states.fill(State.dense, start, last + 1);
		changes = 0;
	};
	for (let at = first; at < end; at++) {
		if (states[at] === State.unknown) close();
		if (states[at] === State.unknown || !(((changed[at] ?? 0) >>> channel) & 1)) continue;
		if (changes > 0 && at - last >= distance) close();
		if (changes === 0) start = at;
		changes += 1 + (((multiple[at] ?? 0) >>> channel) & 1);
		last = at;
	}
	close();
	return states;
}
