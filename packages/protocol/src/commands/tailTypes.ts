import { decodeText, encodeText } from "../bytes/text.ts";
import { EMPTY, readWord, writeWord } from "../bytes/words.ts";

/** How the value of a tail looks as text and in a form. */
export type TailKind =
	| "bytes"
	| "word"
	| "path"
	| "text"
	| "pulses"
	| "words"
	| "waveChain"
	| "segments"
	| "shell";

/** The type of a parameter that takes the rest of a request's extension. */
export interface TailType<V> {
	readonly kind: TailKind;
	readonly text: string;
	/** What is wrong with a value, as the end of a sentence; nothing when it may be sent. */
	check(value: unknown): string | undefined;
	encode(value: V): Uint8Array;
	decode(bytes: Uint8Array, p1: number): V;
	/** For the one command that announces part of its tail in p1. */
	p1?(value: V): number;
}

/** One step of a waveform: GPIOs to switch on and off (bit masks), then a delay in microseconds. */
export interface Pulse {
	readonly on: number;
	readonly off: number;
	readonly delay: number;
}

/** What SHELL runs: a program of /opt/pigpio/cgi and the text behind its name. */
export interface ShellCall {
	readonly name: string;
	readonly text: string;
}

const U32 = 0xffff_ffff;
/** The longest extension pigpiod takes. */
export const MAX_EXTENSION_BYTES = 65_535;

type BytesKind = "bytes" | "waveChain" | "segments";

function byteTail(kind: BytesKind, text: string, min: number, max: number): TailType<Uint8Array> {
	return {
		kind,
		text,
		check: (value) =>
			value instanceof Uint8Array && value.length >= min && value.length <= max
				? undefined
				: `must be ${min} to ${max} bytes`,
		encode: (value) => value,
		decode: (bytes) => bytes,
	};
}

/** Bytes as they are; `min` to `max` of them. */
export function bytes(text: string, min = 0, max = MAX_EXTENSION_BYTES): TailType<Uint8Array> {
	return byteTail("bytes", text, min, max);
}

/** Wave ids and chain commands, one byte each. */
export const waveChain = byteTail("waveChain", "Wave ids and chain commands", 0, MAX_EXTENSION_BYTES);

/** Commands of an I2C transaction, see BI2CZ and I2CZ. */
export const segments = byteTail("segments", "I2C transaction commands", 1, MAX_EXTENSION_BYTES);

function textTail(
	kind: "word" | "path" | "text",
	text: string,
	problemOf: (value: string) => string | undefined,
): TailType<string> {
	return {
		kind,
		text,
		check: (value) => (typeof value === "string" ? (nulIn(value) ?? problemOf(value)) : "must be a text"),
		encode: encodeText,
		decode: decodeText,
	};
}

function nulIn(value: string): string | undefined {
	return value.includes("\0") ? "must not contain a NUL character" : undefined;
}

/** A name without blanks: a device. */
export function name(text: string): TailType<string> {
	return textTail("word", text, (value) =>
		/^\S+$/.test(value) ? undefined : "must be a name without blanks",
	);
}

/** A path or a pattern. pigpiod takes blanks in it, the program pigs does not. */
export function path(text: string): TailType<string> {
	return textTail("path", text, (value) =>
		value !== "" && !/[\r\n]/.test(value) ? undefined : "must be a path on one line",
	);
}

/** The text of a script. Blanks alone make pigpiod's parser loop for ever, so they are refused here. */
export const scriptText = textTail("text", "Script", (value) =>
	value !== "" && value.trim() === "" ? "must not consist of blanks" : undefined,
);

/** Up to `max` 32-bit numbers, signed or unsigned; read back as signed. */
export function words(text: string, max: number): TailType<readonly number[]> {
	const isWord = (value: unknown) =>
		typeof value === "number" && Number.isInteger(value) && value >= -0x8000_0000 && value <= U32;
	return {
		kind: "words",
		text,
		check: (value) =>
			Array.isArray(value) && value.length <= max && value.every(isWord)
				? undefined
				: `must be up to ${max} whole numbers of 32 bits`,
		encode: (value) => {
			const out = new Uint8Array(value.length * 4);
			value.forEach((word, index) => {
				writeWord(out, index * 4, word);
			});
			return out;
		},
		decode: (extension) =>
			Array.from(
				{ length: Math.floor(extension.length / 4) },
				(_, index) => readWord(extension, index * 4) | 0,
			),
	};
}

const PULSE_BYTES = 12;
/** The most pulses one request can carry. */
export const MAX_PULSES_PER_REQUEST = Math.floor(MAX_EXTENSION_BYTES / PULSE_BYTES);

/** Steps of a waveform, each {on u32, off u32, delay u32}. */
export const pulses: TailType<readonly Pulse[]> = {
	kind: "pulses",
	text: "Pulses: GPIOs on, GPIOs off, delay in µs",
	check(value) {
		if (!Array.isArray(value)) return "must be a list of pulses {on, off, delay}";
		if (value.length > MAX_PULSES_PER_REQUEST) return `must be at most ${MAX_PULSES_PER_REQUEST} pulses`;
		const wrong = value.findIndex((pulse) => !isPulse(pulse));
		return wrong === -1 ? undefined : `must have {on, off, delay} as 32-bit numbers at index ${wrong}`;
	},
	encode(value) {
		const out = new Uint8Array(value.length * PULSE_BYTES);
		let offset = 0;
		for (const { on, off, delay } of value) {
			writeWord(out, offset, on);
			writeWord(out, offset + 4, off);
			writeWord(out, offset + 8, delay);
			offset += PULSE_BYTES;
		}
		return out;
	},
	decode: (extension) =>
		Array.from({ length: Math.floor(extension.length / PULSE_BYTES) }, (_, index) => ({
			on: readWord(extension, index * PULSE_BYTES),
			off: readWord(extension, index * PULSE_BYTES + 4),
			delay: readWord(extension, index * PULSE_BYTES + 8),
		})),
};

function isPulse(value: unknown): value is Pulse {
	if (typeof value !== "object" || value === null) return false;
	const { on, off, delay } = value as Record<string, unknown>;
	return [on, off, delay].every(
		(word) => typeof word === "number" && Number.isInteger(word) && word >= 0 && word <= U32,
	);
}

/** Name, NUL, text; p1 is the length of the name. */
export const shellCall: TailType<ShellCall> = {
	kind: "shell",
	text: "Program of /opt/pigpio/cgi and its arguments",
	check(value) {
		if (typeof value !== "object" || value === null) return "must be {name, text}";
		const { name: program, text } = value as Record<string, unknown>;
		if (typeof program !== "string" || !/^[A-Za-z0-9_-]+$/.test(program)) {
			return "must have a name of letters, digits, _ and -";
		}
		return typeof text === "string" ? nulIn(text) : "must have a text";
	},
	encode({ name: program, text }) {
		const nameBytes = encodeText(program);
		const textBytes = encodeText(text);
		const out = new Uint8Array(nameBytes.length + 1 + textBytes.length);
		out.set(nameBytes);
		out.set(textBytes, nameBytes.length + 1);
		return out;
	},
	decode(extension, p1) {
		const end = Math.min(p1, extension.length);
		const rest = end < extension.length ? extension.subarray(end + 1) : EMPTY;
		return { name: decodeText(extension.subarray(0, end)), text: decodeText(rest) };
	},
	p1: ({ name: program }) => encodeText(program).length,
};
