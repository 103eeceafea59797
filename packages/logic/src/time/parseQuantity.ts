/** Unit names in lower case and what one of each is worth. */
export type Units = Readonly<Record<string, number>>;

type Token =
	| { readonly kind: "number"; readonly value: number }
	| { readonly kind: "unit"; readonly factor: number }
	| { readonly kind: "sign"; readonly sign: string };

const pattern =
	/\s*(?:(0x[0-9a-f]+)|(0b[01]+)|(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|([a-zµ]+)|([-+*/()]))/iy;

/**
 * Reads what a person typed into a field of numbers: `1.5ms`, `+5us`, `0x3F`, `2 min 3 s`, `1/3 * 20ms`, and all
 * that the formatters write. A number without any unit counts in `bareUnit`.
 *
 * @returns the value, or undefined when it is not a number with the given units.
 */
export function parseQuantity(text: string, units: Units, bareUnit: number): number | undefined {
	const tokens = tokensOf(normalised(text), units);
	if (tokens === undefined || tokens.length === 0) return undefined;
	const reader = new Reader(tokens);
	const value = reader.sum();
	if (value === undefined || !reader.atEnd || !Number.isFinite(value)) return undefined;
	return tokens.some((token) => token.kind === "unit") ? value : value * bareUnit;
}

/** Digit groups join, the typographic minus becomes the plain one, micro and mu are one letter. */
function normalised(text: string): string {
	return text
		.replace(/(?<=\d)[\u2009\u202f](?=\d)/g, "")
		.replace(/\u2212/g, "-")
		.replace(/\u03bc/g, "µ")
		.replace(/×/g, "*")
		.trim();
}

function tokensOf(text: string, units: Units): Token[] | undefined {
	const tokens: Token[] = [];
	pattern.lastIndex = 0;
	while (pattern.lastIndex < text.length) {
		const match = pattern.exec(text);
		if (match === null) return undefined;
		const [, hex, binary, decimal, unit, sign] = match;
		const number = hex ?? binary ?? decimal;
		if (number !== undefined) tokens.push({ kind: "number", value: Number(number) });
		else if (sign !== undefined) tokens.push({ kind: "sign", sign });
		else {
			const factor = Object.hasOwn(units, unit?.toLowerCase() ?? "")
				? units[unit?.toLowerCase() ?? ""]
				: undefined;
			if (factor === undefined) return undefined;
			tokens.push({ kind: "unit", factor });
		}
	}
	return tokens;
}

/** Recursive descent over sum, product, factor. */
class Reader {
	readonly #tokens: readonly Token[];
	#at = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	get atEnd(): boolean {
		return this.#at === this.#tokens.length;
	}

	sum(): number | undefined {
		let value = this.#product();
		while (value !== undefined) {
			const minus = this.#take("-");
			// "2 min 3 s": quantities side by side add up.
			if (!minus && !this.#take("+") && this.#tokens[this.#at]?.kind !== "number") break;
			const next = this.#product();
			value = next === undefined ? undefined : minus ? value - next : value + next;
		}
		return value;
	}

	#product(): number | undefined {
		let value = this.#factor();
		while (value !== undefined) {
			const divides = this.#take("/");
			if (!divides && !this.#take("*")) break;
			const next = this.#factor();
			value = next === undefined ? undefined : divides ? value / next : value * next;
		}
		return value;
	}

	#factor(): number | undefined {
		if (this.#take("+")) return this.#factor();
		if (this.#take("-")) {
			const value = this.#factor();
			return value === undefined ? undefined : -value;
		}
		if (this.#take("(")) {
			const value = this.sum();
			return this.#take(")") ? this.#withUnit(value) : undefined;
		}
		const token = this.#tokens[this.#at];
		if (token?.kind !== "number") return undefined;
		this.#at++;
		return this.#withUnit(token.value);
	}

	#withUnit(value: number | undefined): number | undefined {
		const token = this.#tokens[this.#at];
		if (token?.kind !== "unit") return value;
		this.#at++;
		return value === undefined ? undefined : value * token.factor;
	}

	#take(sign: string): boolean {
		const token = this.#tokens[this.#at];
		if (token?.kind !== "sign" || token.sign !== sign) return false;
		this.#at++;
		return true;
	}
}
