import type { ParsedSearch, SearchSuggestion } from "./parseSearch.ts";

const WORD = /[\p{L}\p{N}_]/u;

/**
 * Reads a text from the left to the right. What was offered at the farthest place reached is what may stand there:
 * it completes the text, and is told when something else stands there.
 */
export class SearchReader {
	readonly #text: string;
	#at = 0;
	#farthest = 0;
	#offers: { readonly suggestion: SearchSuggestion; readonly aliases: readonly string[] }[] = [];
	#refused: { readonly from: number; readonly to: number; readonly message: string } | undefined;

	constructor(text: string) {
		this.#text = text;
		this.#skipBlanks();
	}

	get at(): number {
		return this.#at;
	}

	/** Goes back to a place where the reader was. */
	set at(place: number) {
		this.#at = place;
	}

	get atEnd(): boolean {
		return this.#at === this.#text.length && this.#refused === undefined;
	}

	/** Where the farthest offers stand. */
	get from(): number {
		return this.#farthest;
	}

	/** Says what may stand here. @param aliases other beginnings by which a person may look for it */
	offer(suggestion: SearchSuggestion, aliases: readonly string[] = []): void {
		if (this.#at < this.#farthest) return;
		if (this.#at > this.#farthest) {
			this.#farthest = this.#at;
			this.#offers = [];
		}
		if (this.#offers.some((offer) => offer.suggestion.text === suggestion.text)) return;
		this.#offers.push({ suggestion, aliases });
	}

	/** What is offered at the farthest place and begins as the text does there. */
	get suggestions(): readonly SearchSuggestion[] {
		if (this.#refused !== undefined) return [];
		const typed = this.#text.slice(this.#farthest).toLowerCase();
		return this.#offers
			.filter(({ suggestion: { text }, aliases }) =>
				[text, ...aliases].some((one) => begins(one, typed) && one.toLowerCase() !== typed),
			)
			.map(({ suggestion }) => suggestion);
	}

	peeks(text: string): boolean {
		return begins(this.#text.slice(this.#at), text.toLowerCase());
	}

	/** Whether that word stands here whole. */
	peeksWord(word: string): boolean {
		if (!this.peeks(word)) return false;
		const next = this.#text[this.#at + word.length] ?? "";
		return !(WORD.test(word.at(-1) ?? "") && WORD.test(next));
	}

	take(text: string): boolean {
		if (!this.peeks(text)) return false;
		this.#go(text.length);
		return true;
	}

	takeWord(word: string): boolean {
		return this.peeksWord(word) && this.take(word);
	}

	peeksPattern(pattern: RegExp): boolean {
		pattern.lastIndex = this.#at;
		return pattern.test(this.#text);
	}

	/** @param pattern sticky */
	takePattern(pattern: RegExp): string | undefined {
		return this.takeMatch(pattern)?.[0];
	}

	/** @param pattern sticky; the answer has its groups */
	takeMatch(pattern: RegExp): RegExpExecArray | undefined {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#text);
		if (found === null) return undefined;
		this.#go(found[0].length);
		return found;
	}

	/** What stands here, or the last `length` characters before it, cannot be. The first refusal counts. */
	refuse(message: string, length?: number): void {
		const before = this.#text.slice(0, this.#at).trimEnd().length;
		const from = length === undefined ? this.#at : Math.max(0, before - length);
		const to = length === undefined ? this.#text.trimEnd().length : before;
		this.#refused ??= { from, to: Math.max(to, from + 1), message };
	}

	/** Why the text is not a search. */
	problem(): ParsedSearch {
		if (this.#refused !== undefined) return { kind: "wrong", ...this.#refused };
		const allowed = this.#allowed();
		const rest = this.#text.slice(this.#farthest);
		const isBeginning = this.#offers.some(({ suggestion, aliases }) =>
			[suggestion.text, ...aliases].some((text) => begins(text, rest.toLowerCase())),
		);
		if (rest === "" || isBeginning)
			return { kind: "unfinished", message: `Not finished. It goes on with: ${allowed}.` };
		const word = /^(?:[\p{L}\p{N}_.]+|\S)/u.exec(rest)?.[0] ?? rest;
		return {
			kind: "wrong",
			from: this.#farthest,
			to: this.#farthest + word.length,
			message: `“${word}” is not understood. Allowed here: ${allowed}.`,
		};
	}

	/** `rise, fall, edge and more`: a dozen is enough to get the idea. */
	#allowed(): string {
		const texts = this.#offers.map(({ suggestion }) => suggestion.text);
		return texts.length > MOST_NAMED ? `${texts.slice(0, MOST_NAMED).join(", ")} and more` : texts.join(", ");
	}

	#go(length: number): void {
		this.#at += length;
		this.#skipBlanks();
	}

	#skipBlanks(): void {
		while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
	}
}

const MOST_NAMED = 12;

function begins(text: string, typed: string): boolean {
	return text.toLowerCase().startsWith(typed);
}
