import { type Args, type CommandName, formatPigs, LEFT_OUT, type Pulse } from "@gpioscope/protocol";
import { byteCount } from "./loggedResult.ts";

/** What is longer is of no use to people, and would fill the pages that keep it. */
const LONGEST = 4000;
/** So many bytes that are written to a file stand in the log; of more only how many they are. */
const MOST_FILE_BYTES = 256;

/** A command in its pigs form, as log and lists show it: cut where it is very long. */
export function pigsText(name: CommandName, args: Args<CommandName>): string {
	return textWith(MOST_FILE_BYTES, name, args);
}

/** The same for those who may only watch, and so not read files either: nothing of what is written to one. */
export function watchedPigsText(name: CommandName, args: Args<CommandName>): string {
	return textWith(0, name, args);
}

/** A wave made in one transaction, in pigs form: with its pulses as long as they are not too many. */
export function wavePigsText(pulses: readonly Pulse[]): string {
	const text = `wvnew ${formatPigs("addPulses", { pulses })} wvcre`;
	return text.length <= LONGEST ? text : `wvnew wvag (${pulses.length} pulses) wvcre`;
}

function textWith(mostFileBytes: number, name: CommandName, args: Args<CommandName>): string {
	const text = formatPigs(name, args);
	if (name === "writeFile") {
		const { data } = args as Args<"writeFile">;
		const [command, handle] = text.split(" ", 2);
		if (data.length > mostFileBytes) return `${command} ${handle} (${byteCount(data.length)})${LEFT_OUT}`;
	}
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}${LEFT_OUT}`;
}
