import { HEADROOM } from "../view/liveEdge.ts";

/** Frames and answers that are remembered. */
const FRAMES = 8;
const ANSWERS = 128;
/** Of the answers, so many may be later than expected. */
const LATE_SHARE = 0.05;
/** Spare time before the frame that needs an answer, ms. */
const SLACK = 2;
/** Waiting for less than this is not worth a timer, ms. */
const SHORTEST_WAIT = 2;

/** When to ask for the next picture of a live view: as late as the answer still comes in time for its frame. */
export class AskTiming {
	/** Distances of frames, and how long answers took, ms. */
	readonly #distances: number[] = [];
	readonly #answers: number[] = [];
	/** Of the end of a frame, kept for question and answer, ms; without bounds until enough answers are known. */
	#reserve = Number.POSITIVE_INFINITY;
	#last: number | undefined;

	/** Notes that a question was answered after so many ms. */
	answered(millis: number): void {
		push(this.#answers, millis, ANSWERS);
		if (this.#answers.length < ANSWERS) return;
		const sorted = [...this.#answers].sort((a, b) => a - b);
		this.#reserve = SLACK + (sorted[Math.floor((1 - LATE_SHARE) * (ANSWERS - 1))] ?? 0);
	}

	/** Notes that a frame began, and says after how many ms of it to ask for the next one. */
	frame(now: number): number {
		if (this.#last !== undefined && now > this.#last) push(this.#distances, now - this.#last, FRAMES);
		this.#last = now;
		const wait = this.#distance - this.#reserve;
		return wait < SHORTEST_WAIT ? 0 : wait;
	}

	/** How old data is when the frame begins that shows it, µs. */
	get headroom(): number {
		if (this.#reserve === Number.POSITIVE_INFINITY) return HEADROOM;
		const asked = this.#distance - this.#reserve < SHORTEST_WAIT ? this.#distance : this.#reserve;
		return Math.min(HEADROOM, asked * 1000);
	}

	/** Between two frames when none is left out. */
	get #distance(): number {
		return this.#distances.length === 0 ? 0 : Math.min(...this.#distances);
	}
}

function push(values: number[], value: number, most: number): void {
	values.push(value);
	if (values.length > most) values.shift();
}
