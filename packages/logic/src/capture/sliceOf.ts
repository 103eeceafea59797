import type { BlockContent } from "@gpioscope/protocol";
import { Capture } from "./Capture.ts";
import { type CaptureRun, runsOf } from "./runs.ts";

/**
 * The stretch from `from` up to and including `to` as a capture of its own, with memory of its own: changes, gaps,
 * what is known, watchdog and event reports, at the same times. Outside of what is captured nothing is known.
 */
export function sliceOf(capture: Capture, from: number, to: number): Capture {
	const slice = new Capture({ limit: Number.POSITIVE_INFINITY, ticksPerMicro: capture.ticksPerMicro });
	const end = Math.min(to, capture.endTime);
	let number = 0;
	for (const content of blocksOf(capture, from, end)) slice.append({ ...content, number: number++ });
	return slice;
}

/** A stretch of a capture as blocks that say the same, all numbered 0; none when nothing is captured there. */
export function* blocksOf(capture: Capture, from: number, end: number): Generator<BlockContent> {
	let last: BlockContent | undefined;
	for (const run of runsOf(capture, from, end + 1)) {
		last = contentOf(run, end);
		yield last;
	}
	if (last !== undefined) yield lastOf(capture, last, from);
}

const NOTHING = { target: 0, epoch: 1, number: 0, gaps: [], watchdogs: [], events: [] } as const;

function contentOf(
	{ chunk, from, to, known, correction, first, last }: CaptureRun,
	end: number,
): BlockContent {
	const shift = (chunk?.base ?? 0) - from;
	return {
		...NOTHING,
		baseTime: from,
		endTime: Math.max(from, Math.min(to, end)),
		firstLevel: ((chunk?.levelAfter(first - 1) ?? 0) ^ correction) >>> 0,
		known: known >>> 0,
		times: chunk?.offsets.slice(first, last).map((offset) => offset + shift) ?? new Uint32Array(),
		levels: chunk?.levels.slice(first, last).map((level) => level ^ correction) ?? new Uint32Array(),
		count: last - first,
	};
}

/** Says at the end what else there was. */
function lastOf(capture: Capture, last: BlockContent, from: number): BlockContent {
	const { endTime: end, known, levels, count, firstLevel } = last;
	const { anchor } = capture;
	return {
		...NOTHING,
		baseTime: end,
		endTime: end,
		firstLevel: count > 0 ? (levels[count - 1] ?? 0) : firstLevel,
		known,
		times: new Uint32Array(),
		levels: new Uint32Array(),
		count: 0,
		gaps: capture
			.gaps(from, end)
			.map((gap) => ({ ...gap, from: Math.max(gap.from, from), to: Math.min(gap.to, end) })),
		watchdogs: capture.watchdogs
			.between(from, end + 1, 0)
			.map(({ time, detail }) => ({ time, gpio: detail })),
		events: capture.events.between(from, end + 1, 0).map(({ time, detail }) => ({ time, event: detail })),
		...(anchor && { anchor }),
	};
}
