import { pigsWords } from "../pigs/formatPigs.ts";
import type { Dialect } from "./Dialect.ts";
import { shellComment, shellPause, shellProgram, shellWord } from "./shell.ts";

/** The program pigs, in a shell: `pigs m 17 w`. It prints every answer by itself. */
export const pigsDialect: Dialect = {
	expression({ name, args }, context) {
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
