import { decodeText } from "@gpioscope/protocol";
import type { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { FileError } from "../Format.ts";
import { levelOf } from "./cells.ts";
import type { CsvLayout } from "./csvLayout.ts";

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
/** Begins a line that is a remark. */
const NUMBER_SIGN = 0x23;
const SPACE = 0x20;
const ZERO = 0x30;
const POINT = 0x2e;
const COMMA = 0x2c;
const MINUS = 0x2d;
/** Longest part of a cell that an error quotes. */
const QUOTED = 40;

/** The rows of a file, as stretches of whole lines. Fills a capture. */
export class CsvRows {
	readonly #layout: CsvLayout;
	readonly #builder: CaptureBuilder;
	readonly #delimiter: number;
	readonly #timeColumn: number;
	/** Ticks that 1, 0.1, 0.01 ... of the time's unit make. */
	readonly #digitTicks: readonly number[];
	#line: number;
	#rows = 0;
	#time = 0;
	/** The second from which times of the clock count; milliseconds since 1970. */
	#second: number | undefined;
	/** What a row said so far. */
	#level = 0;
	#known = 0;

	/** @param line where the rows begin. */
	constructor(layout: CsvLayout, builder: CaptureBuilder, line: number) {
		this.#layout = layout;
		this.#builder = builder;
		this.#line = line;
		this.#delimiter = layout.delimiter.charCodeAt(0);
		this.#timeColumn = layout.time.kind === "row" ? -1 : layout.time.column;
		const { time } = layout;
		const first = time.kind === "cell" ? time.decimals - time.exponent : 9;
		this.#digitTicks = Array.from({ length: 16 }, (_, digit) => 10 ** (first - digit));
	}

	/** Takes bytes [from, to), of which the last is a line feed. */
	read(bytes: Uint8Array, from: number, to: number): void {
		for (let at = from; at < to; this.#line++) at = this.#readRow(bytes, at);
	}

	flush(): void {
		if (this.#rows > 0) this.#builder.flush();
	}

	end(): void {
		if (this.#rows === 0) throw new FileError("It holds no rows: there is nothing behind its header.");
		const { time } = this.#layout;
		// A sample holds until the next one would come.
		this.#builder.flush(time.kind === "row" ? time.clock.timeOf(this.#rows) : this.#time);
	}

	/** Reads a line and returns where the next one begins. */
	#readRow(bytes: Uint8Array, start: number): number {
		const { columns } = this.#layout;
		let at = start;
		while (bytes[at] !== LINE_FEED && (bytes[at] as number) <= SPACE && bytes[at] !== this.#delimiter) at++;
		if (bytes[at] === LINE_FEED) return at + 1;
		if (bytes[at] === NUMBER_SIGN) return bytes.indexOf(LINE_FEED, at) + 1;
		this.#level = 0;
		this.#known = 0;
		let column = 0;
		let time = Number.NaN;
		for (;;) {
			const cell = at;
			let byte = bytes[at] as number;
			while (byte !== this.#delimiter && byte !== LINE_FEED) byte = bytes[++at] as number;
			if (column === this.#timeColumn) time = this.#readTime(bytes, cell, at);
			else {
				const channel = columns[column] ?? -1;
				if (channel >= 0) this.#readLevel(bytes, cell, at, channel);
			}
			column++;
			if (byte === LINE_FEED) break;
			at++;
		}
		if (column < columns.length) this.#fail(`It has ${column} cells, not ${columns.length}.`);
		this.#take(time);
		return at + 1;
	}

	#take(given: number): void {
		const { time: rule } = this.#layout;
		const time = rule.kind === "row" ? rule.clock.timeOf(this.#rows) : given;
		const builder = this.#builder;
		const known = this.#known >>> 0;
		const level = this.#level >>> 0;
		if (!Number.isSafeInteger(time))
			this.#fail(`Time ${this.#shown(time)} is beyond what can be counted exactly.`);
		if (this.#rows === 0) builder.begin(time, level, known);
		else {
			if (time < this.#time)
				this.#fail(`Time goes back (${this.#shown(time)} after ${this.#shown(this.#time)}).`);
			if (known !== builder.known) builder.know(time, level, known);
			else if (level !== builder.level) builder.change(time, level);
		}
		this.#time = time;
		this.#rows++;
	}

	#readLevel(bytes: Uint8Array, from: number, to: number, channel: number): void {
		const digit = to - from === 1 ? (bytes[from] as number) - ZERO : -1;
		const level = digit === 0 || digit === 1 ? digit : levelOf(cellText(bytes, from, to));
		if (level === undefined)
			this.#fail(
				`"${cellText(bytes, from, to).slice(0, QUOTED)}" is neither 0 nor 1, nor empty for not known.`,
			);
		if (level < 0) return;
		this.#known |= 1 << channel;
		this.#level |= level << channel;
	}

	#readTime(bytes: Uint8Array, from: number, to: number): number {
		const { time } = this.#layout;
		if (time.kind === "clock") return this.#readClock(cellText(bytes, from, to));
		let at = from;
		const isNegative = bytes[at] === MINUS;
		if (isNegative) at++;
		let whole = 0;
		let digit = (bytes[at] as number) - ZERO;
		while (digit >= 0 && digit <= 9) {
			whole = whole * 10 + digit;
			digit = (bytes[++at] as number) - ZERO;
		}
		let part = 0;
		let digits = 0;
		if (bytes[at] === POINT || (bytes[at] === COMMA && at < to)) {
			digit = (bytes[++at] as number) - ZERO;
			while (digit >= 0 && digit <= 9) {
				part = part * 10 + digit;
				digits++;
				digit = (bytes[++at] as number) - ZERO;
			}
		}
		const shift = time.kind === "cell" ? time.shift : 0;
		const unit = this.#digitTicks[0] as number;
		if (at !== to || at === from || digits > 15)
			return this.#readNumber(cellText(bytes, from, to), unit) + shift;
		const ticks = Math.round(whole * unit + part * (this.#digitTicks[digits] as number));
		return (isNegative ? -ticks : ticks) + shift;
	}

	/** Times with an exponent, with spaces or in quotes. */
	#readNumber(text: string, unit: number): number {
		const number = text === "" ? Number.NaN : Number(text.replace(",", "."));
		if (!Number.isFinite(number)) this.#fail(`"${text.slice(0, QUOTED)}" is no time.`);
		return Math.round(number * unit);
	}

	/** "2026-11-20T12:34:56.123456789Z", in nanoseconds after the second in which the first row lies. */
	#readClock(text: string): number {
		const [, seconds = "", part = "", zone = ""] =
			/^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?\d*(Z|[-+]\d\d:?\d\d)?$/.exec(text) ?? [];
		const second = Date.parse(seconds.replace(" ", "T") + zone);
		if (Number.isNaN(second)) this.#fail(`"${text.slice(0, QUOTED)}" is no time.`);
		this.#second ??= second;
		return (second - this.#second) * 1e6 + Number(part.padEnd(9, "0"));
	}

	/** A time as the file writes it. */
	#shown(ticks: number): number {
		return ticks / (this.#digitTicks[0] as number);
	}

	#fail(reason: string): never {
		throw new FileError(reason, `Line ${this.#line}`);
	}
}

function cellText(bytes: Uint8Array, from: number, to: number): string {
	const text = decodeText(bytes.subarray(from, to)).trim();
	return text.charCodeAt(0) === QUOTE && text.length > 1 ? text.slice(1, -1).trim() : text;
}
