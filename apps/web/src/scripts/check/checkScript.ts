import {
	type ParsedScript,
	parseScript,
	scriptReaches,
	scriptRemarks,
	type TextSpan,
	withoutComments,
} from "@gpioscope/protocol";

/** Something to tell about a place in a script. */
export interface Finding extends TextSpan {
	/** An error keeps the script from being stored. */
	readonly kind: "error" | "warning";
	readonly message: string;
	/** Where it begins, both from 1. */
	readonly line: number;
	readonly column: number;
}

/** What is known of a script's text. */
export interface CheckedScript {
	/** By their place. */
	readonly findings: readonly Finding[];
	readonly hasErrors: boolean;
	readonly steps: number;
	readonly tags: readonly number[];
	/** The parameters that it has to do with, in their order. */
	readonly params: readonly number[];
}

/**
 * Reads a script as pigpiod does, and finds what it or the bridge would refuse.
 * @param abilities what the bridge was started with: "shell", "custom"
 */
export function checkScript(source: string, abilities: readonly string[]): CheckedScript {
	const text = withoutComments(source);
	const isEmpty = text.trim() === "";
	const parsed = isEmpty ? { steps: [], tags: new Map(), problems: [] } : parseScript(text);
	const errors = [...parsed.problems, ...refusedSteps(parsed, text, abilities)];
	const place = placesIn(source);
	const findings = [
		...errors.map((error): Finding => ({ kind: "error", ...error, ...place(error.from) })),
		...scriptRemarks(parsed).map(
			(remark): Finding => ({ kind: "warning", ...remark, ...place(remark.from) }),
		),
	].sort((a, b) => a.from - b.from);
	return {
		findings,
		hasErrors: errors.length > 0,
		steps: isEmpty ? 0 : parsed.steps.length,
		tags: [...parsed.tags.keys()],
		params: paramsOf(parsed),
	};
}

function refusedSteps({ steps }: ParsedScript, text: string, abilities: readonly string[]) {
	return steps.flatMap(({ name }) => {
		const word = text.slice(name.from, name.to).toUpperCase();
		const reach = scriptReaches.find(({ names }) => names.includes(word));
		if (reach === undefined) return [];
		const { why, ability } = reach;
		if (ability !== undefined && abilities.includes(ability)) return [];
		const remedy = ability === undefined ? "" : ` Start gpioscope with --allow ${ability} if you want it.`;
		return [{ ...name, message: `gpioscope does not store ${word}: it ${why}.${remedy}` }];
	});
}

function paramsOf({ steps }: ParsedScript): number[] {
	const used = steps.flatMap(({ p1, p2, p3 }) =>
		[p1, p2, p3].flatMap((operand) => (operand?.kind === "parameter" ? [operand.value] : [])),
	);
	return [...new Set(used)].sort((a, b) => a - b);
}

/** Line and column of a place in a text. */
function placesIn(text: string): (at: number) => { readonly line: number; readonly column: number } {
	return (at) => {
		const before = text.slice(0, at).split("\n");
		return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
	};
}
