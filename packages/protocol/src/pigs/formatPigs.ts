import { chainLiterals, hex } from "../code/literals.ts";
import type { Slot, WordSlot } from "../commands/defineCommand.ts";
import type { HandleKind } from "../commands/paramTypes.ts";
import { type Args, type CommandName, commands } from "../commands/registry.ts";
import type { Pulse, ShellCall } from "../commands/tailTypes.ts";

/**
 * A command as it is typed behind `pigs`: `w 4 1`, `m 4 w`, `bs1 0x10`. The shell's own quoting is not
 * applied; a path with blanks, which pigs cannot name, stands between double quotes. Arguments must be valid (checkArgs).
 */
export function formatPigs<N extends CommandName>(name: N, args: Args<N>): string {
	return pigsWords(name, args).join(" ");
}

/** What a handle is called where its number is not known yet, such as a variable of a shell. */
export type VariableOf = (kind: HandleKind, id: number) => string | undefined;

/** The same word by word; the text of a script or a program is one word. */
export function pigsWords<N extends CommandName>(
	name: N,
	args: Args<N>,
	variableOf: VariableOf = () => undefined,
): readonly string[] {
	const { mnemonic, aliases, params } = commands[name];
	const values: Readonly<Record<string, unknown>> = args;
	const words = [(aliases[0] ?? mnemonic).toLowerCase()];
	let given = words.length;
	for (const [param, slot] of Object.entries(params)) {
		const value = values[param];
		// A word left out before one that is given is 0 on the wire.
		words.push(...(value === undefined ? ["0"] : wordsOf(slot, value, variableOf)));
		if (value !== undefined) given = words.length;
	}
	return words.slice(0, given);
}

function wordsOf(slot: Slot, value: unknown, variableOf: VariableOf): string[] {
	if (slot.at !== "tail") {
		const word = value as number;
		return [(slot.type.handle && variableOf(slot.type.handle, word)) ?? wordOf(slot, word)];
	}
	switch (slot.type.kind) {
		case "waveChain":
			return chainLiterals(value as Uint8Array, (id) => variableOf("wave", id) ?? String(id));
		case "bytes":
		case "segments":
			return Array.from(value as Uint8Array, String);
		case "words":
			return (value as readonly number[]).map(String);
		case "pulses":
			return (value as readonly Pulse[]).flatMap(({ on, off, delay }) => [hex(on), hex(off), `${delay}`]);
		case "shell": {
			const { name, text } = value as ShellCall;
			return text === "" ? [name] : [name, text];
		}
		case "path":
			return [pathWord(value as string)];
		case "word":
		case "text":
			return value === "" ? [] : [value as string];
	}
}

/** Whether a path is one word only between quotes, which pigs itself does not know. */
export function needsQuotes(path: string): boolean {
	return /\s|^"/.test(path);
}

function pathWord(path: string): string {
	return needsQuotes(path) ? `"${path.replaceAll(/["\\]/g, "\\$&")}"` : path;
}

function wordOf({ type }: WordSlot, value: number): string {
	const letter = type.letters?.charAt(value).toLowerCase();
	if (letter !== undefined && letter !== "") return letter;
	const isMask = type.kind === "gpioMask" || type.kind === "flags";
	return isMask ? hex(value) : `${value}`;
}
