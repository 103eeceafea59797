import { FileError } from "../Format.ts";
import { parseTimescale, type Timescale } from "../timescale.ts";

/** A variable as the header declares it. */
export interface VcdVariable {
	/** What stands for it among the values. */
	readonly id: string;
	/** "wire", "reg", "real" ... */
	readonly type: string;
	/** Bits. */
	readonly width: number;
	/** From the outermost to the one around it. */
	readonly scopes: readonly string[];
	readonly name: string;
	/** The numbers of its leftmost and rightmost bit, where it says so. */
	readonly range: readonly [left: number, right: number] | undefined;
}

/** Longest part of a token that an error quotes. */
const QUOTED = 40;

/** The part of a VCD file before its values, given token by token. */
export class VcdHeader {
	timescale: Timescale | undefined;
	date = "";
	version = "";
	readonly variables: VcdVariable[] = [];
	/** Whether $enddefinitions has come. */
	isDone = false;
	readonly #scopes: string[] = [];
	#section = "";
	/** Whether what comes before the first section is passed over; undefined before the first token. */
	#isPreface: boolean | undefined;
	#words: string[] = [];

	/** @param place where the token is, for errors. @throws FileError. */
	push(token: string, place: string): void {
		if (this.#section === "") {
			// sigrok-cli 0.7 begins what it converts with "META samplerate: 1000000".
			this.#isPreface ??= token === "META";
			if (this.#isPreface && !token.startsWith("$")) return;
			this.#isPreface = false;
			if (!/^\$[a-z]/.test(token))
				throw new FileError(`A section such as $var was expected, not "${token.slice(0, QUOTED)}".`, place);
			this.#section = token;
			this.#words = [];
		} else if (token === "$end") {
			this.#take(this.#section, this.#words, place);
			this.#section = "";
		} else this.#words.push(token);
	}

	#take(section: string, words: string[], place: string): void {
		switch (section) {
			case "$date":
				this.date = words.join(" ");
				break;
			case "$version":
				this.version = words.join(" ");
				break;
			case "$timescale":
				this.timescale = parseTimescale(words.join(" "));
				if (this.timescale === undefined)
					throw new FileError(
						`"${words.join(" ").slice(0, QUOTED)}" is no timescale such as 1 us or 100 ns.`,
						place,
					);
				break;
			case "$scope":
				this.#scopes.push(words[1] ?? "");
				break;
			case "$upscope":
				this.#scopes.pop();
				break;
			case "$var":
				this.variables.push(readVariable(words, [...this.#scopes], place));
				break;
			case "$enddefinitions":
				this.isDone = true;
				break;
			// Whatever else there is, such as comments and the attributes of GTKWave's tools, says nothing about levels.
		}
	}
}

function readVariable(words: readonly string[], scopes: readonly string[], place: string): VcdVariable {
	const [type = "", size = "", id, name, ...rest] = words;
	const width = Number(size);
	if (id === undefined || name === undefined || !Number.isInteger(width) || width < 0)
		throw new FileError("A $var needs a type, a size, an identifier and a name.", place);
	// "data [3:0]", "data[3:0]" and "data [3]" are all written.
	const whole = [name, ...rest].join("");
	const [, plain = whole, left = "", right = ""] = /^(.+?)\[(-?\d+):(-?\d+)\]$/.exec(whole) ?? [];
	const range = left === "" ? undefined : ([Number(left), Number(right)] as const);
	return { id, type, width, scopes, name: width === 1 && range === undefined ? whole : plain, range };
}
