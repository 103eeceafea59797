import { type CommandName, commandNames, commands, type WordSlot } from "@gpioscope/protocol";
import { wordAt } from "./lineParts.ts";

/** Something that may stand where the caret is. */
export interface Completion {
	/** What is typed for it. */
	readonly text: string;
	/** What it means. */
	readonly means: string;
}

const MOST = 8;
/** Shorter words are found in too many summaries. */
const LEAST_FOR_MEANING = 3;

/**
 * What may be typed at an offset: names of commands by their letters or by what they do, letters and numbers of
 * choices, GPIOs by their names.
 * @param names of GPIOs
 */
export function completions(
	line: string,
	caret: number,
	names: Readonly<Record<number, string>> = {},
): readonly Completion[] {
	const word = wordAt(line, caret);
	if (word.isCommand) return commandCompletions(word.typed);
	const { command, param } = word;
	const slot = command === undefined || param === undefined ? undefined : commands[command].params[param];
	if (slot === undefined || slot.at === "tail") return [];
	const wanted = word.typed.toLowerCase();
	return choices(slot, names).filter(
		({ text, means }) => text !== wanted && (text.startsWith(wanted) || means.toLowerCase().includes(wanted)),
	);
}

/** A line in which the word at the caret is replaced, and where the caret is then. */
export function completed(
	line: string,
	caret: number,
	{ text }: Completion,
): { readonly line: string; readonly caret: number } {
	const { from, to } = wordAt(line, caret);
	const rest = line.slice(to);
	const blank = rest.startsWith(" ") ? "" : " ";
	return { line: `${line.slice(0, from)}${text}${blank}${rest}`, caret: from + text.length + 1 };
}

/** The shortest name of a command, as it is typed. */
export function typedName(name: CommandName): string {
	const { aliases, mnemonic } = commands[name];
	return (aliases[0] ?? mnemonic).toLowerCase();
}

function commandCompletions(typed: string): readonly Completion[] {
	const wanted = typed.toLowerCase();
	if (wanted === "") return [];
	const named = commandNames.filter((name) =>
		[commands[name].mnemonic, ...commands[name].aliases].some((each) =>
			each.toLowerCase().startsWith(wanted),
		),
	);
	const meant =
		wanted.length < LEAST_FOR_MEANING
			? []
			: commandNames.filter(
					(name) =>
						!named.includes(name) &&
						(name.toLowerCase().includes(wanted) || commands[name].summary.toLowerCase().includes(wanted)),
				);
	// What is typed in full needs no help.
	const isWhole = named.some(
		(name) => typedName(name) === wanted || commands[name].mnemonic === typed.toUpperCase(),
	);
	if (isWhole && named.length === 1) return [];
	const byLength = named.toSorted((a, b) => typedName(a).length - typedName(b).length);
	return [...byLength, ...meant]
		.slice(0, MOST)
		.map((name) => ({ text: typedName(name), means: commands[name].summary }));
}

function choices({ type }: WordSlot, names: Readonly<Record<number, string>>): readonly Completion[] {
	const { letters, choices: values } = type;
	if (values !== undefined) {
		return Object.entries(values).map(([means, value]) => ({
			text: letters?.charAt(value).toLowerCase() ?? `${value}`,
			means,
		}));
	}
	if (type.kind !== "gpio" && type.kind !== "userGpio") return [];
	return Object.entries(names)
		.slice(0, MOST)
		.map(([gpio, means]) => ({ text: gpio, means }));
}
