import type { Capture } from "./Capture.ts";
import type { CaptureRun } from "./runs.ts";
import { runsOf } from "./runs.ts";

/**
 * Walks [from, to) of a capture moment by moment: every change, and every moment at which other channels become known.
 * Where `runsOf` is quicker, this is easier when two captures are walked at once.
 */
export class ChangeCursor {
	/** When what is below came to hold, ticks; Infinity behind the end. */
	time = Number.NEGATIVE_INFINITY;
	/** The true level word; a bit means something only where `known` has it. */
	level = 0;
	/** Channels whose level is known. */
	known = 0;
	readonly #runs: Iterator<CaptureRun, void>;
	#run: CaptureRun | undefined;
	#at = 0;
	#isBeginning = false;

	constructor(capture: Capture, from?: number, to?: number) {
		this.#runs = runsOf(capture, from, to);
		this.#nextRun();
		this.next();
	}

	/** Goes to the next moment. */
	next(): void {
		for (let run = this.#run; run !== undefined; run = this.#run) {
			if (this.#isBeginning) {
				this.#isBeginning = false;
				this.time = run.from;
				this.level = run.level;
				this.known = run.known >>> 0;
				return;
			}
			const { chunk, last, correction, known } = run;
			if (chunk !== undefined && this.#at < last) {
				const at = this.#at++;
				this.time = chunk.base + (chunk.offsets[at] as number);
				this.level = (((chunk.levels[at] as number) ^ correction) & known) >>> 0;
				return;
			}
			this.#nextRun();
		}
		this.time = Number.POSITIVE_INFINITY;
		this.known = 0;
	}

	#nextRun(): void {
		this.#run = this.#runs.next().value ?? undefined;
		this.#at = this.#run?.first ?? 0;
		this.#isBeginning = this.#run?.begins === true;
	}
}
