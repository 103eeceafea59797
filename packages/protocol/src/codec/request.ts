import { EMPTY, readWord, writeWord } from "../bytes/words.ts";
import type { WordSlot } from "../commands/defineCommand.ts";
import { type Args, type CommandName, commands } from "../commands/registry.ts";
import { MAX_EXTENSION_BYTES } from "../commands/tailTypes.ts";
import { InvalidArgument } from "../errors/InvalidArgument.ts";
import { type Layout, layouts, type Named } from "./layout.ts";

/**
 * One request as it is on the wire (struct of command.h), little endian:
 *
 *     u32 cmd | u32 p1 | u32 p2 | u32 p3 = bytes of the extension | extension
 */
export interface RequestFrame {
	readonly code: number;
	/** Unsigned. */
	readonly p1: number;
	/** Unsigned. */
	readonly p2: number;
	readonly extension: Uint8Array;
}

/** Bytes of a request's or response's header. */
export const HEADER_BYTES = 16;

/** Bytes of a request; throws InvalidArgument for anything pigpiod would refuse by its range alone. */
export function encodeRequest<N extends CommandName>(name: N, args: Args<N>): Uint8Array {
	const layout = layouts[name];
	const values: Readonly<Record<string, unknown>> = args;
	let p1 = layout.p1 === undefined ? 0 : wordFrom(name, layout.p1, values);
	const p2 = layout.p2 === undefined ? 0 : wordFrom(name, layout.p2, values);
	const { words, tail } = layout;
	if (words.length === 0 && tail === undefined) return header(layout.code, p1, p2, 0);

	let tailBytes = EMPTY;
	if (tail !== undefined) {
		const value = values[tail.name];
		const problem = tail.slot.type.check(value);
		if (problem !== undefined) throw new InvalidArgument(name, tail.name, `${tail.name} ${problem}`);
		tailBytes = tail.slot.type.encode(value);
		if (tail.slot.type.p1 !== undefined) p1 = tail.slot.type.p1(value);
	}
	const wordCount = countWords(words, values);
	const length = wordCount * 4 + tailBytes.length;
	if (length > MAX_EXTENSION_BYTES) {
		const most = `at most ${MAX_EXTENSION_BYTES} bytes fit behind a command (got ${length})`;
		throw new InvalidArgument(name, tail?.name ?? "", most);
	}
	const bytes = header(layout.code, p1, p2, length);
	for (let index = 0; index < wordCount; index++) {
		const word = words[index];
		if (word !== undefined) writeWord(bytes, HEADER_BYTES + index * 4, wordFrom(name, word, values));
	}
	bytes.set(tailBytes, HEADER_BYTES + wordCount * 4);
	return bytes;
}

function header(code: number, p1: number, p2: number, length: number): Uint8Array {
	const bytes = new Uint8Array(HEADER_BYTES + length);
	writeWord(bytes, 0, code);
	writeWord(bytes, 4, p1);
	writeWord(bytes, 8, p2);
	writeWord(bytes, 12, length);
	return bytes;
}

/** Optional words at the end are left out of the extension when they are not given. */
function countWords(words: Layout["words"], values: Readonly<Record<string, unknown>>): number {
	let count = words.length;
	while (count > 0) {
		const last = words[count - 1];
		if (last === undefined || !last.slot.optional || values[last.name] !== undefined) break;
		count--;
	}
	return count;
}

function wordFrom(
	command: CommandName,
	{ name, slot }: Named<WordSlot>,
	values: Readonly<Record<string, unknown>>,
): number {
	const value = values[name];
	if (typeof value === "number" && slot.type.accepts(value)) return value;
	if (value === undefined && slot.optional) return 0;
	throw new InvalidArgument(command, name, wordProblem(name, slot, value));
}

function wordProblem(name: string, slot: WordSlot, value: unknown): string {
	const got = value === undefined ? "nothing" : typeof value === "string" ? `"${value}"` : String(value);
	return `${name} must be ${slot.type.expects} (got ${got})`;
}

/** What keeps arguments of unknown origin from being sent, in words; nothing when they are in order. */
export function checkArgs(name: CommandName, args: unknown): string | undefined {
	if (typeof args !== "object" || args === null) return "arguments must be an object";
	const { params } = commands[name];
	const values = args as Readonly<Record<string, unknown>>;
	const stranger = Object.keys(values).find((key) => !Object.hasOwn(params, key));
	if (stranger !== undefined) return `${stranger} is no parameter of ${name}`;
	for (const [param, slot] of Object.entries(params)) {
		const value = values[param];
		if (slot.at === "tail") {
			const problem = slot.type.check(value);
			if (problem !== undefined) return `${param} ${problem}`;
		} else if (!(slot.optional && value === undefined)) {
			if (typeof value !== "number" || !slot.type.accepts(value)) return wordProblem(param, slot, value);
		}
	}
	return undefined;
}

/**
 * Arguments of a request as they came, not validated. Extension words that did not arrive read as 0 (or are
 * absent where optional): what a real daemon sees there is whatever its buffer held.
 */
export function decodeArgs<N extends CommandName>(name: N, frame: RequestFrame): Args<N> {
	const { p1, p2, words, tail } = layouts[name];
	const { extension } = frame;
	const values: Record<string, unknown> = {};
	if (p1 !== undefined) setHeaderWord(values, p1, frame.p1);
	if (p2 !== undefined) setHeaderWord(values, p2, frame.p2);
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (word === undefined) continue;
		const arrived = extension.length >= index * 4 + 4;
		if (!arrived && word.slot.optional) continue;
		const value = readWord(extension, index * 4);
		values[word.name] = word.slot.signed ? value | 0 : value;
	}
	if (tail !== undefined) {
		const rest =
			words.length === 0 ? extension : extension.subarray(Math.min(words.length * 4, extension.length));
		values[tail.name] = tail.slot.type.decode(rest, frame.p1);
	}
	return values as Args<N>;
}

/** A header word cannot be missing: 0 stands for an optional one that was left out. */
function setHeaderWord(values: Record<string, unknown>, { name, slot }: Named<WordSlot>, word: number): void {
	if (!slot.optional || word !== 0) values[name] = slot.signed ? word | 0 : word;
}
