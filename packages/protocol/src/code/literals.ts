import type { WordType } from "../commands/paramTypes.ts";
import { mode, pull, seekFrom, waveMode } from "../commands/paramTypes.ts";

/** Names of a parameter's values: with what each language puts before them. */
interface Constants {
	readonly names: readonly string[];
	readonly python: string;
	readonly c: string;
	readonly typescript: string;
}

const constants = new Map<WordType, Constants>([
	[
		mode,
		{
			names: ["INPUT", "OUTPUT", "ALT5", "ALT4", "ALT0", "ALT1", "ALT2", "ALT3"],
			python: "pigpio.",
			c: "PI_",
			typescript: "Mode.",
		},
	],
	[pull, { names: ["OFF", "DOWN", "UP"], python: "pigpio.PUD_", c: "PI_PUD_", typescript: "Pull." }],
	[
		waveMode,
		{
			names: ["ONE_SHOT", "REPEAT", "ONE_SHOT_SYNC", "REPEAT_SYNC"],
			python: "pigpio.WAVE_MODE_",
			c: "PI_WAVE_MODE_",
			typescript: "WaveMode.",
		},
	],
	[
		seekFrom,
		{
			names: ["START", "CURRENT", "END"],
			python: "pigpio.FROM_",
			c: "PI_FROM_",
			typescript: "SeekFrom.",
		},
	],
]);

/** The value of a word by its name, or as a number: masks and flags in hexadecimal. */
export function wordLiteral(type: WordType, value: number, language: "python" | "c" | "typescript"): string {
	const known = constants.get(type);
	const name = known?.names[value];
	if (known !== undefined && name !== undefined) return `${known[language]}${name}`;
	return type.kind === "gpioMask" || type.kind === "flags" ? hex(value) : `${value}`;
}

/** From 10 on in hexadecimal. */
export function hex(value: number): string {
	return value < 10 ? `${value}` : `0x${value.toString(16)}`;
}

/** Bytes that are plain text, as that text; undefined for others. */
export function plainText(bytes: Uint8Array): string | undefined {
	const text = String.fromCharCode(...bytes.subarray(0, MOST_TEXT));
	return bytes.length > 0 && bytes.length <= MOST_TEXT && /^[\x20-\x7e\t\r\n]*$/.test(text)
		? text
		: undefined;
}

/** More arguments than this do not fit into one call. */
const MOST_TEXT = 8192;

/** A text between double quotes, for languages whose escapes are those of JSON. */
export function quoted(text: string): string {
	return JSON.stringify(text);
}

const FIRST_CHAIN_COMMAND = 255;
/** Bytes that follow the commands of a wave chain: start and end of a loop, delay, for ever. */
const chainOperands: readonly number[] = [0, 2, 2, 0];

/** The bytes of a wave chain, with what stands for the ids of waves in it. */
export function chainLiterals(chain: Uint8Array, waveLiteral: (id: number) => string): string[] {
	const literals: string[] = [];
	for (let at = 0; at < chain.length; at++) {
		const byte = chain[at] ?? 0;
		if (byte !== FIRST_CHAIN_COMMAND) {
			literals.push(waveLiteral(byte));
			continue;
		}
		const length = 2 + (chainOperands[chain[at + 1] ?? 0] ?? 0);
		literals.push(...Array.from(chain.subarray(at, at + length), String));
		at += length - 1;
	}
	return literals;
}
