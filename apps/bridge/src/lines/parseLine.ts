import { type LineEdge, lineEdges } from "./PinInterrupt.ts";

/** What one line asks for. Pins are wiringPi numbers. */
export type LineCommand =
	| { readonly kind: "read"; readonly pin: number }
	| { readonly kind: "write"; readonly pin: number; readonly level: 0 | 1 }
	| { readonly kind: "mode"; readonly pin: number; readonly mode: "IN" | "OUT" }
	| { readonly kind: "readAll" }
	| { readonly kind: "interrupt"; readonly pin: number; readonly edge: LineEdge; readonly intervalMs: number }
	| { readonly kind: "noInterrupt"; readonly pin: number }
	| { readonly kind: "info" };

/** A line understood, or what its answer says instead. */
export type ParsedLine = { readonly id: string | undefined } & (
	| { readonly command: LineCommand }
	| { readonly problem: string }
);

/** Longest time between two interrupts of a pin: an hour, in milliseconds. */
const LONGEST_INTERVAL_MS = 3_600_000;

/** Texts of rpi-gpiod's own answers, spelled as it spells them; the last ones are for what it does not have. */
export const lineProblems = {
	unknownCommand: "unkown command",
	unknownPin: "unknown port number",
	noPin: "parameter of type integer expected",
	write: "expected WRITE <#pin> <0|1>",
	level: "value must be 0 or 1",
	mode: "expected MODE <#pin> <IN|OUT>",
	modeName: "mode must be IN or OUT",
	interrupt: "expected INTERRUPT <#pin> <RISING|FALLING|BOTH|NONE> [milliseconds]",
	edge: "edge must be RISING, FALLING, BOTH or NONE",
	interval: `interval must be 0 to ${LONGEST_INTERVAL_MS} milliseconds`,
	identifier: "an identifier is # and 1 to 32 letters, digits or any of . _ : -",
	tooLong: "the line is too long",
} as const;

const ID = /^#[\w.:-]{1,32}$/;

/** What a command's parser may ask: is there such a pin on the board. */
type IsPin = (pin: number) => boolean;
type Outcome = { readonly command: LineCommand } | { readonly problem: string };

const commandParsers: Readonly<Record<string, (rest: string, isPin: IsPin) => Outcome>> = {
	READ(rest, isPin) {
		const [pin] = integers(rest, 1);
		if (pin === undefined) return { problem: lineProblems.noPin };
		return isPin(pin) ? { command: { kind: "read", pin } } : { problem: lineProblems.unknownPin };
	},

	WRITE(rest, isPin) {
		const [pin, level] = integers(rest, 2);
		if (pin === undefined || level === undefined) return { problem: lineProblems.write };
		if (!isPin(pin)) return { problem: lineProblems.unknownPin };
		if (level !== 0 && level !== 1) return { problem: lineProblems.level };
		return { command: { kind: "write", pin, level } };
	},

	MODE(rest, isPin) {
		const [pin] = integers(rest, 1);
		const mode = rest.replace(INTEGER, "").trim().split(/\s+/)[0] ?? "";
		if (pin === undefined || mode === "") return { problem: lineProblems.mode };
		if (!isPin(pin)) return { problem: lineProblems.unknownPin };
		if (mode !== "IN" && mode !== "OUT") return { problem: lineProblems.modeName };
		return { command: { kind: "mode", pin, mode } };
	},

	INTERRUPT(rest, isPin) {
		const [pin] = integers(rest, 1);
		const [name = "", interval] = rest.replace(INTEGER, "").trim().split(/\s+/);
		if (pin === undefined || name === "") return { problem: lineProblems.interrupt };
		if (!isPin(pin)) return { problem: lineProblems.unknownPin };
		if (name === "NONE") return { command: { kind: "noInterrupt", pin } };
		const edge = lineEdges.find((each) => each === name);
		if (edge === undefined) return { problem: lineProblems.edge };
		const intervalMs = interval === undefined ? 0 : /^\d+$/.test(interval) ? Number(interval) : -1;
		if (intervalMs < 0 || intervalMs > LONGEST_INTERVAL_MS) return { problem: lineProblems.interval };
		return { command: { kind: "interrupt", pin, edge, intervalMs } };
	},

	READALL: () => ({ command: { kind: "readAll" } }),
	INFO: () => ({ command: { kind: "info" } }),
};

/** Reads one line, with or without an identifier before its command. Never throws. */
export function parseLine(text: string, isPin: IsPin): ParsedLine {
	const [first = "", ...more] = text.trim().split(/\s+/);
	const id = first.startsWith("#") ? first : undefined;
	if (id !== undefined && !ID.test(id)) return { id: undefined, problem: lineProblems.identifier };
	const word = id === undefined ? first : (more[0] ?? "");
	const rest = (id === undefined ? more : more.slice(1)).join(" ");
	const parse = Object.hasOwn(commandParsers, word) ? commandParsers[word] : undefined;
	return { id, ...(parse?.(rest, isPin) ?? { problem: lineProblems.unknownCommand }) };
}

/**
 * True for a rest without an end of line that already is a whole command, and that nothing which could still follow
 * would turn into another one that changes a pin.
 */
export function isWholeCommand(rest: string): boolean {
	return /^(#\S+ +)?(READALL|INFO|READ +\d+|WRITE +\d+ +[01]|MODE +\d+ +(IN|OUT))\s*$/.test(rest.trimStart());
}

/** As C's scanf reads it: blanks, a sign, digits. */
const INTEGER = /^\s*[+-]?\d+/;

/** The first integers of a text, as many as there are, at most so many. What comes after them does not matter. */
function integers(text: string, most: number): number[] {
	const found: number[] = [];
	let rest = text;
	while (found.length < most) {
		const match = INTEGER.exec(rest)?.[0];
		if (match === undefined) break;
		found.push(Number(match));
		rest = rest.slice(match.length);
	}
	return found;
}
