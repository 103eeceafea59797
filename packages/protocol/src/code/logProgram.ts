import { unpackBytes } from "../messages/jsonBytes.ts";
import { LEFT_OUT, type LogEntry } from "../messages/serverMessage.ts";
import { type CommandCall, parsePigs } from "../pigs/parsePigs.ts";
import type { CodeLanguage } from "./codeLanguages.ts";
import { type CodeOptions, codeOf, codeProgram, commentIn, type ProgramStep } from "./codeOf.ts";

/** Shorter pauses are the time that commands take on their way. */
const SHORTEST_PAUSE_MS = 20;
/** Characters that are quoted of a command that the log does not have whole. */
const QUOTED = 80;

/** The commands that an entry stands for: several for a transaction, none where the log does not have them whole. */
export function loggedCalls({ pigs }: Pick<LogEntry, "pigs">): readonly CommandCall[] {
	if (pigs.endsWith(LEFT_OUT)) return [];
	const calls = parsePigs(pigs);
	return Array.isArray(calls) ? calls : [];
}

/** The wave that an entry tells to have been made in one transaction; undefined for all others. */
export function createdWaveOf({ result }: Pick<LogEntry, "result">): number | undefined {
	if (typeof result !== "object" || result === null || !("wave" in result)) return undefined;
	return Number(result.wave);
}

/** Entries as lines of code, to be put into a program. Where the log does not have a command whole, a comment says so. */
export function logLines(
	entries: readonly LogEntry[],
	language: CodeLanguage,
	options: CodeOptions = {},
): string {
	return entries
		.flatMap((entry) => {
			const calls = loggedCalls(entry);
			return calls.length === 0
				? [commentIn(language, notWhole(entry))]
				: calls.map((call) => codeOf(call, language, options));
		})
		.join("\n");
}

/** Entries, oldest first, as a program that does the same again. What failed is only told. */
export function logProgram(
	entries: readonly LogEntry[],
	language: CodeLanguage,
	{ keepsPauses = false, ...options }: CodeOptions & { readonly keepsPauses?: boolean } = {},
): string {
	let end: number | undefined;
	const steps = entries.flatMap((entry): ProgramStep[] => {
		const { at, milliseconds, pigs, error } = entry;
		const pauseMs = keepsPauses && end !== undefined ? Math.round(at - end) : 0;
		end = at + milliseconds;
		if (error !== undefined) return [{ comment: `failed: ${pigs}: ${error.message}` }];
		const calls = loggedCalls(entry);
		if (calls.length === 0) return [{ comment: notWhole(entry) }];
		return calls.map((call, index) => ({
			call,
			// Of several commands in one transaction the last one made what is answered.
			...(index === calls.length - 1 ? { result: createdWaveOf(entry) ?? unpackBytes(entry.result) } : {}),
			...(index === 0 && pauseMs >= SHORTEST_PAUSE_MS ? { pauseMs } : {}),
		}));
	});
	return codeProgram(steps, language, options);
}

function notWhole({ pigs }: LogEntry): string {
	return `not kept whole: ${pigs.slice(0, QUOTED)}`;
}
