import type { NumberedEntry } from "../../stores/logStore.ts";
import type { LogFilter, LogSelection } from "./logPanelStore.ts";
import { resultText } from "./resultText.ts";

/** The entries that a filter lets through, in their order. */
export function filterEntries(
	entries: readonly NumberedEntry[],
	{ text, session, onlyErrors }: LogFilter,
): readonly NumberedEntry[] {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0 && session === "" && !onlyErrors) return entries;
	return entries.filter((entry) => {
		if (session !== "" && entry.session !== session) return false;
		if (onlyErrors && entry.error === undefined) return false;
		const all = textOf(entry);
		return words.every((word) => all.includes(word));
	});
}

/** What is looked through, of each entry once: the log is read anew with every entry that comes and every key. */
const texts = new WeakMap<NumberedEntry, string>();

function textOf(entry: NumberedEntry): string {
	const known = texts.get(entry);
	if (known !== undefined) return known;
	const text = `${entry.pigs} ${resultText(entry)}`.toLowerCase();
	texts.set(entry, text);
	return text;
}

/** The entries of a stretch that are shown; all that are shown without one. */
export function selectedEntries(
	shown: readonly NumberedEntry[],
	selection: LogSelection | undefined,
): readonly NumberedEntry[] {
	return selection === undefined ? shown : shown.filter(({ number }) => isSelected(number, selection));
}

/** Whether an entry is in a stretch. */
export function isSelected(number: number, selection: LogSelection | undefined): boolean {
	if (selection === undefined) return false;
	const { anchor, head } = selection;
	return number >= Math.min(anchor, head) && number <= Math.max(anchor, head);
}
