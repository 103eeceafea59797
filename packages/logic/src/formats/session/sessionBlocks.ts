import type { Capture } from "../../capture/Capture.ts";
import { type CaptureRun, runsOf } from "../../capture/runs.ts";
import type { WrittenRange } from "../range.ts";
import type { SessionBlock } from "./blockContent.ts";

/** Changes in a block, at most: as much as is lost when one is damaged. */
const MOST_CHANGES = 2 ** 15;
/** The farthest that a change may lie behind the beginning of its block, in ticks. */
const FARTHEST = 2 ** 32 - 1;

/**
 * Cuts a stretch of a capture into blocks that follow one another without holes: wherever other channels are known,
 * and after many changes. Each has the gaps, watchdog and event reports that begin in it.
 *
 * @param mask the channels that are kept.
 */
export function* sessionBlocks(capture: Capture, mask: number, range: WrittenRange): Generator<SessionBlock> {
	const collector = new Collector(capture, range);
	for (const run of runsOf(capture, range.start, range.until)) {
		const known = (run.known & mask) >>> 0;
		if (run.begins && collector.isBegun) yield collector.end(run.from);
		if (run.begins) collector.begin(run.from, (run.level & known) >>> 0, known);
		yield* changesOf(run, collector);
	}
	yield collector.end(range.end, true);
}

function* changesOf(
	{ chunk, first, last, correction }: CaptureRun,
	collector: Collector,
): Generator<SessionBlock> {
	if (chunk === undefined || collector.known === 0) return;
	for (let at = first; at < last; at++) {
		const time = chunk.timeAt(at);
		if (collector.isFullFor(time)) {
			yield collector.end(time);
			collector.goOn(time);
		}
		collector.add(time, ((chunk.levels[at] as number) ^ correction) & collector.known);
	}
}

/** Collects the changes of one block after another. */
class Collector {
	readonly #capture: Capture;
	readonly #start: number;
	#times = new Uint32Array(MOST_CHANGES);
	#levels = new Uint32Array(MOST_CHANGES);
	#count = 0;
	#base = 0;
	#firstLevel = 0;
	#level = 0;
	known = 0;
	isBegun = false;

	constructor(capture: Capture, { start }: WrittenRange) {
		this.#capture = capture;
		this.#start = start;
	}

	begin(time: number, level: number, known: number): void {
		this.isBegun = true;
		this.#base = time;
		this.#firstLevel = level;
		this.#level = level;
		this.known = known;
		this.#count = 0;
	}

	goOn(time: number): void {
		this.begin(time, this.#level, this.known);
	}

	isFullFor(time: number): boolean {
		return this.#count === MOST_CHANGES || time - this.#base > FARTHEST;
	}

	add(time: number, level: number): void {
		const word = level >>> 0;
		if (word === this.#level) return;
		this.#times[this.#count] = time - this.#base;
		this.#levels[this.#count++] = word;
		this.#level = word;
	}

	end(time: number, isLast = false): SessionBlock {
		const isHere = (moment: number) => moment >= this.#base && (moment < time || (isLast && moment <= time));
		const { gaps, watchdogs, events } = this.#side(time);
		return {
			baseTime: this.#base,
			endTime: time,
			firstLevel: this.#firstLevel,
			known: this.known,
			times: this.#times,
			levels: this.#levels,
			count: this.#count,
			gaps: gaps.filter(({ from }) => isHere(from)),
			watchdogs: watchdogs.filter((report) => isHere(report.time)),
			events: events.filter((report) => isHere(report.time)),
		};
	}

	/** What may lie in the block beside its changes. */
	#side(end: number) {
		const { gaps, watchdogs, events } = sideOf(this.#capture, this.#base, end + 1);
		return {
			gaps: gaps.map((gap) => ({ ...gap, from: Math.max(gap.from, this.#start) })),
			watchdogs,
			events,
		};
	}
}

function sideOf(capture: Capture, from: number, to: number) {
	return {
		gaps: capture.gaps(from, to),
		watchdogs: capture.watchdogs.between(from, to, 0).map(({ time, detail }) => ({ time, gpio: detail })),
		events: capture.events.between(from, to, 0).map(({ time, detail }) => ({ time, event: detail })),
	};
}
