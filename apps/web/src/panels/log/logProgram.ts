import {
	type CodeLanguage,
	type CodeOptions,
	codeOf,
	codeProgram,
	type LogEntry,
	type ProgramStep,
	parsePigs,
	unpackBytes,
} from "@gpioscope/protocol";

/** Shorter pauses are the time that commands take on their way. */
const SHORTEST_PAUSE_MS = 20;

/** Entries as lines of code, for the clipboard; what cannot be said in it is not there. */
export function codeLines(
	entries: readonly LogEntry[],
	language: CodeLanguage,
	options: CodeOptions,
): string {
	return entries
		.flatMap(({ pigs }) => callsOf(pigs).map((call) => codeOf(call, language, options)))
		.join("\n");
}

/** A stretch of the log as a program that does the same again. What failed is only told. */
export function logProgram(
	entries: readonly LogEntry[],
	language: CodeLanguage,
	options: CodeOptions & { readonly keepsPauses: boolean },
): string {
	return codeProgram(programSteps(entries, options.keepsPauses), language, options);
}

/** The steps of that program. */
export function programSteps(entries: readonly LogEntry[], keepsPauses: boolean): readonly ProgramStep[] {
	let end: number | undefined;
	return entries.flatMap((entry): ProgramStep[] => {
		const { at, milliseconds, pigs, error } = entry;
		const pause = keepsPauses && end !== undefined ? Math.round(at - end) : 0;
		end = at + milliseconds;
		if (error !== undefined) return [{ comment: `failed: ${pigs}: ${error.message}` }];
		const calls = callsOf(pigs);
		if (calls.length === 0) return [{ comment: `not kept whole: ${pigs.slice(0, 80)}` }];
		const result = resultOf(entry);
		return calls.map((call, index) => ({
			call,
			// Of several commands in one transaction the last one made what is answered.
			...(index === calls.length - 1 ? { result } : {}),
			...(index === 0 && pause >= SHORTEST_PAUSE_MS ? { pauseMs: pause } : {}),
		}));
	});
}

function callsOf(pigs: string) {
	const calls = parsePigs(pigs);
	return Array.isArray(calls) ? calls : [];
}

/** Of a wave that was made in one transaction its number is what the last command answers. */
function resultOf({ result }: LogEntry): unknown {
	const answer = unpackBytes(result);
	const isWave = typeof answer === "object" && answer !== null && "wave" in answer;
	return isWave ? answer.wave : answer;
}
