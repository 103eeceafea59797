import type { Timed } from "../../engine/Timed.ts";
import type { Level } from "../Device.ts";
import type { Lines } from "./Lines.ts";
import { romCommands } from "./oneWireRom.ts";

/** Times of the Linux driver's master, in microseconds. */
const times = {
	reset: 500,
	presenceSample: 70,
	afterReset: 440,
	writeOne: { low: 6, high: 64 },
	writeZero: { low: 60, high: 10 },
	read: { low: 6, sample: 9, rest: 55 },
} as const;

/** The master of a 1-Wire line: pulls it low and lets it rise. */
export class OneWireMaster {
	readonly #lines: Lines<"data">;

	constructor(lines: Lines<"data">) {
		this.#lines = lines;
		lines.drive("data", 1);
	}

	/** @returns whether any chip answered */
	*reset(): Timed<boolean> {
		yield* this.#low(times.reset);
		yield times.presenceSample;
		const isAnswered = this.#lines.level("data") === 0;
		yield times.afterReset;
		return isAnswered;
	}

	*writeBit(bit: number): Timed<void> {
		const { low, high } = bit ? times.writeOne : times.writeZero;
		yield* this.#low(low);
		yield high;
	}

	*readBit(): Timed<Level> {
		yield* this.#low(times.read.low);
		yield times.read.sample;
		const bit = this.#lines.level("data");
		yield times.read.rest;
		return bit;
	}

	*write(...bytes: readonly number[]): Timed<void> {
		for (const byte of bytes) {
			for (let bit = 0; bit < 8; bit++) yield* this.writeBit((byte >> bit) & 1);
		}
	}

	*read(count: number): Timed<Uint8Array> {
		const bytes = new Uint8Array(count);
		for (let index = 0; index < count * 8; index++) {
			const bit = yield* this.readBit();
			bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (index & 7));
		}
		return bytes;
	}

	/** The names of all chips on the line, found by walking the tree of their bits, 0 before 1. */
	*search(): Timed<Uint8Array[]> {
		const found: Uint8Array[] = [];
		/** The last bit at which the walk took the 0 of a fork; it takes the 1 next time. */
		let fork = -1;
		let last = new Uint8Array(8);
		do {
			if (!(yield* this.reset())) return found;
			yield* this.write(romCommands.search);
			const path = yield* this.#walk(last, fork);
			if (path === undefined) return found;
			found.push(path.rom);
			last = path.rom;
			fork = path.fork;
		} while (fork >= 0);
		return found;
	}

	*#walk(last: Uint8Array, turn: number): Timed<{ rom: Uint8Array<ArrayBuffer>; fork: number } | undefined> {
		const rom = new Uint8Array(8);
		let fork = -1;
		for (let index = 0; index < 64; index++) {
			const bit = yield* this.readBit();
			const complement = yield* this.readBit();
			// Nobody is there, or no longer.
			if (bit === 1 && complement === 1) return undefined;
			let way: number = bit;
			if (bit === complement) {
				const before = ((last[index >> 3] ?? 0) >> (index & 7)) & 1;
				way = index < turn ? before : index === turn ? 1 : 0;
				if (way === 0) fork = index;
			}
			rom[index >> 3] = (rom[index >> 3] ?? 0) | (way << (index & 7));
			yield* this.writeBit(way);
		}
		return { rom, fork };
	}

	*#low(length: number): Timed<void> {
		this.#lines.drive("data", 0);
		yield length;
		this.#lines.drive("data", 1);
	}
}
