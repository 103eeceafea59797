import type { z } from "zod";

/** What is wrong with a field and what it must be, for zod's commonest complaints; zod's own words for the others. */
export function issueText(issue: z.core.$ZodRawIssue): string | undefined {
	switch (issue.code) {
		case "invalid_type":
			return issue.input === undefined
				? `is missing; give ${withArticle(issue.expected)}.`
				: `must be ${withArticle(issue.expected)}, not ${shown(issue.input)}.`;
		case "too_small":
			return isNumber(issue)
				? `must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}, not ${String(issue.input)}.`
				: undefined;
		case "too_big":
			return isNumber(issue)
				? `must be ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}, not ${String(issue.input)}.`
				: undefined;
		case "invalid_key":
			return `${issue.issues[0]?.message ?? "is not known here"}.`;
		default:
			return undefined;
	}
}

/** As much of a value as tells it from others: what is no bench file at all may be long, and private. */
const SHOWN_CHARACTERS = 60;

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text;
}

const words: Readonly<Record<string, string>> = { int: "whole number", record: "map", array: "list" };

function withArticle(type: string): string {
	const word = words[type] ?? type;
	return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

function isNumber({ origin }: { readonly origin: string }): boolean {
	return origin === "number" || origin === "int";
}
