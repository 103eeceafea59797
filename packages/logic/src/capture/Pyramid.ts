export const FAN_OUT_BITS = 4;
export const FAN_OUT = 1 << FAN_OUT_BITS;
/** Five levels cover the 2^20 changes of a chunk: the topmost has one node. */
const LEVELS = 5;

/** Gathers what a range of changes did, in two words that cover all 32 channels. */
export interface Activity {
	/** Channels that changed. */
	any: number;
	/** Channels seen in more than one of the nodes looked at, hence with more than one change. */
	again: number;
}

/**
 * The activity pyramid of up to 2^20 changes: a node is the OR of the masks of the sixteen nodes (at the lowest level:
 * changes) below it, so one OR answers a range for all 32 channels.
 */
export class Pyramid {
	readonly #levels: Uint32Array[] = [];

	/** @param room how many changes to make room for. */
	constructor(room: number) {
		for (let level = 1; level <= LEVELS; level++) this.#levels.push(new Uint32Array(nodesAt(level, room)));
	}

	get byteLength(): number {
		return this.#levels.reduce((sum, nodes) => sum + nodes.byteLength, 0);
	}

	/** The nodes over sixteen changes each; who writes them calls `raise` afterwards. */
	get lowest(): Uint32Array {
		return this.#levels[0] as Uint32Array;
	}

	clear(): void {
		for (const nodes of this.#levels) nodes.fill(0);
	}

	grow(room: number): void {
		for (let level = 1; level <= LEVELS; level++) {
			const larger = new Uint32Array(nodesAt(level, room));
			larger.set(this.#levels[level - 1] as Uint32Array);
			this.#levels[level - 1] = larger;
		}
	}

	/** Carries the changes [from, to), at least one, from the lowest level to the others. */
	raise(from: number, to: number): void {
		let first = from >> FAN_OUT_BITS;
		let last = (to - 1) >> FAN_OUT_BITS;
		for (let level = 1; level < LEVELS; level++) {
			const below = this.#levels[level - 1] as Uint32Array;
			const nodes = this.#levels[level] as Uint32Array;
			for (let node = first; node <= last; node++)
				nodes[node >> FAN_OUT_BITS] = (nodes[node >> FAN_OUT_BITS] as number) | (below[node] as number);
			first >>= FAN_OUT_BITS;
			last >>= FAN_OUT_BITS;
		}
	}

	/** Adds what the changes [from, to) did to `into`; both must be multiples of FAN_OUT. */
	gather(from: number, to: number, into: Activity): void {
		let { any, again } = into;
		let low = from >> FAN_OUT_BITS;
		let high = to >> FAN_OUT_BITS;
		for (let level = 0; low < high; level++) {
			const nodes = this.#levels[level] as Uint32Array;
			const isTop = level === LEVELS - 1;
			while (low < high && (isTop || low & (FAN_OUT - 1))) {
				const mask = nodes[low++] as number;
				again |= any & mask;
				any |= mask;
			}
			while (low < high && high & (FAN_OUT - 1)) {
				const mask = nodes[--high] as number;
				again |= any & mask;
				any |= mask;
			}
			low >>= FAN_OUT_BITS;
			high >>= FAN_OUT_BITS;
		}
		into.any = any;
		into.again = again;
	}

	/**
	 * How many changes beside `at` a search may skip at once, because none of them touches the mask: those from `at`
	 * on when it is the first of a node, those up to `at` when it is the last. 0 when there is no such node.
	 */
	skippable(mask: number, at: number): number {
		const edge = (at & (FAN_OUT - 1)) === 0 ? at : at + 1;
		let found = 0;
		for (let level = 1; level <= LEVELS; level++) {
			const size = 1 << (FAN_OUT_BITS * level);
			if (edge & (size - 1)) break;
			if (((this.#levels[level - 1] as Uint32Array)[at >> (FAN_OUT_BITS * level)] as number) & mask) break;
			found = size;
		}
		return found;
	}
}

function nodesAt(level: number, room: number): number {
	return Math.ceil(room / (1 << (FAN_OUT_BITS * level)));
}
