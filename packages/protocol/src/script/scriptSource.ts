/** What a script says about one of its parameters: `# p0 = 17 GPIO of the LED`. */
export interface ScriptParamNote {
	/** Which, 0 to 9. */
	readonly index: number;
	/** A number to begin with, as it is written; empty without one. */
	readonly initial: string;
	readonly text: string;
}

const comment = /#[^\n]*/g;
const note = /^#\s*p([0-9])\b\s*(?:=\s*(-?\w+)\b)?[\s:,]*(.*)$/;

/**
 * A script as people write it, with blanks where comments stand: each begins with # and ends with its line. pigpiod knows
 * no comments. Places in it are those in the source.
 */
export function withoutComments(source: string): string {
	return source.replace(comment, (text) => " ".repeat(text.length));
}

/** What is stored of a script: no comments, and single blanks, since pigpiod keeps nothing else of them. */
export function storedText(source: string): string {
	return withoutComments(source).trim().replace(/\s+/g, " ");
}

/** What comments say about parameters, in their order; of two about the same one the first. */
export function paramNotes(source: string): ScriptParamNote[] {
	const notes = new Map<number, ScriptParamNote>();
	for (const [line] of source.matchAll(comment)) {
		const [, digit, initial = "", text = ""] = note.exec(line) ?? [];
		const index = Number(digit);
		if (digit !== undefined && !notes.has(index)) notes.set(index, { index, initial, text: text.trim() });
	}
	return [...notes.values()].sort((a, b) => a.index - b.index);
}
