import { type Args, type CommandName, formatPigs, type Pulse } from "@gpioscope/protocol";

/** What is longer is of no use to people, and would fill the pages that keep it. */
const LONGEST = 4000;

/** A command in its pigs form, as log and lists show it: cut where it is very long. */
export function pigsText(name: CommandName, args: Args<CommandName>): string {
	const text = formatPigs(name, args);
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** A wave made in one transaction, in pigs form: with its pulses as long as they are not too many. */
export function wavePigsText(pulses: readonly Pulse[]): string {
	const text = `wvnew ${formatPigs("addPulses", { pulses })} wvcre`;
	return text.length <= LONGEST ? text : `wvnew wvag (${pulses.length} pulses) wvcre`;
}
