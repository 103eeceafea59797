import { type CommandName, commandByMnemonic, commands, type Slot } from "@gpioscope/protocol";

/** One word of a line, or the rest of it where that is one value, and what it is. */
export interface LinePart {
	/** Offsets in the line. */
	readonly from: number;
	readonly to: number;
	readonly text: string;
	/** The command that it names or belongs to; none where no command is known. */
	readonly command: CommandName | undefined;
	/** The parameter that it is a value of; none for the name of a command. */
	readonly param: string | undefined;
}

const NUMBER = /^[+-]?(0x[0-9a-f]*|\d+)$/i;

/** A path with blanks stands between quotes, of which the second may not be typed yet. */
const WORD = /"(?:[^"\\]|\\.)*(?:"(?=\s|$)|$)|\S+/g;

/** Reads a line of `pigs` as far as it is typed: unlike the parser it forgives what is not there yet. */
export function lineParts(line: string): readonly LinePart[] {
	const parts: LinePart[] = [];
	const words = [...line.matchAll(WORD)];
	let at = words[0]?.[0] === "pigs" ? 1 : 0;
	while (at < words.length) {
		const head = partOf(words[at], undefined);
		const command = commandByMnemonic(head.text)?.name;
		parts.push({ ...head, command });
		at++;
		if (command === undefined) continue;
		for (const [param, slot] of Object.entries(commands[command].params)) {
			const word = words[at];
			if (word === undefined) break;
			if (takesRest(slot)) {
				const from = word.index;
				parts.push({ from, to: line.length, text: line.slice(from), command, param });
				return parts;
			}
			const count = wordsTaken(
				slot,
				words.slice(at).map(([text]) => text),
			);
			for (const taken of words.slice(at, at + count)) parts.push({ ...partOf(taken, param), command });
			at += count;
		}
	}
	return parts;
}

/** What is being typed at an offset. */
export interface CaretWord {
	/** What of the word stands before the caret. */
	readonly typed: string;
	/** Where the word begins and ends. */
	readonly from: number;
	readonly to: number;
	/** The command whose help is wanted there. */
	readonly command: CommandName | undefined;
	/** The parameter that it is, or would be. */
	readonly param: string | undefined;
	/** It is, or may be, the name of a command. */
	readonly isCommand: boolean;
}

/** What is being typed at an offset of a line. */
export function wordAt(line: string, caret: number): CaretWord {
	const parts = lineParts(line);
	const inside = parts.find(({ from, to }) => from < caret && caret <= to);
	if (inside !== undefined) {
		const { from, to, command, param } = inside;
		return { typed: line.slice(from, caret), from, to, command, param, isCommand: param === undefined };
	}
	const before = parts.filter(({ to }) => to < caret);
	const { command, param } = nextParam(before);
	return { typed: "", from: caret, to: caret, command, param, isCommand: param === undefined };
}

/** What may follow the parts before: the next parameter of the last command, if it has one left. */
function nextParam(before: readonly LinePart[]): Pick<CaretWord, "command" | "param"> {
	const command = before.at(-1)?.command;
	if (command === undefined) return { command: undefined, param: undefined };
	const start = before.findLastIndex((part) => part.param === undefined);
	const given = new Set(before.slice(start).map((part) => part.param));
	const entries = Object.entries(commands[command].params);
	const next = entries.find(([param]) => !given.has(param));
	if (next !== undefined) return { command, param: next[0] };
	// Of a list there may always be more.
	const last = entries.at(-1);
	return { command, param: last?.[1].at === "tail" && isList(last[1]) ? last[0] : undefined };
}

function partOf(word: RegExpExecArray | undefined, param: string | undefined): LinePart {
	const from = word?.index ?? 0;
	const text = word?.[0] ?? "";
	return { from, to: from + text.length, text, command: undefined, param };
}

function isList(slot: Slot): boolean {
	return slot.at === "tail" && !["word", "path", "text", "shell"].includes(slot.type.kind);
}

function takesRest(slot: Slot): boolean {
	return slot.at === "tail" && (slot.type.kind === "text" || slot.type.kind === "shell");
}

function wordsTaken(slot: Slot, following: readonly string[]): number {
	if (isList(slot)) {
		const end = following.findIndex((word) => !NUMBER.test(word));
		return end === -1 ? following.length : end;
	}
	if (slot.at !== "tail" && slot.optional) return NUMBER.test(following[0] ?? "") ? 1 : 0;
	return 1;
}
