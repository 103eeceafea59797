import { checkArgs } from "../codec/request.ts";
import type { Slot, WordSlot } from "../commands/defineCommand.ts";
import { type Args, type CommandName, commandByMnemonic, commands } from "../commands/registry.ts";
import { SCRIPT_PARAMS } from "../commands/resultTypes.ts";
import type { Pulse } from "../commands/tailTypes.ts";
import { TokenReader } from "./TokenReader.ts";

/** A command with arguments that may be sent. */
export type CommandCall = { [N in CommandName]: { readonly name: N; readonly args: Args<N> } }[CommandName];

/** Why a line was not understood, and where in it. */
export interface PigsProblem {
	readonly problem: string;
	/** Offset of the word that is wrong, or of the end of the line where one is missing. */
	readonly at: number;
}

/**
 * Reads a line as `pigs` does: any number of commands, names in any case, numbers decimal, hexadecimal (0x)
 * or octal (0). A leading `pigs` is skipped. Unlike there, a path with blanks can be given, in double quotes. Arguments are checked; the first problem ends the reading.
 */
export function parsePigs(line: string): CommandCall[] | PigsProblem {
	const reader = new TokenReader(line);
	if (reader.peek() === "pigs") reader.word();
	const calls: CommandCall[] = [];
	while (!reader.done) {
		const call = parseCall(reader);
		if ("problem" in call) return call;
		calls.push(call);
	}
	return calls;
}

function parseCall(reader: TokenReader): CommandCall | PigsProblem {
	const at = reader.at;
	const mnemonic = reader.word();
	const found = commandByMnemonic(mnemonic);
	if (found === undefined) return { problem: `${mnemonic} is not a command`, at };
	const args: Record<string, unknown> = {};
	for (const [param, slot] of Object.entries(commands[found.name].params)) {
		const start = reader.at;
		const value = slot.at === "tail" ? tailValue(slot.type.kind, reader) : wordValue(slot, reader);
		if (value === undefined) {
			if (slot.optional) continue;
			return { problem: missing(mnemonic, param, slot, reader.peek()), at: start };
		}
		args[param] = value;
		const problem = problemOf(param, slot, value);
		if (problem !== undefined) return { problem: `${mnemonic}: ${problem}`, at: start };
	}
	const problem = checkArgs(found.name, args);
	return problem === undefined
		? ({ name: found.name, args } as CommandCall)
		: { problem: `${mnemonic}: ${problem}`, at };
}

function problemOf(param: string, slot: Slot, value: unknown): string | undefined {
	if (slot.at === "tail") {
		const problem = slot.type.check(value);
		return problem === undefined ? undefined : `${param} ${problem}`;
	}
	return slot.type.accepts(value as number) ? undefined : `${param} must be ${slot.type.expects}`;
}

function missing(mnemonic: string, param: string, slot: Slot, found: string): string {
	const expected = slot.at === "tail" ? slot.type.text : lettersOf(slot) || slot.type.expects;
	return `${mnemonic}: ${param} is ${found === "" ? "missing" : `not ${found}`}; expected ${expected}`;
}

function lettersOf({ type }: WordSlot): string {
	if (type.letters === undefined) return "";
	const letters = type.letters.toLowerCase();
	return Object.entries(type.choices ?? {})
		.map(([name, value]) => `${letters.charAt(value)} (${name})`)
		.join(", ");
}

function wordValue({ type }: WordSlot, reader: TokenReader): number | undefined {
	if (type.letters !== undefined) {
		const letter = reader.peek().toUpperCase();
		const value = letter.length === 1 ? type.letters.indexOf(letter) : -1;
		if (value === -1) return undefined;
		reader.word();
		return value;
	}
	const value = reader.number();
	// -1 is shorthand for all bits of a word that takes 32 of them.
	const wraps = value !== undefined && value < 0 && value >= -0x8000_0000 && type.max === 0xffff_ffff;
	return wraps ? value >>> 0 : value;
}

function tailValue(kind: string, reader: TokenReader): unknown {
	switch (kind) {
		case "bytes":
		case "waveChain":
		case "segments":
			return Uint8Array.from(reader.numbers(Number.POSITIVE_INFINITY, (value) => value >= 0 && value <= 255));
		case "words":
			return reader.numbers(SCRIPT_PARAMS, () => true);
		case "pulses":
			return pulsesValue(reader);
		case "shell": {
			if (reader.done) return undefined;
			const { word, rest } = reader.wordAndRest();
			return { name: word, text: rest };
		}
		case "text":
			return reader.rest();
		case "path":
			return reader.done ? undefined : reader.quotedWord();
		default:
			return reader.done ? undefined : reader.word();
	}
}

function pulsesValue(reader: TokenReader): readonly Pulse[] | undefined {
	const numbers = reader
		.numbers(Number.POSITIVE_INFINITY, () => true)
		.map((value) => (value < 0 ? value >>> 0 : value));
	if (numbers.length % 3 !== 0) return undefined;
	return Array.from({ length: numbers.length / 3 }, (_, index) => ({
		on: numbers[index * 3] ?? 0,
		off: numbers[index * 3 + 1] ?? 0,
		delay: numbers[index * 3 + 2] ?? 0,
	}));
}
