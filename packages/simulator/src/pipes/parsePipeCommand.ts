import {
	type CommandName,
	commandByMnemonic,
	commands,
	type ScriptText,
	type Slot,
	type WordSlot,
} from "@gpioscope/protocol";

/** A command as the pipe's text says it: what a request's header and extension would hold. */
export interface PipeCommand {
	readonly name: CommandName;
	readonly p1: number;
	readonly p2: number;
	readonly extension: Uint8Array;
}

const LARGEST_POSITIVE = 0x7fff_ffff;
const LARGEST_BYTE = 0xff;
const SCRIPT_PARAMETERS = 10;
const WORDS_OF_A_PULSE = 3;
const WORD_BYTES = 4;

/**
 * Reads the next command of a line, in the syntax of `pigs`. Numbers are of the right kind, but not in range: what the
 * daemon makes of them is the command's affair.
 * @returns undefined where the daemon answers PI_BAD_FIFO_COMMAND
 */
export function parsePipeCommand(text: ScriptText): PipeCommand | undefined {
	const found = commandByMnemonic(text.name() ?? "");
	// Reports have no place in a pipe of texts.
	if (found === undefined || found.name === "openNotification") return undefined;
	const header = { p1: 0, p2: 0 };
	const words: number[] = [];
	let tail: readonly number[] = [];
	for (const slot of Object.values<Slot>(commands[found.name].params)) {
		if (slot.at === "tail") {
			const read = readTail(slot.type.kind, text);
			if (read === undefined) return undefined;
			if (read.p1 !== undefined) header.p1 = read.p1;
			// A list has a least length; texts are for the daemon to judge.
			if (slot.type.kind === "bytes" && slot.type.check(Uint8Array.from(read.bytes)) !== undefined) {
				return undefined;
			}
			tail = read.bytes;
		} else if (!slot.optional) {
			const value = readWord(slot, text);
			if (value === undefined) return undefined;
			if (slot.at === "ext") words[slot.index] = value;
			else header[slot.at] = value >>> 0;
		}
	}
	return { name: found.name, ...header, extension: Uint8Array.from([...bytesOf(words), ...tail]) };
}

function readWord({ type, signed }: WordSlot, text: ScriptText): number | undefined {
	if (type.letters !== undefined) {
		const index = type.letters.indexOf(text.letter() ?? "none");
		return index < 0 ? undefined : index;
	}
	const value = readNumber(text);
	if (value === undefined) return undefined;
	return value >= 0 || signed || type.max > LARGEST_POSITIVE ? value : undefined;
}

/** The next number, wrapped to 32 bits and signed. */
function readNumber(text: ScriptText): number | undefined {
	const operand = text.operand();
	return operand?.kind === "number" ? operand.value : undefined;
}

/** As many numbers as there are, `most` at most, one after another. */
function readNumbers(text: ScriptText, most: number): number[] {
	const values: number[] = [];
	while (values.length < most) {
		const value = readNumber(text);
		if (value === undefined) break;
		values.push(value);
	}
	return values;
}

interface Tail {
	readonly bytes: readonly number[];
	/** For the command that tells a length there. */
	readonly p1?: number;
}

function readTail(kind: string, text: ScriptText): Tail | undefined {
	switch (kind) {
		case "words":
			return { bytes: bytesOf(readNumbers(text, SCRIPT_PARAMETERS)) };
		case "pulses": {
			const words = readNumbers(text, Number.POSITIVE_INFINITY);
			return words.length > 0 && words.length % WORDS_OF_A_PULSE === 0
				? { bytes: bytesOf(words) }
				: undefined;
		}
		case "text":
			return { bytes: [...Buffer.from(text.rest(), "latin1")] };
		case "word":
		case "path": {
			const word = text.word();
			return word === undefined ? undefined : { bytes: [...Buffer.from(word, "latin1")] };
		}
		case "shell": {
			const name = text.word();
			if (name === undefined) return undefined;
			return { bytes: [...Buffer.from(`${name}\0${text.rest()}`, "latin1")], p1: name.length };
		}
		default: {
			const values = readNumbers(text, Number.POSITIVE_INFINITY);
			return values.every((value) => value >= 0 && value <= LARGEST_BYTE) ? { bytes: values } : undefined;
		}
	}
}

function bytesOf(words: readonly number[]): number[] {
	const bytes = Buffer.alloc(words.length * WORD_BYTES);
	words.forEach((word, index) => {
		bytes.writeInt32LE(word | 0, index * WORD_BYTES);
	});
	return [...bytes];
}
