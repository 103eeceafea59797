import type { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { FileError } from "../Format.ts";
import type { VcdTarget } from "./channels.ts";

const HASH = 0x23;
const DOLLAR = 0x24;
const ZERO = 0x30;
const ONE = 0x31;
const LINE_FEED = 0x0a;
/** Where pig2vcd's clock of 32 bits begins anew. */
const WRAP = 2 ** 32;

/** What a value's first letter means: a level, no level (unknown), a vector, or something that no channel has. */
type Letter = "low" | "high" | "unknown" | "vector" | "other";
const letters: Readonly<Record<string, Letter>> = {
	"0": "low",
	l: "low",
	L: "low",
	"1": "high",
	h: "high",
	H: "high",
	x: "unknown",
	X: "unknown",
	z: "unknown",
	Z: "unknown",
	u: "unknown",
	U: "unknown",
	w: "unknown",
	W: "unknown",
	"-": "unknown",
	b: "vector",
	B: "vector",
	r: "other",
	R: "other",
	s: "other",
	S: "other",
};

export interface VcdValuesOptions {
	readonly builder: CaptureBuilder;
	/** By identifier. */
	readonly targets: ReadonlyMap<string, VcdTarget>;
	/** Ticks of the capture in one count of the file. */
	readonly ticks: number;
	/** Whether pig2vcd wrote it: its times begin anew after 2^32, and a line it does not name at first is low. */
	readonly isPig2vcd: boolean;
	/** Channels that there are. */
	readonly mask: number;
	/** The line of the file on which the values begin. */
	readonly line: number;
}

/** The part of a VCD file behind its header, as stretches of whole tokens. Fills a capture. */
export class VcdValues {
	readonly #options: VcdValuesOptions;
	readonly #builder: CaptureBuilder;
	/** Masks of the single channels with an identifier of one character, by its code. */
	readonly #single = new Int32Array(256);
	readonly #targets = new Map<number | string, VcdTarget>();
	#line: number;
	#level = 0;
	#known = 0;
	/** Channels that have changed since what is in the builder. */
	#touched = 0;
	/** Ticks; undefined before the first time of the file. */
	#time: number | undefined;
	/** What to add to the times of the file, in its own counts. */
	#shift = 0;
	#hasBegun = false;
	#isComment = false;
	/** The bits of a vector, or the letter of another value, whose identifier comes next. */
	#vector: { value: number; known: number } | "other" | undefined;

	constructor(options: VcdValuesOptions) {
		this.#options = options;
		this.#builder = options.builder;
		this.#line = options.line;
		for (const [id, target] of options.targets) {
			const bytes = Uint8Array.from(id, (character) => character.charCodeAt(0));
			this.#targets.set(keyOf(bytes, 0, bytes.length), target);
			if (bytes.length === 1 && target.width === 1) this.#single[bytes[0] as number] = 1 << target.first;
		}
	}

	/** Takes bytes [from, to), of which the last is white space. */
	read(bytes: Uint8Array, from: number, to: number): void {
		const single = this.#single;
		let at = from;
		while (at < to) {
			const byte = bytes[at] as number;
			if (byte <= 32) {
				if (byte === LINE_FEED) this.#line++;
				at++;
				continue;
			}
			if (this.#vector === undefined && !this.#isComment) {
				if ((byte | 1) === ONE && (bytes[at + 2] as number) <= 32) {
					const mask = single[bytes[at + 1] as number] as number;
					if (mask !== 0) {
						this.#setSingle(mask, byte === ONE ? mask : 0);
						at += 2;
						continue;
					}
				} else if (byte === HASH) {
					at = this.#readTime(bytes, at + 1);
					continue;
				}
			}
			let end = at + 1;
			while ((bytes[end] as number) > 32) end++;
			this.#readToken(bytes, at, end);
			at = end;
		}
	}

	/** Puts what came so far into the capture, up to the last time but one. */
	flush(): void {
		if (this.#hasBegun) this.#builder.flush();
	}

	/** The file has ended. @throws FileError when no time has come. */
	end(): void {
		if (this.#vector !== undefined) this.#fail("The file was cut off: the last value has no identifier.");
		if (this.#time === undefined)
			throw new FileError("It holds no values: there is nothing behind its header.");
		if (this.#touched !== 0 || !this.#hasBegun) this.#commit();
		this.#builder.flush(this.#time);
	}

	/** A level for one channel. */
	#setSingle(mask: number, value: number): void {
		// Whatever is not a plain change of a known level is looked at closely.
		if ((this.#known & mask & ~this.#touched) === 0) this.#set(mask, value, mask);
		else if (((this.#level ^ value) & mask) !== 0) {
			this.#level ^= mask;
			this.#touched |= mask;
		}
	}

	#readTime(bytes: Uint8Array, at: number): number {
		let time = 0;
		const start = at;
		let digit = (bytes[at] as number) - ZERO;
		while (digit >= 0 && digit <= 9) {
			time = time * 10 + digit;
			digit = (bytes[++at] as number) - ZERO;
		}
		if (at === start || (bytes[at] as number) > 32) this.#fail(`"#${quoted(bytes, start)}" is no time.`);
		const { ticks, isPig2vcd } = this.#options;
		const last = this.#time;
		let now = (time + this.#shift) * ticks;
		if (last !== undefined) {
			if (now < last) {
				if (!isPig2vcd || last - now < WRAP / 2)
					this.#fail(`Time goes back (${time} after ${last / ticks - this.#shift}).`);
				this.#shift += WRAP;
				now += WRAP * ticks;
			}
			if (this.#touched !== 0 || !this.#hasBegun) this.#commit();
		}
		if (now > Number.MAX_SAFE_INTEGER) this.#fail(`Time ${time} is beyond what can be counted exactly.`);
		this.#time = now;
		return at;
	}

	#readToken(bytes: Uint8Array, at: number, end: number): void {
		if (this.#isComment) this.#isComment = textOf(bytes, at, end) !== "$end";
		else if (this.#vector !== undefined) {
			const vector = this.#vector;
			this.#vector = undefined;
			const { first, width } = this.#targetOf(bytes, at, end);
			if (vector !== "other") this.#setVector(first, width, vector.value, vector.known);
		} else if (bytes[at] === DOLLAR) this.#readKeyword(textOf(bytes, at, end));
		else this.#readValue(bytes, at, end);
	}

	#readKeyword(keyword: string): void {
		switch (keyword) {
			case "$end":
			case "$dumpvars":
			case "$dumpall":
			case "$dumpon":
			// Levels of a dump that is off are written as unknown.
			case "$dumpoff":
				break;
			case "$comment":
			case "$vcdclose":
				this.#isComment = true;
				break;
			default:
				this.#fail(`"${keyword.slice(0, 40)}" does not belong among the values.`);
		}
	}

	#readValue(bytes: Uint8Array, at: number, end: number): void {
		const letter = letters[String.fromCharCode(bytes[at] as number)];
		if (letter === undefined) this.#fail(`"${quoted(bytes, at)}" is no value.`);
		else if (letter === "other") this.#vector = "other";
		else if (letter === "vector") this.#vector = this.#readBits(bytes, at + 1, end);
		else {
			const { first, width } = this.#targetOf(bytes, at + 1, end);
			this.#setVector(first, width, letter === "high" ? 1 : 0, letter === "unknown" ? 0 : -1);
		}
	}

	/** Bits left out in front are 0, or unknown where the first one is. */
	#readBits(bytes: Uint8Array, at: number, end: number): { value: number; known: number } {
		if (at === end) this.#fail("A vector has no bits.");
		let value = 0;
		let known = letters[String.fromCharCode(bytes[at] as number)] === "unknown" ? 0 : -1;
		for (let bit = at; bit < end; bit++) {
			const letter = letters[String.fromCharCode(bytes[bit] as number)];
			if (letter !== "low" && letter !== "high" && letter !== "unknown")
				this.#fail(`"${quoted(bytes, at)}" is no vector.`);
			value = (value << 1) | (letter === "high" ? 1 : 0);
			known = (known << 1) | (letter === "unknown" ? 0 : 1);
		}
		return { value, known };
	}

	#targetOf(bytes: Uint8Array, at: number, end: number): VcdTarget {
		const target = this.#targets.get(keyOf(bytes, at, end));
		if (target !== undefined) return target;
		this.#fail(
			at === end ? "A value has no identifier." : `No variable has the identifier "${quoted(bytes, at)}".`,
		);
	}

	#setVector(first: number, width: number, value: number, known: number): void {
		if (width === 0) return;
		const mask = (width === 32 ? -1 : (1 << width) - 1) << first;
		this.#set(mask, (value << first) & mask, (known << first) & mask);
	}

	/** Gives the channels of a mask levels, of which only those in `known` are known. */
	#set(mask: number, value: number, known: number): void {
		const revealed = (this.#known ^ known) & mask;
		const changed = revealed | ((this.#level ^ value) & known & mask);
		// A line that changes twice in one moment did change.
		if ((changed & this.#touched) !== 0 && this.#time !== undefined) this.#commit();
		this.#level = (this.#level & ~mask) | (value & known);
		this.#known = (this.#known & ~mask) | known;
		this.#touched |= changed;
	}

	/** Hands what has changed at the present time to the builder. */
	#commit(): void {
		const time = this.#time as number;
		if (!this.#hasBegun) {
			this.#hasBegun = true;
			if (this.#options.isPig2vcd) this.#known = this.#options.mask;
			this.#builder.begin(time, this.#level >>> 0, this.#known >>> 0);
		} else if ((this.#known ^ this.#builder.known) !== 0)
			this.#builder.know(time, this.#level >>> 0, this.#known >>> 0);
		else this.#builder.change(time, this.#level >>> 0);
		this.#touched = 0;
	}

	#fail(reason: string): never {
		throw new FileError(reason, `Line ${this.#line}`);
	}
}

/** What tells identifiers apart: a number for the short ones, so that no text is made for a value. */
function keyOf(bytes: Uint8Array, from: number, to: number): number | string {
	if (to - from > 6) return textOf(bytes, from, to);
	let key = 0;
	for (let at = from; at < to; at++) key = key * 256 + (bytes[at] as number);
	return key;
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
	let text = "";
	for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] as number);
	return text;
}

/** The token at a place, not too much of it. */
function quoted(bytes: Uint8Array, from: number): string {
	let end = from;
	while ((bytes[end] as number) > 32 && end < from + 40) end++;
	return textOf(bytes, from, end);
}
