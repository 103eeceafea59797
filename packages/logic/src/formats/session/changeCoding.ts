import { FileError } from "../Format.ts";

/** Changes in columns, as in a block: ticks after its beginning, and the level word after each change. */
export interface ChangeColumns {
	readonly times: Uint32Array;
	readonly levels: Uint32Array;
	readonly count: number;
	/** The level word before the first change. */
	readonly firstLevel: number;
}

/** A varint of 38 bits and one of 32. */
const LARGEST_CHANGE = 11;
/** Above this, shifts of words no longer hold. */
const WORD = 2 ** 31;

/**
 * Writes changes in about 1.2 bytes each on bus traffic. Times are divided by their greatest common divisor; a change
 * of one channel is a single varint: the time since the one before, times the number of channels in use plus one,
 * plus the place of the channel among them. That plus one stands for several channels: their mask follows.
 */
export function encodeChanges({ times, levels, count, firstLevel }: ChangeColumns): Uint8Array {
	const { step, used } = inUse({ times, levels, count, firstLevel });
	const places = channelPlaces(used);
	const several = places.channels.length;
	const bytes = new Uint8Array(4 + 5 + 5 + count * LARGEST_CHANGE);
	new DataView(bytes.buffer).setUint32(0, used, true);
	let at = putVarint(bytes, putVarint(bytes, 4, step), count);
	let time = 0;
	let level = firstLevel | 0;
	for (let index = 0; index < count; index++) {
		const mask = (levels[index] as number) ^ level;
		const isOne = mask !== 0 && (mask & (mask - 1)) === 0;
		const place = isOne ? (places.of[31 - Math.clz32(mask)] as number) : several;
		const delta = (times[index] as number) - time;
		let value = (step === 1 ? delta : delta / step) * (several + 1) + place;
		while (value >= WORD) {
			bytes[at++] = (value % 128) | 0x80;
			value = Math.floor(value / 128);
		}
		while (value > 0x7f) {
			bytes[at++] = value | 0x80;
			value >>>= 7;
		}
		bytes[at++] = value;
		if (!isOne) at = putVarint(bytes, at, mask >>> 0);
		time += delta;
		level ^= mask;
	}
	return bytes.subarray(0, at);
}

/**
 * Reads changes that `encodeChanges` wrote.
 *
 * @param at where in `bytes` they begin.
 * @throws FileError when they make no sense.
 */
export function decodeChanges(
	bytes: Uint8Array,
	at: number,
	firstLevel: number,
): ChangeColumns & { readonly end: number } {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (at + 6 > bytes.length) throw senseless();
	const { channels } = channelPlaces(view.getUint32(at, true));
	const several = channels.length;
	const factor = several + 1;
	const cursor = { at: at + 4 };
	const step = takeVarint(bytes, cursor);
	const count = takeVarint(bytes, cursor);
	// A change takes a byte or more.
	if (step < 1 || count > bytes.length) throw senseless();
	const times = new Uint32Array(count);
	const levels = new Uint32Array(count);
	const bits = Uint32Array.from(channels, (channel) => 1 << channel);
	let time = 0;
	let level = firstLevel | 0;
	let place = cursor.at;
	for (let index = 0; index < count; index++) {
		let value = bytes[place++] as number;
		if (value > 0x7f) {
			value &= 0x7f;
			let weight = 128;
			let byte: number;
			do {
				byte = bytes[place++] as number;
				value += (byte & 0x7f) * weight;
				weight *= 128;
			} while (byte > 0x7f);
		}
		const delta = Math.floor(value / factor);
		const channel = value - delta * factor;
		if (channel < several) {
			level ^= bits[channel] as number;
		} else {
			cursor.at = place;
			level ^= takeVarint(bytes, cursor);
			place = cursor.at;
		}
		time += delta * step;
		times[index] = time;
		levels[index] = level;
	}
	// What lies behind the end reads as zero, and whatever made no number fails here too.
	if (place > bytes.length || !(time <= 0xffff_ffff)) throw senseless();
	return { times, levels, count, firstLevel, end: place };
}

function inUse({ times, levels, count, firstLevel }: ChangeColumns): { step: number; used: number } {
	let step = 0;
	let used = 0;
	let time = 0;
	let level = firstLevel;
	for (let index = 0; index < count; index++) {
		const next = times[index] as number;
		if (step !== 1) step = greatestCommonDivisor(next - time, step);
		used |= level ^ (levels[index] as number);
		level = levels[index] as number;
		time = next;
	}
	return { step: step || 1, used: used >>> 0 };
}

/** The channels of a mask, and the place of each among them. */
function channelPlaces(mask: number): { channels: number[]; of: Uint8Array } {
	const channels: number[] = [];
	const of = new Uint8Array(32);
	for (let channel = 0; channel < 32; channel++)
		if ((mask >>> channel) & 1) of[channel] = channels.push(channel) - 1;
	return { channels, of };
}

function greatestCommonDivisor(a: number, b: number): number {
	while (b !== 0) [a, b] = [b, a % b];
	return a;
}

function putVarint(bytes: Uint8Array, at: number, value: number): number {
	while (value > 0x7f) {
		bytes[at++] = (value & 0x7f) | 0x80;
		value = Math.floor(value / 128);
	}
	bytes[at++] = value;
	return at;
}

/** A number of at most 32 bits. */
function takeVarint(bytes: Uint8Array, cursor: { at: number }): number {
	let value = 0;
	for (let weight = 1; weight <= 2 ** 28; weight *= 128) {
		const byte = bytes[cursor.at++];
		if (byte === undefined) throw senseless();
		value += (byte & 0x7f) * weight;
		if (byte < 0x80) return value;
	}
	throw senseless();
}

function senseless(): FileError {
	return new FileError("The changes of a block make no sense: the file was written wrongly.");
}
