import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../stores/followStorage.ts";
import type { Action } from "./defineAction.ts";
import { normalShortcut } from "./shortcut.ts";

interface OwnShortcuts {
	/** Shortcuts that a person chose instead of the action's own, by its id; an empty list switches them off. */
	readonly byAction: Readonly<Record<string, readonly string[]>>;
}

/** Which keys a person gave to which action; kept in the browser. */
export const ownShortcuts = createStore<OwnShortcuts>()(
	persist((): OwnShortcuts => ({ byAction: {} }), { name: "gpioscope.shortcuts", version: 1 }),
);
followStorage(ownShortcuts);

type KeyedAction = Pick<Action, "id" | "shortcuts">;

const NONE: readonly string[] = [];

/** The shortcuts that an action has now. */
export function shortcutsOf(
	{ id, shortcuts = NONE }: KeyedAction,
	{ byAction }: OwnShortcuts = ownShortcuts.getState(),
): readonly string[] {
	return byAction[id] ?? shortcuts;
}

/** The same, kept up to date. */
export function useShortcutsOf(action: KeyedAction): readonly string[] {
	return useStore(ownShortcuts, (state) => shortcutsOf(action, state));
}

/** Gives an action other shortcuts; undefined returns to its own. */
export function setShortcuts({ id }: KeyedAction, shortcuts: readonly string[] | undefined): void {
	ownShortcuts.setState(({ byAction: { [id]: _old, ...others } }) => ({
		byAction: shortcuts === undefined ? others : { ...others, [id]: shortcuts },
	}));
}

/**
 * The other actions that a shortcut of this action also belongs to where both can be done. Those that share a key by
 * design, each in its own situation, are not told.
 */
export function conflictsOf(
	action: Action,
	actions: readonly Action[],
	own: OwnShortcuts,
): readonly Action[] {
	const keys = new Set(shortcutsOf(action, own).map(normalShortcut));
	const isOwn = own.byAction[action.id] !== undefined;
	return actions.filter((other) => {
		if (other.id === action.id || (!isOwn && own.byAction[other.id] === undefined)) return false;
		const meet = action.view === undefined || other.view === undefined || action.view === other.view;
		return meet && shortcutsOf(other, own).some((shortcut) => keys.has(normalShortcut(shortcut)));
	});
}
