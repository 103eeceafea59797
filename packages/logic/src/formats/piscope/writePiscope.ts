import { runsOf } from "../../capture/runs.ts";
import type { CaptureDocument, WriteOptions } from "../Format.ts";
import { formatLocalTime } from "../localTime.ts";
import { maskOf } from "../maskOf.ts";
import { writtenRange } from "../range.ts";
import { clockAt } from "../startOfRange.ts";
import { TextWriter } from "../text/TextWriter.ts";
import { microsPerTick } from "../wholeMicros.ts";

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const hexDigits = Uint8Array.from("0123456789ABCDEF", (digit) => digit.charCodeAt(0));

/**
 * The native format of piscope 0.8, byte for byte: "#piscope", "#date" in local time, then a line for each change with
 * the microseconds since the beginning and all 32 levels. A line that is not known keeps its last level, low at first.
 */
export function* writePiscope(document: CaptureDocument, options: WriteOptions): Generator<Uint8Array> {
	const { capture, channels } = document;
	const { start, until } = writtenRange(capture, options);
	const perTick = microsPerTick(capture);
	const mask = maskOf(channels);
	const out = new TextWriter();
	// piscope always has a date; where nobody knows it, it is the beginning of all times.
	out.text(`#piscope\n#date ${formatLocalTime(clockAt(document, options, start) ?? 0)}\n`);
	let written: number | undefined;
	const line = (ticks: number, level: number) => {
		if (level === written) return;
		written = level;
		out.decimal((ticks - start) * perTick);
		out.byte(SPACE);
		for (let shift = 28; shift >= 0; shift -= 4) out.byte(hexDigits[(level >>> shift) & 15] as number);
		out.byte(LINE_FEED);
	};
	for (const { from, begins, known, level, correction, chunk, first, last } of runsOf(
		capture,
		start,
		until,
	)) {
		const followed = known & mask;
		const kept = (written ?? 0) & ~followed;
		if (begins) line(from, kept | (level & followed));
		if (chunk === undefined) continue;
		const { offsets, levels, base } = chunk;
		for (let at = first; at < last; at++) {
			line(base + (offsets[at] as number), kept | (((levels[at] as number) ^ correction) & followed));
			if (out.isFull) yield out.take();
		}
	}
	yield out.take();
}
