import { REPORT_BYTES } from "./report.ts";

/** Takes `count` reports that lie one after another in `view` from `offset` on; valid during the call only. */
export type ReportSink = (view: DataView, offset: number, count: number) => void;

/**
 * Cuts a notification stream into reports without making an object for any of them: a chunk is handed on
 * as it is, only a report that was split between two chunks is put together first.
 */
export class ReportParser {
	readonly #split = new Uint8Array(REPORT_BYTES);
	readonly #splitView = new DataView(this.#split.buffer);
	#splitBytes = 0;

	push(chunk: Uint8Array, sink: ReportSink): void {
		let offset = 0;
		if (this.#splitBytes > 0) {
			const missing = REPORT_BYTES - this.#splitBytes;
			const part = chunk.subarray(0, missing);
			this.#split.set(part, this.#splitBytes);
			this.#splitBytes += part.length;
			if (this.#splitBytes < REPORT_BYTES) return;
			this.#splitBytes = 0;
			sink(this.#splitView, 0, 1);
			offset = part.length;
		}
		const count = Math.floor((chunk.length - offset) / REPORT_BYTES);
		if (count > 0) sink(new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset, count);
		offset += count * REPORT_BYTES;
		if (offset < chunk.length) {
			this.#split.set(chunk.subarray(offset));
			this.#splitBytes = chunk.length - offset;
		}
	}
}
