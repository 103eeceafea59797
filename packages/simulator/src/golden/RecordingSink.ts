import type { ReportSink } from "../signals/ReportSink.ts";
import type { GoldenReport } from "./goldenFiles.ts";

/** Keeps the reports it is given; for tests. */
export class RecordingSink implements ReportSink {
	isFull = false;
	position = 0;
	#words = new Uint32Array(3 * 1024);

	reserve(reports: number): Uint32Array {
		const needed = this.position + 3 * reports;
		if (needed > this.#words.length) {
			const larger = new Uint32Array(2 * needed);
			larger.set(this.#words);
			this.#words = larger;
		}
		return this.#words;
	}

	/** [sequence number, flags, tick minus first tick, levels] of each. */
	reports(firstTick = 0): GoldenReport[] {
		const words = this.#words;
		return Array.from({ length: this.position / 3 }, (_, index) => {
			const [head = 0, tick = 0, level = 0] = words.subarray(3 * index, 3 * index + 3);
			return [head & 0xffff, head >>> 16, tick - firstTick, level] as const;
		});
	}
}
