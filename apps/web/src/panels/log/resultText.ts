import { type LogEntry, parsePigs, unpackBytes } from "@gpioscope/protocol";
import { answerText } from "../../stores/answerText.ts";

/** What came of a command, in words. */
export function resultText({ error, result, pigs }: LogEntry): string {
	if (error !== undefined) return error.message;
	if (result === undefined) return "done";
	const calls = parsePigs(pigs);
	const [only] = Array.isArray(calls) && calls.length === 1 ? calls : [];
	if (only !== undefined) return answerText(only.name, unpackBytes(result));
	return typeof result === "object"
		? Object.entries(result ?? {})
				.map(([name, value]) => `${name} ${value}`)
				.join(", ")
		: String(result);
}
