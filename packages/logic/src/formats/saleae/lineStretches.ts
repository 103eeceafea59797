import type { Capture } from "../../capture/Capture.ts";
import { runsOf } from "../../capture/runs.ts";
import type { WrittenRange } from "../range.ts";
import type { Stretch } from "./layout.ts";

const FIRST_ROOM = 1024;

/** The stretches in which one channel of a capture is known, in ticks. */
export function lineStretches(
	capture: Capture,
	channel: number,
	{ start, end, until }: WrittenRange,
): Stretch[] {
	const stretches: Stretch[] = [];
	const mask = 1 << channel;
	const times = new TimeList();
	let begin: number | undefined;
	let first: 0 | 1 = 0;
	let level = 0;
	const finish = (time: number) => {
		if (begin !== undefined) stretches.push({ level: first, begin, end: time, times: times.take() });
		begin = undefined;
	};
	for (const run of runsOf(capture, start, until)) {
		if (!(run.known & mask)) {
			finish(run.from);
			continue;
		}
		const before = run.level & mask ? 1 : 0;
		if (begin === undefined) {
			begin = run.from;
			first = before;
			// A line may have been lost for no longer than a moment, and come back at another level.
		} else if (before !== level) times.push(run.from);
		level = before;
		const { chunk, last } = run;
		for (let at = run.first; chunk !== undefined && at < last; at++) {
			if (!(chunk.maskAt(at) & mask)) continue;
			times.push(chunk.timeAt(at));
			level ^= 1;
		}
	}
	finish(end);
	return stretches;
}

/** Times that come one by one. */
class TimeList {
	#times = new Float64Array(FIRST_ROOM);
	#count = 0;

	push(time: number): void {
		if (this.#count === this.#times.length) {
			const larger = new Float64Array(this.#count * 2);
			larger.set(this.#times);
			this.#times = larger;
		}
		this.#times[this.#count++] = time;
	}

	/** What came, which then is forgotten here. */
	take(): Float64Array {
		const taken = this.#times.slice(0, this.#count);
		this.#count = 0;
		return taken;
	}
}
