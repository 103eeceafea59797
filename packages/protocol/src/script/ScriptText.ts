import { SCRIPT_PARAMS } from "../commands/resultTypes.ts";

/** A stretch of a text, in characters from its start. */
export interface TextSpan {
	readonly from: number;
	/** Behind its last character. */
	readonly to: number;
}

/** What stands behind a command: a number, or a register whose value is read when the step is performed. */
export interface Operand {
	readonly kind: "number" | "variable" | "parameter";
	/** The number, wrapped to 32 bits, or the register's. */
	readonly value: number;
	/**
	 * Whether the number as written is negative or does not fit into 32 bits. The daemon reads 64 bits, and where
	 * it compares them before it shortens them such a number is a huge one.
	 */
	readonly isWide: boolean;
}

/** Variables v0 to v149 that a script has, besides its parameters. */
export const SCRIPT_VARIABLES = 150;
/** Blanks as C's scanf knows them: JavaScript's has more. */
const blanks = "[ \\t\\n\\v\\f\\r]*";
const letters = "[^ \\t\\n\\v\\f\\r]";
/** scanf takes "0x" without digits for 0. */
const number = "([+-]?(?:0[xX][0-9a-fA-F]*|0[0-7]*|[1-9][0-9]*))";
const pattern = (...parts: readonly string[]) => new RegExp(["", ...parts, ""].join(blanks), "y");
const patterns = {
	name: pattern(`(${letters}{1,31})`),
	number: pattern(number),
	variable: pattern("v", number),
	parameter: pattern("p", number),
	letter: pattern(`(${letters})`),
	word: pattern(`(${letters}+)`),
};

const wordAhead = new RegExp(`${blanks}(${letters}*)`, "y");
const leading = new RegExp(`^${blanks}`);
const trailing = new RegExp(`${blanks}$`);

const blanksBefore = (text: string): number => leading.exec(text)?.[0].length ?? 0;
const lengthOf = (text: string): number => text.search(trailing);

/** Reads a script's text piece by piece. Nothing needs to stand between a number and the next name. */
export class ScriptText {
	readonly #text: string;
	#position = 0;
	#last: TextSpan = { from: 0, to: 0 };

	constructor(text: string) {
		this.#text = text;
	}

	get isAtEnd(): boolean {
		return this.#position >= this.#text.length;
	}

	/** Where reading goes on. */
	get position(): number {
		return this.#position;
	}

	/** What was read last, without the blanks around it. */
	get last(): TextSpan {
		return this.#last;
	}

	/** The word that comes next; empty, where the text ends, when there is none. */
	get nextWord(): TextSpan {
		wordAhead.lastIndex = this.#position;
		const [all, word = ""] = wordAhead.exec(this.#text) ?? [""];
		const to = this.#position + all.length;
		return { from: to - word.length, to };
	}

	/** The text of a stretch. */
	textOf({ from, to }: TextSpan): string {
		return this.#text.slice(from, to);
	}

	/** Goes on there, skipping what lies before. */
	skipTo(position: number): void {
		this.#position = Math.max(this.#position, position);
	}

	/** A command's name of at most 31 characters. */
	name(): string | undefined {
		return this.#match(patterns.name);
	}

	/** A parameter: decimal, 0x hex or 0 octal number, v0 to v149 or p0 to p9. */
	operand(): Operand | undefined {
		const plain = this.#match(patterns.number);
		if (plain !== undefined) return operandOf("number", read(plain));
		const variable = this.#match(patterns.variable);
		if (variable !== undefined) return register("variable", read(variable), SCRIPT_VARIABLES);
		const parameter = this.#match(patterns.parameter);
		if (parameter !== undefined) return register("parameter", read(parameter), SCRIPT_PARAMS);
		return undefined;
	}

	/** One character, in upper case. */
	letter(): string | undefined {
		return this.#match(patterns.letter)?.toUpperCase();
	}

	word(): string | undefined {
		return this.#match(patterns.word);
	}

	/** Everything that is left. */
	rest(): string {
		const rest = this.#text.slice(this.#position);
		this.skipRest();
		return rest;
	}

	skipRest(): void {
		this.#position = this.#text.length;
	}

	#match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.#position;
		const match = pattern.exec(this.#text);
		if (match === null) return undefined;
		this.#last = { from: this.#position + blanksBefore(match[0]), to: this.#position + lengthOf(match[0]) };
		this.#position = pattern.lastIndex;
		return match[1];
	}
}

function operandOf(kind: Operand["kind"], value: bigint): Operand {
	return { kind, value: Number(BigInt.asIntN(32, value)), isWide: BigInt.asUintN(32, value) !== value };
}

function register(kind: "variable" | "parameter", value: bigint, count: number): Operand | undefined {
	return value < BigInt(count) ? operandOf(kind, value) : undefined;
}

/** Huge numbers saturate at 64 bits. */
function read(text: string): bigint {
	const isNegative = text.startsWith("-");
	const digits = text.replace(/^[+-]/, "");
	const magnitude = BigInt(digits.replace(/^0(?=[0-7])/, "0o").replace(/^(0[xX])$/, "0"));
	const largest = (1n << 63n) - (isNegative ? 0n : 1n);
	const value = magnitude > largest ? largest : magnitude;
	return isNegative ? -value : value;
}
