import { type Args, type CommandName, commands } from "../commands/registry.ts";
import { needsQuotes, pigsWords } from "../pigs/formatPigs.ts";
import type { Dialect } from "./Dialect.ts";
import { shellComment, shellPause, shellProgram, shellWord } from "./shell.ts";

/**
 * The program pigs, in a shell: `pigs m 17 w`. It prints every answer by itself. All that it is given is one line to it,
 * which it parts at blanks again: of a path that has some it would take the beginning.
 */
export const pigsDialect: Dialect = {
	expression({ name, args }, context) {
		if (hasBlankPath(name, args)) return undefined;
		const words = pigsWords(name, args, (kind, id) => {
			const variable = context.variableOf(kind, id);
			return variable === undefined ? undefined : `$${variable}`;
		});
		// A negative number would be taken for an option if it were a word of its own.
		if (words.some((word) => /^-\d/.test(word))) return { before: [], text: `pigs "${words.join(" ")}"` };
		const quoted = words.map((word) => (word.startsWith("$") ? word : shellWord(word)));
		return { before: [], text: `pigs ${quoted.join(" ")}` };
	},
	comment: shellComment,
	statement: ({ text }) => [text],
	assignment: (variable, { text }) => [`${variable}=$(${text})`],
	printed: ({ text }) => [text],
	pause: shellPause,
	program: shellProgram,
};

function hasBlankPath(name: CommandName, args: Args<CommandName>): boolean {
	const values: Readonly<Record<string, unknown>> = args;
	return Object.entries(commands[name].params).some(
		([param, slot]) => slot.at === "tail" && slot.type.kind === "path" && needsQuotes(String(values[param])),
	);
}
