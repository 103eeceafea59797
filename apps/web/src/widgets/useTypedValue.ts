import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from "react";
import { flushSync } from "react-dom";
import { useReportWrong } from "./fieldGroup.ts";

/** What a text means, or what may be typed instead: the range with its unit. */
export type ReadText<V> = { readonly value: V; readonly problem?: undefined } | { readonly problem: string };

interface Options<V> {
	/** What is set. */
	readonly value: V;
	/** As it is shown while nothing is typed. */
	readonly shown: string;
	readonly read: (text: string) => ReadText<V>;
	readonly onKeep: (value: V) => void;
	/** Moves what is typed, or else what is set, by arrow keys; with Shift by ten steps. */
	readonly onStep?: ((from: V, steps: number) => void) | undefined;
}

/** What a text field is given. */
export interface TypedField {
	readonly value: string;
	readonly error: string | undefined;
	readonly onFocus: (event: FocusEvent) => void;
	readonly onBlur: (event: FocusEvent) => void;
	readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
	readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Draft<V> {
	readonly text: string;
	/** What was set when it was typed. */
	readonly over: V;
	/** Somebody wanted it kept although it is wrong: from then on it says whether it is right. */
	readonly wasRefused: boolean;
}

/** What is longer was pasted by mistake; it is not even read. */
const LONGEST_TEXT = 200;
const UNREADABLE = "?";

/**
 * A value that is typed: kept by Enter or on leaving, put back by Escape. A text that cannot be used stays, says what
 * may be typed, and holds up the form that it belongs to, until it is mended, put back, or something else is set.
 */
export function useTypedValue<V>({ value, shown, read, onKeep, onStep }: Options<V>): TypedField {
	const [draft, setDraft] = useState<Draft<V>>();
	const [hasFocus, setFocus] = useState(false);
	if (draft !== undefined && !hasFocus && !Object.is(draft.over, value)) setDraft(undefined);
	const lookAt = (text: string): ReadText<V> => read(text.length > LONGEST_TEXT ? UNREADABLE : text);
	// Whoever begins a text is not interrupted; whoever mends one sees at once when it is right.
	const problem = draft?.wasRefused === true ? lookAt(draft.text).problem : undefined;
	useReportWrong(problem !== undefined);

	/** False when what is typed cannot be used. */
	const keep = (): boolean => {
		if (draft === undefined) return true;
		const typed = lookAt(draft.text);
		if (typed.problem !== undefined) {
			setDraft({ text: draft.text, over: value, wasRefused: true });
			return false;
		}
		setDraft(undefined);
		if (!Object.is(typed.value, value)) onKeep(typed.value);
		return true;
	};
	const step = (steps: number): void => {
		const typed = draft && lookAt(draft.text);
		setDraft(undefined);
		onStep?.(typed === undefined || typed.problem !== undefined ? value : typed.value, steps);
	};
	const onEnter = (event: KeyboardEvent): void => {
		const isForForm = event.ctrlKey || event.metaKey;
		// What the form does next must find the value.
		const isKept = flushSync(keep);
		if (isForForm && isKept) return;
		if (draft !== undefined) event.preventDefault();
		event.stopPropagation();
	};
	return {
		value: draft?.text ?? shown,
		error: problem,
		onFocus: () => setFocus(true),
		onBlur: () => {
			setFocus(false);
			keep();
		},
		onChange: ({ currentTarget: { value: text } }) =>
			setDraft({ text, over: value, wasRefused: draft?.wasRefused ?? false }),
		onKeyDown: (event) => {
			if (event.key === "Enter") return onEnter(event);
			if (event.key === "Escape" && draft !== undefined) setDraft(undefined);
			else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && onStep !== undefined) {
				event.preventDefault();
				step((event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 10 : 1));
			} else return;
			event.stopPropagation();
		},
	};
}
