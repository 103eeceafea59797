import type { Capture } from "@gpioscope/logic";
import type { BlockAnchor } from "@gpioscope/protocol";
import type { ArrivalPattern } from "./Arrivals.ts";

/** What the page knows of the capture without asking: numbers that fit into a store, never samples. */
export interface CaptureFacts {
	/** Counts up with every change of these facts. */
	readonly revision: number;
	/** Ticks of the capture's clock in a microsecond: times have no finer fraction than one of these. */
	readonly ticksPerMicro: number;
	/** When the capture began, microseconds of the capture; stays when the oldest changes are dropped. */
	readonly origin: number;
	/** The oldest moment that is kept. */
	readonly firstTime: number;
	/** The newest known moment. */
	readonly endTime: number;
	/** When the page learnt of endTime, as performance.now() of the page. */
	readonly receivedAt: number;
	/** How data arrived of late, by performance.now() of the page; undefined before the first data. */
	readonly arrivals: ArrivalPattern | undefined;
	/** The newest levels; a bit means something only where `known` has it. */
	readonly level: number;
	readonly known: number;
	/** Changes kept, and changes dropped because of the limit. */
	readonly changes: number;
	readonly dropped: number;
	readonly limit: number;
	/** Bytes that the kept changes take. */
	readonly byteLength: number;
	/** By channel 0 to 31, over the last second. */
	readonly changesPerSecond: readonly number[];
	/** How many gaps there are, watchdog reports, and events of the daemon. */
	readonly gaps: number;
	readonly watchdogs: number;
	readonly events: number;
	/** One moment on both clocks, when known: microseconds of the capture, milliseconds since 1970. */
	readonly anchor: BlockAnchor | undefined;
}

/** The facts of a capture without data. */
export const noFacts: CaptureFacts = {
	revision: 0,
	ticksPerMicro: 1,
	origin: 0,
	firstTime: 0,
	endTime: 0,
	receivedAt: 0,
	arrivals: undefined,
	level: 0,
	known: 0,
	changes: 0,
	dropped: 0,
	limit: 0,
	byteLength: 0,
	changesPerSecond: new Array<number>(32).fill(0),
	gaps: 0,
	watchdogs: 0,
	events: 0,
	anchor: undefined,
};

/** What a capture tells of itself; times in microseconds. */
export function captureFacts(
	capture: Capture,
): Omit<CaptureFacts, "revision" | "receivedAt" | "arrivals" | "changesPerSecond"> {
	const { ticksPerMicro, anchor } = capture;
	return {
		ticksPerMicro,
		origin: capture.origin / ticksPerMicro,
		firstTime: capture.firstTime / ticksPerMicro,
		endTime: capture.endTime / ticksPerMicro,
		...capture.latest,
		changes: capture.changes,
		dropped: capture.dropped,
		limit: capture.limit,
		byteLength: capture.byteLength,
		gaps: capture.gapList.count,
		watchdogs: capture.watchdogs.count,
		events: capture.events.count,
		anchor: anchor && { ...anchor, time: anchor.time / ticksPerMicro },
	};
}
