const NUMBER = /^[+-]?(?:0x[0-9a-f]+|0[0-7]*|[1-9][0-9]*)$/i;

/** Reads a command line word by word and remembers where each word began. */
export class TokenReader {
	readonly #line: string;
	#at = 0;

	constructor(line: string) {
		this.#line = line;
		this.#skipBlanks();
	}

	/** Offset of the next word. */
	get at(): number {
		return this.#at;
	}

	get done(): boolean {
		return this.#at >= this.#line.length;
	}

	/** The next word without taking it; empty at the end. */
	peek(): string {
		return /^\S*/.exec(this.#line.slice(this.#at))?.[0] ?? "";
	}

	/** Takes the next word; empty at the end. */
	word(): string {
		const word = this.peek();
		this.#at += word.length;
		this.#skipBlanks();
		return word;
	}

	/** Takes the next word, or what stands between double quotes, in which a backslash takes the next letter as it is. */
	quotedWord(): string {
		const [all, inner] = /^"((?:[^"\\]|\\.)*)"(?=\s|$)/.exec(this.#line.slice(this.#at)) ?? [];
		if (all === undefined || inner === undefined) return this.word();
		this.#at += all.length;
		this.#skipBlanks();
		return inner.replaceAll(/\\(.)/g, "$1");
	}

	/** Takes the next word if it is a number: decimal, 0x hexadecimal, or octal after a leading 0. */
	number(): number | undefined {
		const value = numberOf(this.peek());
		if (value !== undefined) this.word();
		return value;
	}

	/** Takes numbers as long as there are any that `fits`, `max` at most. */
	numbers(max: number, fits: (value: number) => boolean): number[] {
		const values: number[] = [];
		while (values.length < max) {
			const value = numberOf(this.peek());
			if (value === undefined || !fits(value)) break;
			values.push(value);
			this.word();
		}
		return values;
	}

	/** Takes a word and, one blank later, everything that is left. */
	wordAndRest(): { readonly word: string; readonly rest: string } {
		const word = this.peek();
		const rest = this.#line.slice(this.#at + word.length + 1);
		this.#at = this.#line.length;
		return { word, rest };
	}

	/** Takes everything that is left. */
	rest(): string {
		const rest = this.#line.slice(this.#at);
		this.#at = this.#line.length;
		return rest;
	}

	#skipBlanks(): void {
		while (this.#at < this.#line.length && /\s/.test(this.#line.charAt(this.#at))) this.#at++;
	}
}

function numberOf(word: string): number | undefined {
	if (!NUMBER.test(word)) return undefined;
	const negative = word.startsWith("-");
	const digits = word.replace(/^[+-]/, "");
	const octal = digits.length > 1 && digits.startsWith("0") && !/^0x/i.test(digits);
	const value = octal ? Number.parseInt(digits, 8) : Number(digits);
	return negative && value !== 0 ? -value : value;
}
