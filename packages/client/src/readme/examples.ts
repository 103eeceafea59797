import { readFileSync } from "node:fs";

/** An example of the README. */
export interface Example {
	/** The heading it stands under. */
	readonly heading: string;
	readonly code: string;
	/** What its console.log lines are said to print, in order, where that is said. */
	readonly prints: readonly string[];
}

/** All TypeScript examples of the README. */
export function readExamples(): readonly Example[] {
	const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
	const examples: Example[] = [];
	let heading = "";
	for (const [, title, code] of readme.matchAll(/^## ([^\n]*)$|^```ts\n(.*?)^```$/gms)) {
		if (title !== undefined) heading = title;
		if (code !== undefined) examples.push({ heading, code, prints: printsOf(code) });
	}
	return examples;
}

function printsOf(code: string): readonly string[] {
	return [...code.matchAll(/console\.log\(.*; \/\/ (.*)$/gm)].map(([, text = ""]) => text);
}
