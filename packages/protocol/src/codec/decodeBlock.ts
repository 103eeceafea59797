import {
	ANCHOR_BYTES,
	ANCHOR_FLAG,
	BLOCK_MAGIC,
	BLOCK_VERSION,
	type BlockContent,
	BlockError,
	type BlockEvent,
	type BlockGap,
	type BlockWatchdog,
	CHECKED_FROM,
	GAP_BYTES,
	gapCauses,
	header,
	POINT_BYTES,
	TWO_CHANNELS,
	WHOLE_MASK,
} from "./block.ts";
import { crc32 } from "./crc32.ts";

/**
 * Reads one block; `bytes` must hold exactly that block.
 *
 * @throws BlockError whose `reason` says what is wrong. After a right checksum only a writer's mistake is left.
 */
export function decodeBlock(bytes: Uint8Array): BlockContent {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	checkFrame(bytes, view);
	const hasAnchor = (view.getUint8(header.flags) & ANCHOR_FLAG) !== 0;
	const count = view.getUint32(header.count, true);
	const gapCount = view.getUint32(header.gaps, true);
	const watchdogCount = view.getUint32(header.watchdogs, true);
	const eventCount = view.getUint32(header.events, true);
	const changesAt = header.size + (hasAnchor ? ANCHOR_BYTES : 0);
	const changesEnd = changesAt + view.getUint32(header.changeBytes, true);
	const expected = changesEnd + gapCount * GAP_BYTES + (watchdogCount + eventCount) * POINT_BYTES;
	if (expected !== bytes.length || count * 2 > changesEnd - changesAt)
		throw new BlockError("malformed", "The block's counts do not fit its length.");
	const firstLevel = view.getUint32(header.firstLevel, true);
	const times = new Uint32Array(count);
	const levels = new Uint32Array(count);
	const stopped = readChanges(bytes, changesAt, firstLevel, times, levels);
	if (stopped !== changesEnd)
		throw new BlockError("malformed", `The changes end at byte ${stopped} instead of ${changesEnd}.`);
	const watchdogsAt = changesEnd + gapCount * GAP_BYTES;
	return {
		target: view.getUint16(header.target, true),
		epoch: view.getUint32(header.epoch, true),
		number: view.getFloat64(header.number, true),
		baseTime: view.getFloat64(header.baseTime, true),
		endTime: view.getFloat64(header.endTime, true),
		firstLevel,
		known: view.getUint32(header.known, true),
		times,
		levels,
		count,
		gaps: readGaps(view, changesEnd, gapCount),
		watchdogs: readPoints(view, watchdogsAt, watchdogCount, toWatchdog),
		events: readPoints(view, watchdogsAt + watchdogCount * POINT_BYTES, eventCount, toEvent),
		...(hasAnchor && {
			anchor: { time: view.getFloat64(header.size, true), wall: view.getFloat64(header.size + 8, true) },
		}),
	};
}

function checkFrame(bytes: Uint8Array, view: DataView): void {
	if (bytes.length < header.size)
		throw new BlockError(
			"tooShort",
			`${bytes.length} bytes cannot be a block, its header has ${header.size}.`,
		);
	if (view.getUint32(header.magic, true) !== BLOCK_MAGIC)
		throw new BlockError("notABlock", "These bytes do not begin as a block does.");
	const version = view.getUint8(header.version);
	if (version !== BLOCK_VERSION)
		throw new BlockError(
			"unknownVersion",
			`The block has version ${version}, only ${BLOCK_VERSION} is known.`,
		);
	const length = view.getUint32(header.length, true);
	if (length !== bytes.length)
		throw new BlockError("wrongLength", `The block says ${length} bytes, ${bytes.length} are here.`);
	if (crc32(bytes, CHECKED_FROM) !== view.getUint32(header.checksum, true))
		throw new BlockError("wrongChecksum", "The block was damaged: its checksum is wrong.");
}

/** Returns where it stopped reading. Reading past the end gives zeros, which the caller notices by that place. */
function readChanges(
	bytes: Uint8Array,
	at: number,
	firstLevel: number,
	times: Uint32Array,
	levels: Uint32Array,
): number {
	let time = 0;
	let level = firstLevel | 0;
	for (let index = 0; index < times.length; index++) {
		let delta = bytes[at++] as number;
		if (delta & 0x80) {
			let byte = delta;
			delta &= 0x7f;
			for (let shift = 7; byte & 0x80; shift += 7) {
				byte = bytes[at++] as number;
				delta |= (byte & 0x7f) << shift;
			}
		}
		time += delta >>> 0;
		const channels = bytes[at++] as number;
		if (channels < TWO_CHANNELS) {
			level ^= 1 << channels;
		} else if (channels < WHOLE_MASK) {
			level ^= (1 << channels) | (1 << (bytes[at++] as number));
		} else {
			level ^=
				(bytes[at] as number) |
				((bytes[at + 1] as number) << 8) |
				((bytes[at + 2] as number) << 16) |
				((bytes[at + 3] as number) << 24);
			at += 4;
		}
		times[index] = time;
		levels[index] = level;
	}
	if (time > 0xffff_ffff)
		throw new BlockError("malformed", "The block spans more than 32 bits of microseconds.");
	return at;
}

function readGaps(view: DataView, at: number, count: number): BlockGap[] {
	return Array.from({ length: count }, (_, index) => {
		const offset = at + index * GAP_BYTES;
		const cause = gapCauses[view.getUint8(offset)];
		if (cause === undefined)
			throw new BlockError("malformed", `Gap ${index} has the unknown cause ${view.getUint8(offset)}.`);
		const from = view.getFloat64(offset + 1, true);
		const to = view.getFloat64(offset + 9, true);
		const lost = view.getFloat64(offset + 17, true);
		return lost < 0 ? { from, to, cause } : { from, to, lost, cause };
	});
}

function readPoints<T>(
	view: DataView,
	at: number,
	count: number,
	make: (time: number, detail: number) => T,
): T[] {
	return Array.from({ length: count }, (_, index) => {
		const offset = at + index * POINT_BYTES;
		return make(view.getFloat64(offset + 1, true), view.getUint8(offset));
	});
}

const toWatchdog = (time: number, gpio: number): BlockWatchdog => ({ time, gpio });
const toEvent = (time: number, event: number): BlockEvent => ({ time, event });
