import { decodeText } from "@gpioscope/protocol";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { type CaptureDocument, FileError, type FileReader } from "../Format.ts";
import { gpioChannels } from "../gpioChannels.ts";
import { parseLocalTime } from "../localTime.ts";
import { WholeParts } from "../text/WholeParts.ts";

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const ZERO = 0x30;
const ALL = 0xffff_ffff;
const MAX_HEX = 8;
/** Longest part of a line that an error quotes. */
const QUOTED = 40;

/** Reads piscope's native files, of any length and with any line ends. */
export class PiscopeReader implements FileReader {
	document: CaptureDocument | undefined;
	readonly remarks: string[] = [];
	readonly #parts = new WholeParts("line");
	#builder: CaptureBuilder | undefined;
	/** The line that is read now. */
	#line = 1;
	#hasBegun = false;

	push(piece: Uint8Array): void {
		this.#parts.push(piece, this.#take);
		if (this.#hasBegun) this.#builder?.flush();
	}

	end(): CaptureDocument {
		this.#parts.end(this.#take);
		if (this.document === undefined) throw new FileError("It ends before its #date.");
		if (!this.#hasBegun) throw new FileError("It holds no samples: there is nothing behind its header.");
		this.#builder?.flush();
		return this.document;
	}

	readonly #take = (bytes: Uint8Array, from: number, to: number): void => {
		let at = from;
		while (at < to && this.#builder === undefined) {
			const end = bytes.indexOf(LINE_FEED, at);
			this.#readHeader(decodeText(bytes.subarray(at, end)).trimEnd());
			this.#line++;
			at = end + 1;
		}
		while (at < to) {
			at = this.#readSample(bytes, at);
			this.#line++;
		}
	};

	#readHeader(line: string): void {
		if (this.#line === 1) {
			if (line !== "#piscope") this.#fail('A piscope file begins with "#piscope".');
			return;
		}
		if (!line.startsWith("#date ")) this.#fail('"#date" was expected.');
		const wall = parseLocalTime(line.slice("#date ".length));
		if (wall === undefined)
			this.remarks.push(`When it was captured is not known: "${line.slice(0, QUOTED)}" names no time.`);
		this.#builder = new CaptureBuilder(wall === undefined ? {} : { anchor: { time: 0, wall } });
		this.document = { capture: this.#builder.capture, channels: gpioChannels };
	}

	/** Reads a line and returns where the next one begins. */
	#readSample(bytes: Uint8Array, start: number): number {
		let at = start;
		let time = 0;
		let digit = (bytes[at] as number) - ZERO;
		while (digit >= 0 && digit <= 9) {
			time = time * 10 + digit;
			digit = (bytes[++at] as number) - ZERO;
		}
		const ticksEnd = at;
		while (bytes[at] === SPACE) at++;
		const levelStart = at;
		let level = 0;
		for (;;) {
			const value = hexValue(bytes[at] as number);
			if (value < 0) break;
			level = (level << 4) | value;
			at++;
		}
		const levelEnd = at;
		while (bytes[at] !== LINE_FEED && (bytes[at] as number) <= SPACE) at++;
		const isSample =
			ticksEnd > start && levelStart > ticksEnd && levelEnd > levelStart && levelEnd - levelStart <= MAX_HEX;
		// An empty line says nothing.
		const isEmpty = ticksEnd === start && levelEnd === levelStart;
		if (bytes[at] !== LINE_FEED || (!isSample && !isEmpty)) this.#malformed(bytes, start);
		if (isSample) this.#sample(time, level >>> 0);
		return at + 1;
	}

	#sample(time: number, level: number): void {
		const builder = this.#builder as CaptureBuilder;
		if (time > Number.MAX_SAFE_INTEGER) this.#fail(`Time ${time} is beyond what can be counted exactly.`);
		if (!this.#hasBegun) {
			this.#hasBegun = true;
			builder.begin(time, level, ALL);
		} else if (time < builder.time) this.#fail(`Time goes back (${time} after ${builder.time}).`);
		else builder.change(time, level);
	}

	#malformed(bytes: Uint8Array, start: number): never {
		const end = bytes.indexOf(LINE_FEED, start);
		const text = decodeText(bytes.subarray(start, Math.min(end, start + QUOTED))).trimEnd();
		this.#fail(`"${text}" is not a time and a level of up to eight hex digits.`);
	}

	#fail(reason: string): never {
		throw new FileError(reason, `Line ${this.#line}`);
	}
}

function hexValue(byte: number): number {
	if (byte >= ZERO && byte <= 0x39) return byte - ZERO;
	const letter = byte & ~0x20;
	return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1;
}
