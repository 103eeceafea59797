const LONGEST_LINE = 1_000_000;

/** Cuts what a client sends into lines. */
export class LineReader {
	readonly #onLine: (line: string) => boolean;
	#rest = "";
	#isDone = false;

	/** @param onLine is given each line that is not empty; false: no more of them */
	constructor(onLine: (line: string) => boolean) {
		this.#onLine = onLine;
	}

	/** Takes in a piece of text. @returns false when a line is too long; nothing is read after it */
	push(text: string): boolean {
		if (this.#isDone) return true;
		this.#rest += text;
		for (let end = this.#rest.indexOf("\n"); end >= 0; end = this.#rest.indexOf("\n")) {
			const line = this.#rest.slice(0, end).trim();
			this.#rest = this.#rest.slice(end + 1);
			if (line === "" || this.#onLine(line)) continue;
			this.#isDone = true;
			return true;
		}
		if (this.#rest.length <= LONGEST_LINE) return true;
		this.#isDone = true;
		this.#rest = "";
		return false;
	}
}
