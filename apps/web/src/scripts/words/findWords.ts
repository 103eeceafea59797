import { type ScriptWord, scriptWordGroups } from "@gpioscope/protocol";

/** Words of scripts that belong together. */
export interface WordGroup {
	readonly title: string;
	readonly words: readonly ScriptWord[];
}

/**
 * The words of scripts in which all of a text is found, one by one: in a name, in what it does or takes, or in the
 * title of its group; all without a text.
 */
export function findWords(text: string): WordGroup[] {
	const wanted = text.toLowerCase().split(/\s+/);
	return scriptWordGroups.flatMap(({ title, words }) => {
		const found = words.filter(({ name, summary, params }) => {
			const told = [title, name, summary, ...params.map((param) => param.label)].join(" ").toLowerCase();
			return wanted.every((each) => told.includes(each));
		});
		return found.length === 0 ? [] : [{ title, words: found }];
	});
}
