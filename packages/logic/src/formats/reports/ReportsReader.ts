import { REPORT_BYTES, ReportParser, reportDetail, reportKind } from "@gpioscope/protocol";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { gpioChannels } from "../gpioChannels.ts";

const ALL = 0xffff_ffff;
const SEQNO = 0xffff;
/** Times are ticks of the file, so far as a tick of 32 bits says them. */
const HALF_CLOCK = 2 ** 31;

/** Reads what a notification pipe of pigpiod gives: reports of 12 bytes, nothing else. */
export class ReportsReader implements FileReader {
	readonly document: CaptureDocument;
	readonly remarks: string[] = [];
	readonly #builder = new CaptureBuilder();
	readonly #parser = new ReportParser();
	#bytes = 0;
	#reports = 0;
	#seqno = 0;
	#lastTick = 0;
	#gaps = 0;
	#changedAt: number | undefined;

	constructor() {
		this.document = { capture: this.#builder.capture, channels: gpioChannels };
	}

	push(piece: Uint8Array): void {
		this.#bytes += piece.length;
		this.#parser.push(piece, (view, offset, count) => {
			for (let at = offset; at < offset + count * REPORT_BYTES; at += REPORT_BYTES) this.#take(view, at);
		});
		if (this.#reports > 0) this.#builder.flush();
	}

	end(): CaptureDocument {
		const rest = this.#bytes % REPORT_BYTES;
		if (this.#reports === 0) throw new FileError("It holds no report: a report has 12 bytes.");
		if (rest > 0) this.remarks.push(`The last ${rest} bytes are no whole report and were left out.`);
		if (this.#gaps > 0)
			this.remarks.push(`Reports are missing in ${this.#gaps} places, by their numbers: these are gaps now.`);
		this.#builder.flush();
		return this.document;
	}

	#take(view: DataView, at: number): void {
		const seqno = view.getUint16(at, true);
		const flags = view.getUint16(at + 2, true);
		const tick = view.getUint32(at + 4, true);
		const level = view.getUint32(at + 8, true);
		const builder = this.#builder;
		if (this.#reports === 0) builder.begin(tick, level, ALL);
		const last = builder.time;
		// The clock of 32 bits begins anew after 71 minutes; a live line reports at least once a minute.
		const elapsed = (tick - this.#lastTick) >>> 0;
		const time = this.#reports === 0 ? tick : last + elapsed;
		if (elapsed >= HALF_CLOCK && this.#reports > 0)
			throw new FileError(
				`Time goes back (tick ${tick} after ${this.#lastTick}).`,
				`Byte ${this.#reports * REPORT_BYTES}`,
			);
		const lost = (seqno - this.#seqno) & SEQNO;
		if (this.#reports > 0 && lost > 0 && time > last) {
			builder.flush();
			// A change that the last report told of was seen: the gap begins behind it.
			const from = this.#changedAt === last ? Math.min(last + 1, time - 1) : last;
			builder.gap({ from, to: time, lost, cause: "reportsLost" });
			this.#gaps++;
		} else if (level !== builder.level) this.#changedAt = time;
		builder.change(time, level);
		const kind = reportKind(flags);
		if (kind === "watchdog") builder.watchdog(time, reportDetail(flags));
		else if (kind === "event") builder.event(time, reportDetail(flags));
		this.#reports++;
		this.#seqno = (seqno + 1) & SEQNO;
		this.#lastTick = tick;
	}
}
