import type { I2cTarget } from "../lines/I2cSlave.ts";
import { parametersOf } from "./ssd1306Commands.ts";

export const SCREEN_WIDTH = 128;
export const SCREEN_HEIGHT = 64;
/** Eight rows of pixels, one byte a column, the lowest bit on top. */
const PAGES = SCREEN_HEIGHT / 8;

/** The control byte before commands or data: more control bytes follow, and data rather than commands follow. */
const continuation = 0x80;
const dataFollows = 0x40;
/** The status byte's bit that says "switched off". */
const statusOff = 0x40;

/** Addressing modes, and what the pointer does after each byte. */
const modes = { horizontal: 0, vertical: 1, page: 2 } as const;

/** A range the pointer runs through. */
interface Window {
	readonly first: number;
	readonly last: number;
}

/** An SSD1306 behind its I2C interface, after Solomon Systech's data sheet. */
export class Ssd1306Chip implements I2cTarget {
	readonly address: number;
	readonly #ram = new Uint8Array(SCREEN_WIDTH * PAGES);
	/** 0 to 255. */
	contrast = 0x7f;
	isOn = false;
	#isInverted = false;
	#isAllOn = false;
	#isMirrored = true;
	#isUpsideDown = true;
	#startLine = 0;
	#offset = 0;
	#rows = SCREEN_HEIGHT;
	#mode: number = modes.page;
	#columns: Window = { first: 0, last: SCREEN_WIDTH - 1 };
	#pages: Window = { first: 0, last: PAGES - 1 };
	#column = 0;
	#page = 0;
	#control: "control" | "command" | "data" = "control";
	#isSingle = false;
	#command: number[] = [];

	constructor(address: number) {
		this.address = address;
	}

	begin(): boolean {
		this.#control = "control";
		return true;
	}

	write(byte: number): boolean {
		if (this.#control === "control") {
			this.#isSingle = (byte & continuation) !== 0;
			this.#control = (byte & dataFollows) === 0 ? "command" : "data";
			return true;
		}
		if (this.#control === "data") this.#store(byte);
		else this.#take(byte);
		if (this.#isSingle) this.#control = "control";
		return true;
	}

	read(): number {
		return this.isOn ? 0 : statusOff;
	}

	end(): void {}

	/**
	 * What a person sees, one byte a pixel (0 or 255), row by row. Modules are mounted so that the commands 0xa1 and
	 * 0xc8, which nearly every program gives, put column 0 and page 0 at the upper left.
	 */
	picture(): Uint8Array {
		const pixels = new Uint8Array(SCREEN_WIDTH * SCREEN_HEIGHT);
		if (!this.isOn) return pixels;
		for (let y = 0; y < SCREEN_HEIGHT; y++) {
			const row = this.#ramRow(y);
			if (row === undefined) continue;
			for (let x = 0; x < SCREEN_WIDTH; x++) {
				const bit = ((this.#ram[(row >> 3) * SCREEN_WIDTH + x] ?? 0) >> (row & 7)) & 1;
				const isLit = this.#isAllOn || (bit === 1) !== this.#isInverted;
				if (isLit) pixels[y * SCREEN_WIDTH + x] = 255;
			}
		}
		return pixels;
	}

	/** The row of the memory that a line of the screen shows; undefined for lines that are not scanned. */
	#ramRow(y: number): number | undefined {
		// The module is upside down: its uppermost line is the last the chip scans.
		const common = SCREEN_HEIGHT - 1 - y;
		const scanned = this.#isUpsideDown ? common : this.#rows - 1 - common;
		const line = (scanned + this.#offset) % SCREEN_HEIGHT;
		if (scanned < 0 || line >= this.#rows) return undefined;
		return (line + this.#startLine) % SCREEN_HEIGHT;
	}

	#store(byte: number): void {
		// The mirror works when data are written: what is there stays where it is. The module is mirrored itself.
		const column = this.#isMirrored ? SCREEN_WIDTH - 1 - this.#column : this.#column;
		this.#ram[this.#page * SCREEN_WIDTH + column] = byte;
		if (this.#mode === modes.page) {
			this.#column = (this.#column + 1) % SCREEN_WIDTH;
		} else if (this.#mode === modes.vertical) {
			if (this.#nextPage()) this.#nextColumn();
		} else if (this.#nextColumn()) this.#nextPage();
	}

	/** @returns whether it began anew */
	#nextColumn(): boolean {
		const isLast = this.#column === this.#columns.last;
		this.#column = isLast ? this.#columns.first : (this.#column + 1) % SCREEN_WIDTH;
		return isLast;
	}

	#nextPage(): boolean {
		const isLast = this.#page === this.#pages.last;
		this.#page = isLast ? this.#pages.first : (this.#page + 1) % PAGES;
		return isLast;
	}

	/** Collects a command with its parameters, however they are spread over transfers. */
	#take(byte: number): void {
		this.#command.push(byte);
		const [command = 0, ...parameters] = this.#command;
		if (parameters.length < parametersOf(command)) return;
		this.#command = [];
		if (command < 0xb0) this.#performLow(command, parameters);
		else this.#performHigh(command, parameters);
	}

	#performLow(command: number, [first = 0, second = 0]: readonly number[]): void {
		if (command < 0x10) this.#column = (this.#column & 0x70) | command;
		else if (command < 0x20) this.#column = (this.#column & 0x0f) | ((command & 7) << 4);
		else if (command === 0x20) this.#mode = first & 3;
		else if (command === 0x21) {
			this.#columns = { first: first & 0x7f, last: second & 0x7f };
			this.#column = this.#columns.first;
		} else if (command === 0x22) {
			this.#pages = { first: first & 7, last: second & 7 };
			this.#page = this.#pages.first;
		} else if (command >= 0x40 && command < 0x80) this.#startLine = command & 0x3f;
		else if (command === 0x81) this.contrast = first;
		else this.#performShow(command, first);
	}

	#performShow(command: number, first: number): void {
		if (command === 0xa0 || command === 0xa1) this.#isMirrored = command === 0xa0;
		else if (command === 0xa4 || command === 0xa5) this.#isAllOn = command === 0xa5;
		else if (command === 0xa6 || command === 0xa7) this.#isInverted = command === 0xa7;
		// Fewer than 16 rows cannot be set.
		else if (command === 0xa8 && (first & 0x3f) >= 15) this.#rows = (first & 0x3f) + 1;
		else if (command === 0xae || command === 0xaf) this.isOn = command === 0xaf;
	}

	#performHigh(command: number, [first = 0]: readonly number[]): void {
		if (command < 0xb8) this.#page = command & 7;
		else if (command === 0xc0 || command === 0xc8) this.#isUpsideDown = command === 0xc0;
		else if (command === 0xd3) this.#offset = first & 0x3f;
	}
}
