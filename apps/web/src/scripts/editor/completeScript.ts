import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { parseScript, SCRIPT_PARAMS, scriptWords, withoutComments } from "@gpioscope/protocol";
import { paramAt } from "./wordBefore.ts";
import { wordHelp } from "./wordHelp.ts";

const names: readonly Completion[] = scriptWords.map((word) => ({
	label: word.name.toLowerCase(),
	detail: word.params.map(({ label }) => label).join(" "),
	type: word.kind === "operation" ? "keyword" : "function",
	info: () => wordHelp(word),
}));

const validFor = /^\w*$/;

/** Proposes what may stand where the caret is. */
export function completeScript({ state, pos, explicit }: CompletionContext): CompletionResult | null {
	const source = state.doc.toString();
	const line = state.doc.lineAt(pos);
	if (line.text.slice(0, pos - line.from).includes("#")) return null;
	const from = wordStart(source, pos);
	if (from === pos && !explicit) return null;
	const options = proposals(source, from);
	return options.length === 0 ? null : { from, options, validFor };
}

/** What may stand at a place. */
export function proposals(source: string, at: number): readonly Completion[] {
	const place = paramAt(source, at);
	if (place === undefined) return names;
	const { kind, letters, text } = place.param;
	switch (kind) {
		case "tag":
			return place.word.name === "TAG" ? [] : tagsOf(source);
		case "letter":
			return [...letters].map(([letter, detail]) => ({
				label: letter.toLowerCase(),
				detail,
				type: "constant",
			}));
		case "word":
			return [];
		default:
			return registersOf(source, text);
	}
}

function tagsOf(source: string): Completion[] {
	const { tags } = parseScript(withoutComments(source));
	return [...tags.keys()]
		.sort((a, b) => a - b)
		.map((tag) => ({ label: `${tag}`, detail: "tag", type: "constant" }));
}

/** The parameters, and the variables that the script has so far. */
function registersOf(source: string, detail: string): Completion[] {
	const params = Array.from({ length: SCRIPT_PARAMS }, (_, index) => `p${index}`);
	const variables = new Set(withoutComments(source).match(/\bv\d+\b/g) ?? ["v0"]);
	return [...params, ...variables].map((label) => ({ label, info: detail, type: "variable" }));
}

function wordStart(source: string, at: number): number {
	return at - (/\w*$/.exec(source.slice(0, at))?.[0].length ?? 0);
}
