import type { StoreApi } from "zustand/vanilla";
import { namesStore } from "../../stores/namesStore.ts";
import { derivedStore } from "../lanes/derivedStore.ts";
import { groupsStore } from "../lanes/groupsStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { ChangeHistory, type HistoryPart } from "./ChangeHistory.ts";

type ScopeState = ReturnType<typeof scopeStore.getState>;

type Marks = Pick<ScopeState, "cursors" | "named" | "bluePinned">;

/** Cursors and markers. Blue counts only while it is pinned: else it follows the pointer, which nobody wants undone. */
const marks: HistoryPart = {
	read: (): Marks => {
		const { cursors, named, bluePinned } = scopeStore.getState();
		const { blue, ...others } = cursors;
		return {
			cursors: bluePinned && blue !== undefined ? { ...others, blue } : others,
			named,
			bluePinned,
		};
	},
	write: (value) => {
		const wanted = value as Marks;
		scopeStore.setState(({ cursors: { blue } }) => ({
			...wanted,
			cursors: wanted.bluePinned || blue === undefined ? wanted.cursors : { ...wanted.cursors, blue },
		}));
	},
	same: (a, b) => isSameMarks(a as Marks, b as Marks),
	subscribe: (listener) => scopeStore.subscribe(listener),
};

function isSameMarks(a: Marks, b: Marks): boolean {
	if (a.named !== b.named || a.bluePinned !== b.bluePinned) return false;
	return (["gold", "blue", "green", "red"] as const).every((id) => a.cursors[id] === b.cursors[id]);
}

/** One field of a store, whose value is what a person changes. */
function fieldPart<K extends string, T extends { readonly [key in K]: unknown }>(
	store: StoreApi<T>,
	key: K,
	same?: HistoryPart["same"],
): HistoryPart {
	return {
		read: () => store.getState()[key],
		write: (value) => store.setState({ [key]: value } as Partial<T>),
		...(same !== undefined && { same }),
		subscribe: (listener) => store.subscribe(listener),
	};
}

/** To fold a group is to look elsewhere, which nobody wants undone. */
function isSameButFolded(a: unknown, b: unknown): boolean {
	const unfolded = (key: string, value: unknown): unknown => (key === "collapsed" ? undefined : value);
	return Object.is(a, b) || JSON.stringify(a, unfolded) === JSON.stringify(b, unfolded);
}

/** What can be undone in the scope: a part for each thing, one line of steps for all. */
export const scopeHistory = new ChangeHistory(
	[
		marks,
		// Names, colours, heights and hiding of channels, and their order.
		fieldPart(namesStore, "byPi"),
		fieldPart(namesStore, "order"),
		fieldPart(groupsStore, "byKey", isSameButFolded),
		fieldPart(derivedStore, "byKey"),
	],
	() => performance.now(),
);

/** Follows changes and what the person does with pointer and keys; the answer ends it. */
export function startHistory(): () => void {
	const end = new AbortController();
	const options = { signal: end.signal, capture: true };
	window.addEventListener("pointerdown", () => scopeHistory.press(true), options);
	for (const name of ["pointerup", "pointercancel"] as const)
		window.addEventListener(name, () => scopeHistory.goOn(false), options);
	window.addEventListener(
		"keydown",
		({ target, repeat }) => {
			// A text that is typed is one step, as is a key that is held.
			if (repeat || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
				scopeHistory.goOn(false);
			else scopeHistory.press(false);
		},
		options,
	);
	const stop = scopeHistory.start();
	return () => {
		end.abort();
		stop();
	};
}
