import { REPORT_BYTES, type ReportSink } from "@gpioscope/protocol";

/** Reports that were numbered but never came. */
export interface MissingReports {
	readonly lost: number;
	/** Tick of the last report before; undefined when there was none. */
	readonly afterTick: number | undefined;
	/** Tick of the first report after. */
	readonly beforeTick: number;
}

/** Follows the sequence numbers of one handle and splits its reports where some are missing. */
export class SequenceCheck {
	#next = 0;
	#lastTick: number | undefined;

	/** Tick of the newest report. */
	get lastTick(): number | undefined {
		return this.#lastTick;
	}

	/** Passes on all reports, and says between them how many are missing. */
	pass(
		view: DataView,
		offset: number,
		count: number,
		sink: ReportSink,
		onMissing: (missing: MissingReports) => void,
	): void {
		let start = 0;
		let next = this.#next;
		for (let i = 0; i < count; i++) {
			const seqno = view.getUint16(offset + i * REPORT_BYTES, true);
			if (seqno !== next) {
				this.#handOn(view, offset, start, i, sink);
				onMissing({
					lost: (seqno - next) & 0xffff,
					afterTick: this.#lastTick,
					beforeTick: view.getUint32(offset + i * REPORT_BYTES + 4, true),
				});
				start = i;
			}
			next = (seqno + 1) & 0xffff;
		}
		this.#next = next;
		this.#handOn(view, offset, start, count, sink);
	}

	#handOn(view: DataView, offset: number, start: number, end: number, sink: ReportSink): void {
		if (end === start) return;
		this.#lastTick = view.getUint32(offset + (end - 1) * REPORT_BYTES + 4, true);
		sink(view, offset + start * REPORT_BYTES, end - start);
	}
}
