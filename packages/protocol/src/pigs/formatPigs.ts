import type { Slot, WordSlot } from "../commands/defineCommand.ts";
import { type Args, type CommandName, commands } from "../commands/registry.ts";
import type { Pulse, ShellCall } from "../commands/tailTypes.ts";

/**
 * A command as it is typed behind `pigs`: `w 4 1`, `m 4 w`, `bs1 0x10`. The shell's own quoting is not
 * applied. Arguments must be valid (checkArgs).
 */
export function formatPigs<N extends CommandName>(name: N, args: Args<N>): string {
	const { mnemonic, aliases, params } = commands[name];
	const values: Readonly<Record<string, unknown>> = args;
	const words = [(aliases[0] ?? mnemonic).toLowerCase()];
	let given = words.length;
	for (const [param, slot] of Object.entries(params)) {
		const value = values[param];
		// A word left out before one that is given is 0 on the wire.
		words.push(...(value === undefined ? ["0"] : wordsOf(slot, value)));
		if (value !== undefined) given = words.length;
	}
	return words.slice(0, given).join(" ");
}

function wordsOf(slot: Slot, value: unknown): string[] {
	if (slot.at !== "tail") return [wordOf(slot, value as number)];
	switch (slot.type.kind) {
		case "bytes":
		case "waveChain":
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
		case "word":
		case "text":
			return value === "" ? [] : [value as string];
	}
}

function wordOf({ type }: WordSlot, value: number): string {
	const letter = type.letters?.charAt(value).toLowerCase();
	if (letter !== undefined && letter !== "") return letter;
	const isMask = type.kind === "gpioMask" || type.kind === "flags";
	return isMask ? hex(value) : `${value}`;
}

function hex(value: number): string {
	return value < 10 ? `${value}` : `0x${value.toString(16)}`;
}
