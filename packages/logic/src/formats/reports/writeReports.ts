import { encodeReport, REPORT_BYTES, type ReportKind, reportFlags } from "@gpioscope/protocol";
import { runsOf } from "../../capture/runs.ts";
import { type CaptureDocument, FileError, type WriteOptions } from "../Format.ts";
import { maskOf } from "../maskOf.ts";
import { writtenRange } from "../range.ts";
import { microsPerTick } from "../wholeMicros.ts";

/** Reports in a piece. */
const PIECE = 8192;
/** Microseconds without a report after which pigpiod says that it is still there. */
const KEEP_ALIVE = 60e6;

interface Point {
	readonly time: number;
	readonly kind: ReportKind;
	readonly detail: number;
}

/**
 * What a notification pipe of pigpiod would have given: the levels at the beginning, a report for each change, watchdog
 * and event, one a minute while nothing happens, one at the end. A gap is a break in the numbers.
 */
export function* writeReports(document: CaptureDocument, options: WriteOptions): Generator<Uint8Array> {
	const { capture, channels } = document;
	const { start, end, until } = writtenRange(capture, options);
	if (microsPerTick(capture) !== 1)
		throw new FileError("Only captures in microseconds can be written as reports.");
	const mask = maskOf(channels);
	const out = new ReportPieces(start);
	const points: Point[] = [
		...capture.watchdogs.between(start, until, 0).map((point) => ({ ...point, kind: "watchdog" as const })),
		...capture.events.between(start, until, 0).map((point) => ({ ...point, kind: "event" as const })),
	].sort((a, b) => a.time - b.time);
	let nextPoint = 0;
	let level = 0;
	const writeUntil = (time: number) => {
		for (let point = points[nextPoint]; point !== undefined && point.time < time; point = points[++nextPoint])
			out.report(point.time, level, reportFlags(point.kind, point.detail));
	};
	let known = 0;
	for (const run of runsOf(capture, start, until)) {
		const followed = run.known & mask;
		const kept = level & ~followed;
		if (run.begins) {
			writeUntil(run.from);
			level = kept | (run.level & followed);
			// Coming back from a gap is told by the numbers, and by the levels there.
			if (run.known !== 0 && known === 0 && run.from > start)
				out.resume(run.from, capture.gaps(start, run.from).at(-1)?.lost ?? 1);
			known = run.known;
			if (known !== 0) out.report(run.from, level);
		}
		const { chunk, correction } = run;
		if (chunk === undefined) continue;
		for (let at = run.first; at < run.last; at++) {
			const next = kept | (((chunk.levels[at] as number) ^ correction) & followed);
			if (next === level) continue;
			const time = chunk.timeAt(at);
			if (nextPoint < points.length) writeUntil(time);
			level = next;
			out.report(time, level);
			yield* out.full();
		}
	}
	writeUntil(until);
	if (out.time < end) out.report(end, level, reportFlags("keepAlive"));
	yield* out.rest();
}

/** Reports put together in pieces. */
class ReportPieces {
	/** Of the last report. */
	time: number;
	#level = 0;
	#seqno = 0;
	#count = 0;
	#full: Uint8Array[] = [];
	#view = new DataView(new ArrayBuffer(PIECE * REPORT_BYTES));

	constructor(time: number) {
		this.time = time;
	}

	report(time: number, level: number, flags = 0): void {
		while (time - this.time > KEEP_ALIVE) this.#keepAlive();
		this.#write(time, level, flags);
	}

	/** The reports up to a time are missing; how many, where that is known. */
	resume(time: number, lost: number): void {
		for (; time - this.time > KEEP_ALIVE; this.#keepAlive()) this.#skip(1);
		this.#skip(lost);
	}

	#keepAlive(): void {
		this.#write(this.time + KEEP_ALIVE, this.#level, reportFlags("keepAlive"));
	}

	#write(time: number, level: number, flags: number): void {
		this.time = time;
		this.#level = level >>> 0;
		if (this.#count === PIECE) this.#close();
		const report = { seqno: this.#seqno, flags, tick: time % 2 ** 32, level: this.#level };
		encodeReport(this.#view, this.#count++ * REPORT_BYTES, report);
		this.#skip(1);
	}

	/** Leaves numbers out. */
	#skip(count: number): void {
		this.#seqno = (this.#seqno + count) & 0xffff;
	}

	*full(): Generator<Uint8Array> {
		const full = this.#full;
		if (full.length === 0) return;
		this.#full = [];
		yield* full;
	}

	*rest(): Generator<Uint8Array> {
		this.#close();
		yield* this.full();
	}

	#close(): void {
		if (this.#count > 0) this.#full.push(new Uint8Array(this.#view.buffer, 0, this.#count * REPORT_BYTES));
		this.#view = new DataView(new ArrayBuffer(PIECE * REPORT_BYTES));
		this.#count = 0;
	}
}
