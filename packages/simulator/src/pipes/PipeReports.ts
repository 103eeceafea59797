import { writeSync } from "node:fs";
import { REPORT_BYTES } from "@gpioscope/protocol";
import type { ReportSink } from "../signals/ReportSink.ts";
import { type Fifo, writeOrDrop } from "./fifo.ts";

/** As many reports the daemon writes at once; fewer bytes than a pipe takes whole or not at all. */
const MOST_REPORTS = 341;
const WORD_BYTES = 4;

/** Writes the reports of a handle to its pipe. What a full pipe (64 KiB) does not take is lost, as the daemon does it. */
export class PipeReports implements ReportSink {
	readonly isFull = false;
	position = 0;
	readonly #fifo: Fifo;
	readonly #words = new Uint32Array((MOST_REPORTS * REPORT_BYTES) / WORD_BYTES);

	constructor(fifo: Fifo) {
		this.#fifo = fifo;
	}

	reserve(reports: number): Uint32Array {
		if (this.position + (reports * REPORT_BYTES) / WORD_BYTES > this.#words.length) this.endRound();
		return this.#words;
	}

	endRound(): void {
		const length = this.position * WORD_BYTES;
		this.position = 0;
		if (length === 0) return;
		const bytes = new Uint8Array(this.#words.buffer, 0, length);
		writeOrDrop(() => writeSync(this.#fifo.descriptor, bytes));
	}

	close(): void {
		this.#fifo.remove();
	}
}
