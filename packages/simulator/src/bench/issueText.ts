import type { z } from "zod";

/** What is wrong with a field and what it must be, for zod's commonest complaints; zod's own words for the others. */
export function issueText(issue: z.core.$ZodRawIssue): string | undefined {
	switch (issue.code) {
		case "invalid_type":
			return issue.input === undefined
				? `is missing; give ${withArticle(issue.expected)}.`
				: `must be ${withArticle(issue.expected)}, not ${JSON.stringify(issue.input)}.`;
		case "too_small":
			return isNumber(issue)
				? `must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}, not ${String(issue.input)}.`
				: undefined;
		case "too_big":
			return isNumber(issue)
				? `must be ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}, not ${String(issue.input)}.`
				: undefined;
		default:
			return undefined;
	}
}

const words: Readonly<Record<string, string>> = { int: "whole number", record: "map", array: "list" };

function withArticle(type: string): string {
	const word = words[type] ?? type;
	return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

function isNumber({ origin }: { readonly origin: string }): boolean {
	return origin === "number" || origin === "int";
}
