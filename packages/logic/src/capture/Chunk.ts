import { changePlaces } from "./changePlaces.ts";
import { type Activity, FAN_OUT, FAN_OUT_BITS, Pyramid } from "./Pyramid.ts";

/** What a change takes in a full chunk, in bytes: time, levels, and its part of the pyramid. */
export const BYTES_PER_CHANGE = 8 + 4 / (FAN_OUT - 1);

/** Most changes in one chunk. */
export const CHUNK_SIZE = 2 ** 20;
const FIRST_ROOM = 2 ** 8;
/** The farthest that a change may lie behind the chunk's base, in microseconds. */
export const CHUNK_SPAN = 2 ** 32 - 1;

/**
 * Up to 2^20 changes in time order, with an activity pyramid over their masks.
 *
 * Grows as it fills, so that quiet lines cost kilobytes: 8.3 bytes a change when full.
 */
export class Chunk {
	/** Time of offset zero, in microseconds of the capture. */
	base: number;
	/** The level word before the first change. */
	before: number;
	count = 0;
	/** Microseconds after `base`, ascending. */
	offsets: Uint32Array;
	/** The level word after each change. */
	levels: Uint32Array;
	readonly #capacity: number;
	#pyramid: Pyramid;
	#isShared = false;

	/**
	 * @param capacity most changes it takes, at most CHUNK_SIZE.
	 * @param room how many changes to make room for at once.
	 */
	constructor(base: number, before: number, capacity = CHUNK_SIZE, room = Math.min(FIRST_ROOM, capacity)) {
		this.#capacity = capacity;
		this.base = base;
		this.before = before >>> 0;
		this.offsets = new Uint32Array(room);
		this.levels = new Uint32Array(room);
		this.#pyramid = new Pyramid(room);
	}

	/** Whether a snapshot shares its memory, which must then not be used again. */
	get isShared(): boolean {
		return this.#isShared;
	}

	/**
	 * The chunk as it is now, in the same memory: appending to this one goes on behind what the snapshot counts, and
	 * what the pyramid then says in addition only makes the snapshot look closer than it needs to.
	 */
	snapshot(): Chunk {
		this.#isShared = true;
		const copy = new Chunk(this.base, this.before, this.count, 0);
		copy.offsets = this.offsets;
		copy.levels = this.levels;
		copy.#pyramid = this.#pyramid;
		copy.count = this.count;
		copy.#isShared = true;
		return copy;
	}

	/** Begins anew with the memory it has. */
	reuse(base: number, before: number): void {
		this.base = base;
		this.before = before >>> 0;
		this.count = 0;
		this.#pyramid.clear();
	}

	get isFull(): boolean {
		return this.count === this.#capacity;
	}

	get byteLength(): number {
		return this.levels.byteLength * 2 + this.#pyramid.byteLength;
	}

	/** Time of a change, by its place in the chunk. */
	timeAt(index: number): number {
		return this.base + (this.offsets[index] ?? 0);
	}

	/** The level word after that change; -1 gives the one before the first. */
	levelAfter(index: number): number {
		return index < 0 ? this.before : (this.levels[index] ?? 0);
	}

	/** The channels that changed at that place. */
	maskAt(index: number): number {
		return this.levelAfter(index) ^ this.levelAfter(index - 1);
	}

	/**
	 * Appends changes [from, to) of a block, as long as they fit, and leaves out those that change nothing.
	 *
	 * @param shift what to add to the block's offsets to make them offsets of this chunk; results below the last
	 *   offset are raised to it.
	 * @param known channels to follow; the others keep their level.
	 * @param correction channels that are stored inverted.
	 * @returns the first change not appended.
	 */
	append(
		times: Uint32Array,
		levels: Uint32Array,
		from: number,
		to: number,
		shift: number,
		known: number,
		correction: number,
	): number {
		this.#makeRoom(Math.min(this.#capacity, this.count + to - from));
		const offsets = this.offsets;
		const words = this.levels;
		const { lowest } = this.#pyramid;
		const room = Math.min(words.length, this.#capacity);
		const first = this.count;
		let at = first;
		let level = this.levelAfter(at - 1) | 0;
		let last = at > 0 ? (offsets[at - 1] as number) : 0;
		let index = from;
		for (; index < to && at < room; index++) {
			const mask = ((levels[index] as number) ^ correction ^ level) & known;
			if (mask === 0) continue;
			const offset = (times[index] as number) + shift;
			if (offset > CHUNK_SPAN) break;
			if (offset > last) last = offset;
			level ^= mask;
			offsets[at] = last;
			words[at] = level;
			const node = at >> FAN_OUT_BITS;
			lowest[node] = (lowest[node] as number) | mask;
			at++;
		}
		this.count = at;
		if (at > first) this.#pyramid.raise(first, at);
		return index;
	}

	/** The first change at or after a time, `count` when there is none. Quickest when it is near `hint`. */
	lowerBound(time: number, hint = 0): number {
		const offset = time - this.base;
		const { offsets, count } = this;
		let low = 0;
		let high = count;
		if (hint > 0 && hint < count) {
			// Look around the hint in growing steps before halving.
			let step = 16;
			if ((offsets[hint] as number) < offset) {
				low = hint + 1;
				while (low + step < count && (offsets[low + step] as number) < offset) {
					low += step + 1;
					step *= 4;
				}
				high = Math.min(count, low + step);
			} else {
				high = hint;
				while (high - step > 0 && (offsets[high - step] as number) >= offset) {
					high -= step;
					step *= 4;
				}
				low = Math.max(0, high - step);
			}
		}
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((offsets[middle] as number) < offset) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/** The first change after a time, `count` when there is none. */
	upperBound(time: number): number {
		// Changes have whole offsets, so the first one after 3.7 is the first one at or after 4.
		return this.lowerBound(this.base + Math.floor(time - this.base) + 1);
	}

	/** Adds what the changes [from, to) did to `into`. */
	gather(from: number, to: number, into: Activity): void {
		let any = into.any;
		let again = into.again;
		let low = from;
		let high = to;
		const words = this.levels;
		if (high - low <= 2 * FAN_OUT) {
			let level = this.levelAfter(low - 1);
			for (; low < high; low++) {
				const next = words[low] as number;
				again |= any & (level ^ next);
				any |= level ^ next;
				level = next;
			}
			into.any = any;
			into.again = again;
			return;
		}
		for (; low & (FAN_OUT - 1); low++) {
			const mask = this.maskAt(low);
			again |= any & mask;
			any |= mask;
		}
		while (high & (FAN_OUT - 1)) {
			const mask = this.maskAt(--high);
			again |= any & mask;
			any |= mask;
		}
		into.any = any;
		into.again = again;
		this.#pyramid.gather(low, high, into);
	}

	/** The first place from `from` on where one of the channels in `mask` changed; -1 when none. */
	next(mask: number, from: number): number {
		let at = from;
		while (at < this.count) {
			if ((at & (FAN_OUT - 1)) === 0) {
				const skipped = this.#pyramid.skippable(mask, at);
				at += skipped;
				if (skipped > 0) continue;
			}
			if (this.maskAt(at) & mask) return at;
			at++;
		}
		return -1;
	}

	/** The last place at or before `from` where one of the channels in `mask` changed; -1 when none. */
	previous(mask: number, from: number): number {
		let at = Math.min(from, this.count - 1);
		while (at >= 0) {
			if (((at + 1) & (FAN_OUT - 1)) === 0) {
				const skipped = this.#pyramid.skippable(mask, at);
				at -= skipped;
				if (skipped > 0) continue;
			}
			if (this.maskAt(at) & mask) return at;
			at--;
		}
		return -1;
	}

	/**
	 * Calls `visit` for every change in [from, to) that touches the mask, with its place and the channels of the mask
	 * that changed, until it returns false. Returns whether it went through.
	 */
	visit(mask: number, from: number, to: number, visit: (index: number, changed: number) => boolean): boolean {
		const words = this.levels;
		let at = from;
		while (at < to) {
			if ((at & (FAN_OUT - 1)) === 0) {
				const skipped = this.#pyramid.skippable(mask, at);
				at += skipped;
				if (skipped > 0) continue;
			}
			const end = Math.min(to, (at | (FAN_OUT - 1)) + 1);
			let before = this.levelAfter(at - 1);
			for (; at < end; at++) {
				const after = words[at] as number;
				const changed = (before ^ after) & mask;
				before = after;
				if (changed !== 0 && !visit(at, changed)) return false;
			}
		}
		return true;
	}

	/**
	 * Writes the places of the changes in [from, to) that touch the mask into `into`, which has room for all of them.
	 * Returns how many there are.
	 *
	 * @param turned with `either`: only those after which `word ^ turned | either` has a channel that changed set
	 */
	places(mask: number, from: number, to: number, into: Uint32Array, turned = 0, either = -1): number {
		const { lowest } = this.#pyramid;
		return changePlaces(this.levels, this.levelAfter(from - 1), lowest, mask, from, to, into, turned, either);
	}

	#makeRoom(needed: number): void {
		if (needed <= this.levels.length) return;
		let room = this.levels.length;
		while (room < needed) room *= 2;
		this.offsets = grown(this.offsets, room);
		this.levels = grown(this.levels, room);
		this.#pyramid.grow(room);
	}
}

function grown(old: Uint32Array, length: number): Uint32Array {
	const larger = new Uint32Array(length);
	larger.set(old);
	return larger;
}
