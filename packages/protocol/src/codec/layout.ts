import type { TailSlot, WordSlot } from "../commands/defineCommand.ts";
import { type CommandName, commandNames, commands } from "../commands/registry.ts";

export interface Named<S> {
	readonly name: string;
	readonly slot: S;
}

/** The parameters of a command sorted by where they ride, made once so that encoding need not search. */
export interface Layout {
	readonly code: number;
	readonly p1: Named<WordSlot> | undefined;
	readonly p2: Named<WordSlot> | undefined;
	readonly words: readonly Named<WordSlot>[];
	readonly tail: Named<TailSlot<unknown>> | undefined;
}

function layoutOf(name: CommandName): Layout {
	const { code, params } = commands[name];
	let p1: Layout["p1"];
	let p2: Layout["p2"];
	let tail: Layout["tail"];
	const words: Named<WordSlot>[] = [];
	for (const [param, slot] of Object.entries(params)) {
		if (slot.at === "tail") tail = { name: param, slot };
		else if (slot.at === "p1") p1 = { name: param, slot };
		else if (slot.at === "p2") p2 = { name: param, slot };
		else words[slot.index] = { name: param, slot };
	}
	return { code, p1, p2, words, tail };
}

/** Layouts of all commands. */
export const layouts: Readonly<Record<CommandName, Layout>> = Object.fromEntries(
	commandNames.map((name) => [name, layoutOf(name)]),
) as Record<CommandName, Layout>;
