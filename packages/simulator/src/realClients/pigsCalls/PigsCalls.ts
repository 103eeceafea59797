import type { CommandName } from "@gpioscope/protocol";

/** Calls of one command by pigs, on a bench with an LM75, a 24C32 and an MCP3008, and looped back serial ports. */
export interface PigsCalls {
	/** Lines of commands given one after another; those before the last prepare the ground. */
	readonly lines: readonly string[];
	/** What the last line says, a line each. */
	readonly says: readonly (string | RegExp)[];
	/** A line that is refused; only a command without parameters has none. */
	readonly wrong?: string;
	/** The daemon's code for it, or pigs' own words. */
	readonly refusal?: number | string;
}

/** Calls of some commands. */
export type CallsOf = Readonly<Partial<Record<CommandName, PigsCalls>>>;
