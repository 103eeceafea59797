import { type ScriptParam, type ScriptWord, scriptWordOf, withoutComments } from "@gpioscope/protocol";

/** Which parameter of which word stands at a place. */
export interface ParamPlace {
	readonly word: ScriptWord;
	readonly param: ScriptParam;
}

/**
 * What a word that begins at a place of a script means.
 * @returns the parameter it is; undefined where a step begins
 */
export function paramAt(source: string, at: number): ParamPlace | undefined {
	const words = withoutComments(source)
		.slice(0, at)
		.split(/\s+/)
		.filter((word) => word !== "");
	for (let count = 0; count < words.length; count++) {
		const word = stepName(words, words.length - 1 - count);
		if (word === undefined) continue;
		const param = word.params[count];
		return param && { word, param };
	}
	return undefined;
}

/** A step's name; letters of a mode or pull, which can look like one, are none. */
function stepName(words: readonly string[], index: number): ScriptWord | undefined {
	const found = scriptWordOf(words[index] ?? "");
	if (found === undefined) return undefined;
	const before = scriptWordOf(words[index - 2] ?? "");
	return before?.params[1]?.kind === "letter" ? undefined : found;
}
