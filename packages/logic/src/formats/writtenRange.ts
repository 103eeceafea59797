import { type CaptureDocument, FileError, type WriteOptions } from "./Format.ts";

/** What of a capture is written, in its ticks. */
export interface WrittenRange {
	readonly from: number;
	/** Changes before this time are written. */
	readonly until: number;
	/** Where the file ends: the last moment of which something is known. */
	readonly end: number;
	/** Milliseconds since 1970 at `from`, where known. */
	readonly startedAt: number | undefined;
}

/** The part of the wanted range that the capture has. @throws FileError when there is none. */
export function writtenRange({ capture }: CaptureDocument, options: WriteOptions): WrittenRange {
	if (capture.isEmpty) throw new FileError("The capture is empty.");
	const wanted = Math.ceil(options.from ?? capture.firstTime);
	const from = Math.max(wanted, capture.firstTime);
	const until = Math.ceil(Math.min(options.to ?? Number.POSITIVE_INFINITY, capture.endTime + 1));
	if (until <= from) throw new FileError("The capture has nothing in the chosen range.");
	const startedAt =
		options.startedAt === undefined
			? wallClockAt(capture, from)
			: options.startedAt + (from - wanted) / capture.ticksPerMicro / 1000;
	return { from, until, end: Math.min(until, capture.endTime), startedAt };
}

function wallClockAt(
	{ anchor, ticksPerMicro }: CaptureDocument["capture"],
	time: number,
): number | undefined {
	return anchor && anchor.wall + (time - anchor.time) / ticksPerMicro / 1000;
}
