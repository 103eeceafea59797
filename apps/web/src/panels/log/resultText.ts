import {
	type CommandName,
	commandByMnemonic,
	createdWaveOf,
	type LogEntry,
	loggedCalls,
	unpackBytes,
} from "@gpioscope/protocol";
import { answerText } from "../../stores/answerText.ts";

/** What came of a command, in words. */
export function resultText(entry: LogEntry): string {
	const { error, result } = entry;
	if (error !== undefined) return [error.message, error.remedy ?? ""].join(" ").trim();
	// What the bridge has put into words already.
	if (typeof result === "string") return result;
	if (createdWaveOf(entry) !== undefined) {
		return Object.entries(result ?? {})
			.map(([name, value]) => `${name} ${value}`)
			.join(", ");
	}
	const name = result === undefined ? undefined : commandOf(entry);
	return name === undefined ? "done" : answerText(name, unpackBytes(result));
}

/** The one command of an entry, also where its end is left out. */
function commandOf(entry: LogEntry): CommandName | undefined {
	const [first] = loggedCalls(entry);
	return first?.name ?? commandByMnemonic(entry.pigs.split(" ", 1)[0] ?? "")?.name;
}
