import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../../stores/followStorage.ts";

/** What one command of a line answered. */
export interface Answer {
	/** The command in its pigs form. */
	readonly pigs: string;
	readonly text: string;
	readonly failed: boolean;
	/** What to do about it. */
	readonly remedy?: string | undefined;
}

/** A line that was sent, and its answers so far. */
export interface Exchange {
	readonly id: number;
	readonly line: string;
	readonly answers: readonly Answer[];
	/** Commands of it that are still without an answer. */
	readonly waiting: number;
}

/** Exchanges beyond this are dropped, oldest first. */
const KEPT_EXCHANGES = 300;
const KEPT_LINES = 500;

interface PromptState {
	readonly line: string;
	/** Where in the line the caret is. */
	readonly caret: number;
	/** Why the line was not sent. */
	readonly problem: string | undefined;
	/** Which line of the history stands in the field: 0 is none, 1 the newest. */
	readonly recalled: number;
	/** What stood in the field before lines of the history were fetched into it. */
	readonly unsent: string;
	/** On a phone: the log stands in the place of the lines. */
	readonly showsLog: boolean;
	/** Oldest first. */
	readonly exchanges: readonly Exchange[];
	/** Lines that were sent, oldest first; kept in the browser. */
	readonly history: readonly string[];
}

/** The console's field, what was typed into it, and what came of it. */
export const promptStore = createStore<PromptState>()(
	persist(
		(): PromptState => ({
			line: "",
			caret: 0,
			problem: undefined,
			recalled: 0,
			unsent: "",
			showsLog: false,
			exchanges: [],
			history: [],
		}),
		{ name: "gpioscope.prompt", version: 1, partialize: ({ history }) => ({ history }) },
	),
);
followStorage(promptStore);

/** A part of the console's state. */
export function usePrompt<T>(select: (state: PromptState) => T): T {
	return useStore(promptStore, select);
}

/** What the field holds from now on. */
export function typeLine(line: string, caret: number = line.length): void {
	promptStore.setState({ line, caret, problem: undefined });
}

/** Fetches an older line (1) or a newer one (-1) into the field; past the newest is what was being typed. */
export function recall(step: 1 | -1): void {
	const { history, recalled, line, unsent: kept } = promptStore.getState();
	const next = Math.max(0, Math.min(history.length, recalled + step));
	if (next === recalled) return;
	const unsent = recalled === 0 ? line : kept;
	typeLine(next === 0 ? unsent : (history.at(-next) ?? ""));
	promptStore.setState({ recalled: next, unsent });
}

/** Remembers a line as the newest, once. */
export function remember(line: string): void {
	promptStore.setState(({ history }) => ({
		history: [...history.filter((each) => each !== line), line].slice(-KEPT_LINES),
		recalled: 0,
	}));
}

let lastId = 0;

/** A new line that was sent; returns what notes its answers, one by one. */
export function openExchange(line: string, commands: number): (answer: Answer) => void {
	const id = ++lastId;
	const exchange: Exchange = { id, line, answers: [], waiting: commands };
	promptStore.setState(({ exchanges }) => ({
		exchanges: [...exchanges.slice(1 - KEPT_EXCHANGES), exchange],
	}));
	return (answer) =>
		promptStore.setState(({ exchanges }) => ({
			exchanges: exchanges.map((each) =>
				each.id === id ? { ...each, answers: [...each.answers, answer], waiting: each.waiting - 1 } : each,
			),
		}));
}

/** Forgets what was sent here; the history and the log stay. */
export function clearExchanges(): void {
	promptStore.setState({ exchanges: [] });
}
