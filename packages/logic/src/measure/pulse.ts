import type { Capture } from "../capture/Capture.ts";
import { edgeAtOrBefore, nextEdge, previousEdge } from "../capture/search.ts";

/** One stretch of constant level. All times in microseconds of the capture. */
export interface Pulse {
	readonly level: 0 | 1;
	/** The edge that began it. */
	readonly start: number;
	/** The edge that ended it. */
	readonly end: number;
	readonly width: number;
	/** From its start to the next edge of the same kind; else, at the end of a signal, from one end to the other. */
	readonly period?: number;
	/** One over the period, in hertz. */
	readonly frequency?: number;
	/** The high part of the period, 0 to 1. */
	readonly duty?: number;
	/** Whether part of the pulse or of its period lies in a gap: then nobody knows what happened there. */
	readonly overGap: boolean;
}

/**
 * The pulse of a channel (0 to 31) in which a time lies. Undefined where the level is unknown, before the channel's
 * first edge and after its last.
 */
export function pulseAt(capture: Capture, channel: number, time: number): Pulse | undefined {
	const mask = 1 << channel;
	const { level: word, known } = capture.levelAt(time);
	if ((known & mask) === 0) return undefined;
	const start = edgeAtOrBefore(capture, mask, time);
	const end = nextEdge(capture, mask, time);
	if (start === undefined || end === undefined) return undefined;
	const level = word & mask ? 1 : 0;
	const width = end - start;
	const after = nextEdge(capture, mask, end);
	const before = after === undefined ? previousEdge(capture, mask, start) : undefined;
	const period = after !== undefined ? after - start : before !== undefined ? end - before : undefined;
	const isKnown = capture.knowledge.isKnown(mask, before ?? start, after ?? end);
	const pulse = { level, start, end, width, overGap: !isKnown } as const;
	if (period === undefined || period === 0) return pulse;
	return { ...pulse, period, frequency: 1e6 / period, duty: (level ? width : period - width) / period };
}
