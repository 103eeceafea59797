/** Bytes of a line without its end. The longest command with the longest identifier takes less than half of it. */
export const MOST_LINE_BYTES = 256;

const NEWLINE = 0x0a;

/** A line, or that there was one of which too much came. */
export type SplitLine = { readonly text: string } | { readonly tooLong: true };

/**
 * Cuts what arrives into lines. They end in \n or \r\n; of one that is too long nothing is kept, and what follows its
 * end is understood again.
 */
export class LineSplitter {
	#rest = "";
	#isSkipping = false;

	/** What came after the last end of line. */
	get rest(): string {
		return this.#rest;
	}

	/** Takes bytes in, and returns the lines that are complete now. */
	take(bytes: Uint8Array): SplitLine[] {
		const lines: SplitLine[] = [];
		for (let start = 0; start < bytes.length; ) {
			const found = bytes.indexOf(NEWLINE, start);
			const end = found < 0 ? bytes.length : found;
			this.#append(bytes.subarray(start, end));
			if (found >= 0) lines.push(...this.end());
			start = end + 1;
		}
		return lines;
	}

	/** Ends the line under way: the other side says no more. */
	end(): SplitLine[] {
		const text = this.#rest.replace(/\r$/, "");
		const wasTooLong = this.#isSkipping;
		this.#rest = "";
		this.#isSkipping = false;
		if (wasTooLong) return [{ tooLong: true }];
		return text.trim() === "" ? [] : [{ text }];
	}

	#append(bytes: Uint8Array): void {
		if (this.#isSkipping) return;
		if (this.#rest.length + bytes.length > MOST_LINE_BYTES) {
			this.#isSkipping = true;
			this.#rest = "";
			return;
		}
		for (const byte of bytes) this.#rest += String.fromCharCode(byte);
	}
}
