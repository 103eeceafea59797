import { CHUNK_SIZE, CHUNK_SPAN, Chunk } from "./Chunk.ts";

/** Changes to be stored: entries [from, to) of a block's columns. */
export interface Run {
	/** Microseconds after `base`. */
	readonly times: Uint32Array;
	/** The true level word after each change. */
	readonly levels: Uint32Array;
	readonly from: number;
	readonly to: number;
	/** Time of offset zero, in microseconds of the capture. */
	readonly base: number;
	/** Channels to follow; the others keep their level. */
	readonly known: number;
	/** Channels that are stored inverted. */
	readonly correction: number;
}

/** The chunks of a capture, in time order, each beginning with the level word at which the one before it ends. */
export class ChunkList {
	readonly #chunks: Chunk[] = [];
	readonly #chunkSize: number;
	#changes = 0;
	/** A dropped chunk, to be used again: at the limit, recording goes on without new memory. */
	#spare: Chunk | undefined;

	/** @param chunkSize changes in a chunk, at most CHUNK_SIZE. */
	constructor(chunkSize = CHUNK_SIZE) {
		this.#chunkSize = chunkSize;
	}

	get length(): number {
		return this.#chunks.length;
	}

	/** Changes kept. */
	get changes(): number {
		return this.#changes;
	}

	get byteLength(): number {
		return this.#chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
	}

	/** The level word after the last change. */
	get level(): number {
		const chunk = this.#chunks.at(-1);
		return chunk === undefined ? 0 : chunk.levelAfter(chunk.count - 1);
	}

	/** The same changes, which stay whatever is appended and dropped here. Shares the memory of the chunks. */
	snapshot(): ChunkList {
		const copy = new ChunkList(this.#chunkSize);
		for (const chunk of this.#chunks) copy.#chunks.push(chunk.snapshot());
		copy.#changes = this.#changes;
		return copy;
	}

	/** A list without changes for chunks of the same size. */
	emptied(): ChunkList {
		return new ChunkList(this.#chunkSize);
	}

	at(place: number): Chunk | undefined {
		return this.#chunks[place];
	}

	/** The place of the last chunk that begins at or before a time; the first chunk otherwise, -1 without chunks. */
	indexAt(time: number): number {
		return this.#search((base) => base <= time);
	}

	/** The place of the chunk in which to look for changes from a time on: several may have the same time. */
	indexFrom(time: number): number {
		return this.#search((base) => base < time);
	}

	/** The level word in force at a time, as stored. */
	levelAt(time: number): number {
		const chunk = this.#chunks[this.indexAt(time)];
		return chunk === undefined ? 0 : chunk.levelAfter(chunk.upperBound(time) - 1);
	}

	append({ times, levels, from, to, base, known, correction }: Run): void {
		let index = from;
		while (index < to) {
			let chunk = this.#chunks.at(-1);
			const time = base + (times[index] as number);
			if (chunk === undefined || chunk.isFull || time - chunk.base > CHUNK_SPAN) chunk = this.#add(time);
			const before = chunk.count;
			index = chunk.append(times, levels, index, to, base - chunk.base, known, correction);
			this.#changes += chunk.count - before;
		}
	}

	/** Drops the oldest chunks from a place on, as long as `limit` changes remain there. Returns how many changes went. */
	dropOldest(limit: number, from = 0): number {
		let end = from;
		let left = 0;
		for (let place = from; place < this.#chunks.length; place++) left += this.#chunks[place]?.count ?? 0;
		const before = left;
		while (end < this.#chunks.length - 1 && left - (this.#chunks[end]?.count ?? 0) >= limit)
			left -= this.#chunks[end++]?.count ?? 0;
		if (end === from) return 0;
		const gone = this.#chunks.splice(from, end - from);
		this.#spare = gone.findLast((chunk) => chunk.isFull && !chunk.isShared);
		this.#changes -= before - left;
		return before - left;
	}

	#add(time: number): Chunk {
		const previous = this.#chunks.at(-1);
		// After a full chunk another one will probably fill, too; after a quiet one growing is cheaper.
		const room = previous?.isFull ? this.#chunkSize : undefined;
		const base = previous === undefined ? time : Math.max(time, previous.timeAt(previous.count - 1));
		const chunk = this.#spare ?? new Chunk(base, this.level, this.#chunkSize, room);
		if (chunk === this.#spare) chunk.reuse(base, this.level);
		this.#spare = undefined;
		this.#chunks.push(chunk);
		return chunk;
	}

	#search(begins: (base: number) => boolean): number {
		let low = 0;
		let high = this.#chunks.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (begins(this.#chunks[middle]?.base ?? 0)) low = middle + 1;
			else high = middle;
		}
		return Math.max(low - 1, Math.min(0, this.#chunks.length - 1));
	}
}
