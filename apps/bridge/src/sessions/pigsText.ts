import { type Args, type CommandName, formatPigs } from "@gpioscope/protocol";

const LONGEST = 200;

/** A command in its pigs form, as log and lists show it: cut where it is very long. */
export function pigsText(name: CommandName, args: Args<CommandName>): string {
	const text = formatPigs(name, args);
	return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
