import {
	ANCHOR_BYTES,
	ANCHOR_FLAG,
	BLOCK_MAGIC,
	BLOCK_VERSION,
	type BlockContent,
	BlockError,
	CHECKED_FROM,
	GAP_BYTES,
	gapCauses,
	header,
	LOST_UNKNOWN,
	POINT_BYTES,
	TWO_CHANNELS,
	WHOLE_MASK,
} from "./block.ts";
import { crc32 } from "./crc32.ts";

/** A varint of 32 bits and a whole mask. */
const LARGEST_CHANGE = 10;

/**
 * Writes a block as bytes: 2 to 4 bytes a change on usual traffic.
 *
 * @throws BlockError (`outOfRange`) for a target, epoch, number, count or order of times that cannot be written.
 */
export function encodeBlock(content: BlockContent): Uint8Array {
	checkRanges(content);
	const { anchor, gaps, watchdogs, events, count } = content;
	const sideBytes = gaps.length * GAP_BYTES + (watchdogs.length + events.length) * POINT_BYTES;
	const changesAt = header.size + (anchor ? ANCHOR_BYTES : 0);
	const room = new Uint8Array(changesAt + count * LARGEST_CHANGE + sideBytes);
	const changesEnd = writeChanges(content, room, changesAt);
	const bytes = room.slice(0, changesEnd + sideBytes);
	const view = new DataView(bytes.buffer);
	view.setUint32(header.magic, BLOCK_MAGIC, true);
	view.setUint8(header.version, BLOCK_VERSION);
	view.setUint8(header.flags, anchor ? ANCHOR_FLAG : 0);
	view.setUint16(header.target, content.target, true);
	view.setUint32(header.length, bytes.length, true);
	view.setUint32(header.epoch, content.epoch, true);
	view.setUint32(header.count, count, true);
	view.setFloat64(header.number, content.number, true);
	view.setFloat64(header.baseTime, content.baseTime, true);
	view.setFloat64(header.endTime, content.endTime, true);
	view.setUint32(header.firstLevel, content.firstLevel, true);
	view.setUint32(header.known, content.known, true);
	view.setUint32(header.changeBytes, changesEnd - changesAt, true);
	view.setUint32(header.gaps, gaps.length, true);
	view.setUint32(header.watchdogs, watchdogs.length, true);
	view.setUint32(header.events, events.length, true);
	if (anchor) {
		view.setFloat64(header.size, anchor.time, true);
		view.setFloat64(header.size + 8, anchor.wall, true);
	}
	writeSide(content, view, changesEnd);
	view.setUint32(header.checksum, crc32(bytes, CHECKED_FROM), true);
	return bytes;
}

function checkRanges({ target, epoch, number, count, times, levels, baseTime, endTime }: BlockContent): void {
	const within = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
	if (!within(target, 0xffff)) throw new BlockError("outOfRange", `Target ${target} is not 0 to 65535.`);
	if (!within(epoch, 0xffff_ffff))
		throw new BlockError("outOfRange", `Epoch ${epoch} is not a 32-bit number.`);
	if (!within(number, Number.MAX_SAFE_INTEGER))
		throw new BlockError("outOfRange", `Block number ${number} is not a whole number from 0.`);
	if (!within(count, Math.min(times.length, levels.length)))
		throw new BlockError("outOfRange", `${count} changes were announced, ${times.length} times given.`);
	if (!(endTime >= baseTime))
		throw new BlockError("outOfRange", `A block cannot end at ${endTime} before it begins at ${baseTime}.`);
}

/** Returns where the changes end. */
function writeChanges(content: BlockContent, bytes: Uint8Array, at: number): number {
	const { times, levels, count } = content;
	let time = 0;
	let level = content.firstLevel | 0;
	for (let index = 0; index < count; index++) {
		const nextTime = times[index] as number;
		const nextLevel = (levels[index] as number) | 0;
		if (nextTime < time)
			throw new BlockError("outOfRange", `Change ${index} at ${nextTime} µs comes before ${time} µs.`);
		let delta = (nextTime - time) | 0;
		while (delta & ~0x7f) {
			bytes[at++] = delta | 0x80;
			delta >>>= 7;
		}
		bytes[at++] = delta;
		const mask = nextLevel ^ level;
		const others = mask & (mask - 1);
		if (others === 0 && mask !== 0) {
			bytes[at++] = 31 - Math.clz32(mask);
		} else if ((others & (others - 1)) === 0 && mask !== 0) {
			bytes[at++] = TWO_CHANNELS + 31 - Math.clz32(others);
			bytes[at++] = 31 - Math.clz32(mask ^ others);
		} else {
			bytes[at] = WHOLE_MASK;
			bytes[at + 1] = mask;
			bytes[at + 2] = mask >>> 8;
			bytes[at + 3] = mask >>> 16;
			bytes[at + 4] = mask >>> 24;
			at += 5;
		}
		time = nextTime;
		level = nextLevel;
	}
	return at;
}

function writeSide({ gaps, watchdogs, events }: BlockContent, view: DataView, at: number): void {
	for (const { from, to, lost, cause } of gaps) {
		view.setUint8(at, gapCauses.indexOf(cause));
		view.setFloat64(at + 1, from, true);
		view.setFloat64(at + 9, to, true);
		view.setFloat64(at + 17, lost ?? LOST_UNKNOWN, true);
		at += GAP_BYTES;
	}
	const writePoint = (detail: number, time: number) => {
		view.setUint8(at, detail);
		view.setFloat64(at + 1, time, true);
		at += POINT_BYTES;
	};
	for (const { gpio, time } of watchdogs) writePoint(gpio, time);
	for (const { event, time } of events) writePoint(event, time);
}
