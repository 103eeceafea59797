import { type BlockContent, type BlockGap, gapCauses } from "@gpioscope/protocol";
import { FileError } from "../Format.ts";
import { joinBytes } from "../zip/ByteQueue.ts";
import { decodeChanges, encodeChanges } from "./changeCoding.ts";

/** A stretch of a capture in which the same channels are known. Times are ticks of the capture. */
export type SessionBlock = Omit<BlockContent, "target" | "epoch" | "number" | "anchor">;

/** The fixed part at the beginning of a block, little endian; changes, gaps, watchdog and event reports follow. */
const fixed = {
	from: 0,
	to: 8,
	firstLevel: 16,
	known: 20,
	gaps: 24,
	watchdogs: 28,
	events: 32,
	bytes: 36,
} as const;
/** Cause, from, to, lost. */
const GAP_BYTES = 25;
/** GPIO or event, time. */
const POINT_BYTES = 9;
/** Stands for a gap that does not say how many reports it lost. */
const LOST_UNKNOWN = -1;

export function encodeSessionBlock(block: SessionBlock): Uint8Array {
	const { gaps, watchdogs, events } = block;
	const head = new Uint8Array(fixed.bytes);
	const view = new DataView(head.buffer);
	view.setFloat64(fixed.from, block.baseTime, true);
	view.setFloat64(fixed.to, block.endTime, true);
	view.setUint32(fixed.firstLevel, block.firstLevel, true);
	view.setUint32(fixed.known, block.known, true);
	view.setUint32(fixed.gaps, gaps.length, true);
	view.setUint32(fixed.watchdogs, watchdogs.length, true);
	view.setUint32(fixed.events, events.length, true);
	const side = new Uint8Array(gaps.length * GAP_BYTES + (watchdogs.length + events.length) * POINT_BYTES);
	const sideView = new DataView(side.buffer);
	let at = 0;
	for (const { from, to, lost = LOST_UNKNOWN, cause } of gaps) {
		sideView.setUint8(at, gapCauses.indexOf(cause));
		sideView.setFloat64(at + 1, from, true);
		sideView.setFloat64(at + 9, to, true);
		sideView.setFloat64(at + 17, lost, true);
		at += GAP_BYTES;
	}
	const points = [
		...watchdogs.map(({ time, gpio }) => ({ time, detail: gpio })),
		...events.map(({ time, event }) => ({ time, detail: event })),
	];
	for (const { time, detail } of points) {
		sideView.setUint8(at, detail);
		sideView.setFloat64(at + 1, time, true);
		at += POINT_BYTES;
	}
	return joinBytes([head, encodeChanges(block), side]);
}

/** @throws FileError when the bytes are no block. */
export function decodeSessionBlock(bytes: Uint8Array): SessionBlock {
	if (bytes.length < fixed.bytes) throw wrong();
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const baseTime = view.getFloat64(fixed.from, true);
	const endTime = view.getFloat64(fixed.to, true);
	const firstLevel = view.getUint32(fixed.firstLevel, true);
	const known = view.getUint32(fixed.known, true);
	const gapCount = view.getUint32(fixed.gaps, true);
	const watchdogCount = view.getUint32(fixed.watchdogs, true);
	const eventCount = view.getUint32(fixed.events, true);
	const { times, levels, count, end } = decodeChanges(bytes, fixed.bytes, firstLevel);
	const watchdogsAt = end + gapCount * GAP_BYTES;
	const eventsAt = watchdogsAt + watchdogCount * POINT_BYTES;
	const reach = count > 0 ? (times[count - 1] as number) : 0;
	if (!Number.isSafeInteger(baseTime) || !Number.isSafeInteger(endTime) || endTime < baseTime + reach)
		throw wrong();
	if (eventsAt + eventCount * POINT_BYTES !== bytes.length) throw wrong();
	const pointsAt = (start: number, length: number) =>
		Array.from({ length }, (_, index) => {
			const at = start + index * POINT_BYTES;
			const point = { time: view.getFloat64(at + 1, true), detail: view.getUint8(at) };
			if (!Number.isFinite(point.time) || point.detail > 31) throw wrong();
			return point;
		});
	return {
		baseTime,
		endTime,
		firstLevel,
		known,
		times,
		levels,
		count,
		gaps: Array.from({ length: gapCount }, (_, index) => gapAt(view, end + index * GAP_BYTES)),
		watchdogs: pointsAt(watchdogsAt, watchdogCount).map(({ time, detail }) => ({ time, gpio: detail })),
		events: pointsAt(eventsAt, eventCount).map(({ time, detail }) => ({ time, event: detail })),
	};
}

function gapAt(view: DataView, at: number): BlockGap {
	const cause = gapCauses[view.getUint8(at)];
	if (cause === undefined) throw wrong();
	const from = view.getFloat64(at + 1, true);
	const to = view.getFloat64(at + 9, true);
	const lost = view.getFloat64(at + 17, true);
	if (!Number.isFinite(from) || !Number.isFinite(to) || !Number.isFinite(lost)) throw wrong();
	return lost === LOST_UNKNOWN ? { from, to, cause } : { from, to, lost, cause };
}

function wrong(): FileError {
	return new FileError("A block makes no sense: the file was written wrongly.");
}
