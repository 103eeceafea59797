import type { Capture } from "../capture/Capture.ts";
import { FileError, type WriteOptions } from "./Format.ts";

/** The stretch of a capture that goes into a file, in whole ticks; `end` is its last known moment. */
export interface WrittenRange {
	readonly start: number;
	readonly end: number;
	/** Changes before this are in it: behind `end` where the capture ends there. */
	readonly until: number;
}

/** @throws FileError when nothing is in it. */
export function writtenRange(capture: Capture, { from, to }: WriteOptions): WrittenRange {
	if (capture.isEmpty) throw new FileError("Nothing is captured yet.");
	const start = Math.ceil(Math.max(from ?? capture.firstTime, capture.firstTime));
	const until = Math.ceil(Math.min(to ?? Number.POSITIVE_INFINITY, capture.endTime + 1));
	const end = Math.min(until, capture.endTime);
	if (until <= start) throw new FileError("Nothing was captured in the chosen stretch. Choose another one.");
	return { start, end, until };
}
