/** A parameter: a number, or a register whose value is read when the step is performed. */
export interface Operand {
	readonly kind: "number" | "variable" | "parameter";
	/** The number, wrapped to 32 bits, or the register's. */
	readonly value: number;
}

const VARIABLES = 150;
const PARAMETERS = 10;
const number = "([+-]?(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*))";
const patterns = {
	name: /\s*(\S{1,31})\s*/y,
	number: new RegExp(`\\s*${number}\\s*`, "y"),
	variable: new RegExp(`\\s*v\\s*${number}\\s*`, "y"),
	parameter: new RegExp(`\\s*p\\s*${number}\\s*`, "y"),
	letter: /\s*(\S)\s*/y,
	word: /\s*(\S+)\s*/y,
};

/** Reads a script's text piece by piece. Nothing needs to stand between a number and the next name. */
export class ScriptText {
	readonly #text: string;
	#position = 0;

	constructor(text: string) {
		this.#text = text;
	}

	get isAtEnd(): boolean {
		return this.#position >= this.#text.length;
	}

	/** A command's name of at most 31 characters. */
	name(): string | undefined {
		return this.#match(patterns.name);
	}

	/** A parameter: decimal, 0x hex or 0 octal number, v0 to v149 or p0 to p9. */
	operand(): Operand | undefined {
		const plain = this.#match(patterns.number);
		if (plain !== undefined) return { kind: "number", value: wrap(plain) };
		const variable = this.#match(patterns.variable);
		if (variable !== undefined) return register("variable", wrap(variable), VARIABLES);
		const parameter = this.#match(patterns.parameter);
		if (parameter !== undefined) return register("parameter", wrap(parameter), PARAMETERS);
		return undefined;
	}

	/** One character, in upper case. */
	letter(): string | undefined {
		return this.#match(patterns.letter)?.toUpperCase();
	}

	word(): string | undefined {
		return this.#match(patterns.word);
	}

	skipRest(): void {
		this.#position = this.#text.length;
	}

	#match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.#position;
		const match = pattern.exec(this.#text);
		if (match === null) return undefined;
		this.#position = pattern.lastIndex;
		return match[1];
	}
}

function register(kind: "variable" | "parameter", value: number, count: number): Operand | undefined {
	return value < count ? { kind, value } : undefined;
}

/** Huge numbers saturate at 64 bits before they are wrapped to 32. */
function wrap(text: string): number {
	const isNegative = text.startsWith("-");
	const digits = text.replace(/^[+-]/, "");
	const magnitude = /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
	const largest = (1n << 63n) - (isNegative ? 0n : 1n);
	const value = magnitude > largest ? largest : magnitude;
	return Number(BigInt.asIntN(32, isNegative ? -value : value));
}
