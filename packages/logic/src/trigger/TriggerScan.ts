import type { Capture } from "../capture/Capture.ts";
import { Chunk } from "../capture/Chunk.ts";
import type { KnowledgeStep } from "../capture/Knowledge.ts";
import type { HitListener, TriggerMachine } from "./TriggerMachine.ts";
import type { TriggerRun } from "./TriggerRun.ts";

/** A stretch in which the same channels are known. */
interface Stretch {
	readonly known: number;
	readonly since: number;
	/** From here on it is to be looked at. */
	readonly start: number;
	/** Channels that came to another level just there without an edge that anyone saw. */
	readonly flipped: number;
	/** Changes at the very moment at which it begins: they belong to what was known before. */
	readonly border: readonly TriggerRun[];
	/** The others; one run at least. */
	readonly body: readonly TriggerRun[];
}

/** A place among the changes of a capture. */
interface Place {
	place: number;
	index: number;
	/** How many changes, dropped ones included, come before it. */
	position: number;
}

/** Stands for the changes of a capture that has none. */
const NO_CHANGES = new Chunk(0, 0, 1, 1);

/**
 * Follows a capture as it grows: cuts what is new of it into runs, so that each change is shown once and none is
 * missed. What is appended with times that were already looked at, as late reports are, is shown all the same.
 */
export class TriggerScan {
	readonly #capture: Capture;
	/** How many changes have been looked at, dropped ones included. */
	#position: number;
	/** Until when the time has been looked at. */
	#until: number;
	/** Channels that were stored inverted there. */
	#correction = 0;
	#stretches: readonly Stretch[] = [];
	/** Whether something was dropped before it was looked at. */
	#missed = false;

	/** @param from whether to begin with what the capture holds already, or only with what comes */
	constructor(capture: Capture, from: "start" | "end") {
		this.#capture = capture;
		const isAtEnd = from === "end" && !capture.isEmpty;
		this.#position = capture.dropped + (isAtEnd ? capture.changes : 0);
		this.#until = isAtEnd ? capture.endTime : Number.NEGATIVE_INFINITY;
	}

	/** Takes in what is new up to before `to`; `show` then shows it. */
	advance(to = Number.POSITIVE_INFINITY): void {
		const { dropped, firstTime, endTime, isEmpty } = this.#capture;
		if (isEmpty) return;
		this.#missed = this.#position < dropped || this.#until < firstTime;
		this.#position = Math.max(this.#position, dropped);
		const from = Math.max(this.#until, firstTime);
		const place = this.#find();
		this.#stretches = this.#cut(place, from, to);
		this.#position = place.position;
		this.#until = Math.max(from, Math.min(endTime, to));
	}

	/** Shows what the last `advance` took in. Returns whether the listener ended that. */
	show(machine: TriggerMachine, onHit: HitListener): boolean {
		const first = this.#stretches[0];
		if (first === undefined) return false;
		if (this.#missed || !this.#hasStayedKnown(machine, first.start)) machine.lose();
		return this.#stretches.some((stretch) => showStretch(stretch, machine, onHit));
	}

	/** A gap can become known when its time has been looked at. */
	#hasStayedKnown({ since, channels }: TriggerMachine, until: number): boolean {
		const { knowledge, firstTime } = this.#capture;
		return since === undefined || knowledge.isKnown(channels, Math.max(since, firstTime), until);
	}

	/** The first change that has not been looked at. */
	#find(): Place {
		const { chunks, dropped, changes } = this.#capture;
		let left = dropped + changes - this.#position;
		let place = Math.max(0, chunks.length - 1);
		while (place > 0 && left > (chunks.at(place)?.count ?? 0)) left -= chunks.at(place--)?.count ?? 0;
		return { place, index: (chunks.at(place)?.count ?? 0) - left, position: this.#position };
	}

	#cut(place: Place, from: number, to: number): Stretch[] {
		const { knowledge, endTime } = this.#capture;
		const stretches: Stretch[] = [];
		const end = Math.min(endTime, to);
		let at = Math.max(0, knowledge.indexAt(from));
		for (let step = knowledge.step(at); step.time <= end; ) {
			const next: KnowledgeStep = knowledge.step(++at);
			const flipped = this.#correction ^ step.correction;
			const border = this.#runsUntil(place, step.time, this.#correction, (chunk) =>
				chunk.upperBound(step.time),
			);
			const before = Math.min(next.time, to);
			const body = this.#runsUntil(place, Math.min(next.time, end), step.correction, (chunk) =>
				before === Number.POSITIVE_INFINITY ? chunk.count : chunk.lowerBound(before),
			);
			stretches.push({
				known: step.known,
				since: step.time,
				start: Math.max(step.time, from),
				flipped,
				border: border.filter(({ first, last }) => first < last),
				body,
			});
			this.#correction = step.correction;
			step = next;
		}
		return stretches;
	}

	/** The changes from a place on up to a bound, which becomes the place. */
	#runsUntil(place: Place, until: number, correction: number, bound: (chunk: Chunk) => number): TriggerRun[] {
		const { chunks } = this.#capture;
		const runs: TriggerRun[] = [];
		for (;;) {
			const chunk = chunks.at(place.place) ?? NO_CHANGES;
			const first = place.index;
			const last = Math.max(first, bound(chunk));
			const goesOn = last === chunk.count && place.place + 1 < chunks.length;
			const run = { chunks, place: place.place, chunk, first, last, correction, position: place.position };
			place.position += last - first;
			place.index = last;
			if (!goesOn) {
				runs.push({ ...run, until });
				return runs;
			}
			if (last > first) runs.push({ ...run, until: chunk.timeAt(last - 1) });
			place.place++;
			place.index = 0;
		}
	}
}

/** Returns whether the listener ended that. */
function showStretch(stretch: Stretch, machine: TriggerMachine, onHit: HitListener): boolean {
	const { known, since, start, flipped, border, body } = stretch;
	const isKnown = (machine.channels & ~known) === 0;
	// A level that it knows since that very moment only was nothing yet: changes there belong to what was before.
	if (machine.since === since && border.length > 0) machine.lose();
	const scan = (run: TriggerRun) => machine.scan(run, onHit);
	if (machine.since !== undefined && border.some(scan)) return true;
	if (!isKnown || (machine.channels & flipped) !== 0) machine.lose();
	if (!isKnown) return false;
	if (machine.since === undefined) machine.begin(body[0] as TriggerRun, start);
	return body.some(scan);
}
