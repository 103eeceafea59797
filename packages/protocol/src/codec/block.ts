/** Why a stretch of a capture is unknown. */
export type GapCause = "start" | "daemonLost" | "reportsLost" | "viewerSlow" | "stalled" | "notKept";

/** The causes in the order of their numbers on the wire: only ever append. */
export const gapCauses: readonly GapCause[] = [
	"start",
	"daemonLost",
	"reportsLost",
	"viewerSlow",
	"stalled",
	"notKept",
];

/** A stretch in which nothing is known, in microseconds of the block's epoch. */
export interface BlockGap {
	readonly from: number;
	readonly to: number;
	/** How many reports are missing, where that can be told. */
	readonly lost?: number;
	readonly cause: GapCause;
}

/** A watchdog report: the GPIO showed no change for its timeout. */
export interface BlockWatchdog {
	readonly time: number;
	readonly gpio: number;
}

/** An event report, event 0 to 31. */
export interface BlockEvent {
	readonly time: number;
	readonly event: number;
}

/** One moment on both clocks: microseconds of the epoch, and milliseconds since 1970. */
export interface BlockAnchor {
	readonly time: number;
	readonly wall: number;
}

/**
 * A stretch of captured data of one target, complete in itself. Levels are known from `baseTime` to `endTime`
 * except in `gaps`; a block without changes says that nothing happened. A change inside a gap or at its very end is
 * no edge: it only says the levels from the gap's end on. A block may begin before the end of the one before it, when
 * reports came after their time was already called quiet.
 *
 * All times are microseconds, monotonic within an epoch, as float64; `times` are offsets from `baseTime`.
 */
export interface BlockContent {
	/** Which target, 0 to 65535. */
	readonly target: number;
	/** Changes whenever the target's clock starts anew. 32 bits. */
	readonly epoch: number;
	/** Counts the blocks of a target, up by one each; a safe integer. */
	readonly number: number;
	readonly baseTime: number;
	readonly endTime: number;
	/** The level word in force at `baseTime`, one bit a channel. */
	readonly firstLevel: number;
	/** Mask of the channels whose level is known. */
	readonly known: number;
	/** When each change happened, microseconds after `baseTime`, ascending. At least `count` long. */
	readonly times: Uint32Array;
	/** The level word after each change. At least `count` long. */
	readonly levels: Uint32Array;
	/** How many entries of `times` and `levels` are in use. */
	readonly count: number;
	readonly gaps: readonly BlockGap[];
	readonly watchdogs: readonly BlockWatchdog[];
	readonly events: readonly BlockEvent[];
	readonly anchor?: BlockAnchor;
}

/** What kept bytes from being read as a block, or content from being written as one. */
export type BlockErrorCause =
	| "tooShort"
	| "notABlock"
	| "unknownVersion"
	| "wrongLength"
	| "wrongChecksum"
	| "malformed"
	| "outOfRange";

/** Thrown by encodeBlock and decodeBlock; `reason` tells the cases apart, the message explains. */
export class BlockError extends Error {
	readonly reason: BlockErrorCause;

	constructor(reason: BlockErrorCause, message: string) {
		super(message);
		this.name = "BlockError";
		this.reason = reason;
	}
}

/**
 * The header, little endian. After it: the anchor (two float64) if there is one, the changes, gaps, watchdogs, events.
 *
 * A change is the varint of the microseconds since the one before, then the channels that changed: one byte 0 to 31
 * for a single channel, two bytes (32 + one channel, the other) for two, else the byte 64 and the mask as 32 bits.
 */
export const header = {
	/** "gpsB" */
	magic: 0,
	/** CRC-32 of everything after this field, so that a reader of files can find the next whole block. */
	checksum: 4,
	version: 8,
	/** Bit 0: an anchor follows the header. */
	flags: 9,
	target: 10,
	/** Length of the whole block in bytes. */
	length: 12,
	epoch: 16,
	count: 20,
	number: 24,
	baseTime: 32,
	endTime: 40,
	firstLevel: 48,
	known: 52,
	/** Bytes of changes. */
	changeBytes: 56,
	gaps: 60,
	watchdogs: 64,
	events: 68,
	size: 72,
} as const;

export const BLOCK_MAGIC = 0x42737067;
export const BLOCK_VERSION = 1;
export const CHECKED_FROM = header.version;
export const ANCHOR_FLAG = 1;
export const ANCHOR_BYTES = 16;
/** Added to the first of two channels. */
export const TWO_CHANNELS = 32;
/** Announces a mask of 32 bits. */
export const WHOLE_MASK = 64;
export const GAP_BYTES = 25;
export const POINT_BYTES = 9;
/** Stands for a gap that does not say how many reports it lost. */
export const LOST_UNKNOWN = -1;
