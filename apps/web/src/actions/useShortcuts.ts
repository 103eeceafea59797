import { useEffect } from "react";
import { uiStore } from "../stores/uiStore.ts";
import type { Action } from "./defineAction.ts";
import { shortcutsOf } from "./ownShortcuts.ts";
import { paletteStore } from "./palette.ts";
import { actionsIn } from "./registry.ts";
import { isPlainKey, matchesShortcut } from "./shortcut.ts";
import { Turns } from "./Turns.ts";

/** Plain keys that act even while someone types. */
const ANYWHERE: ReadonlySet<string> = new Set(["shift+Escape", "F6", "shift+F6"]);

/** True while keys belong to what has the focus: text fields, open menus and dialogs, sliders, a choice's arrows. */
function takesKeys({ target, key }: KeyboardEvent): boolean {
	// What is typed while the palette is still opening is meant for it.
	if (paletteStore.getState().opened) return true;
	if (!(target instanceof Element)) return false;
	// A switch or a choice that was clicked keeps the focus, but letters mean nothing to it.
	if (target.matches("input[type=radio], input[type=checkbox]"))
		return key.startsWith("Arrow") || key === " ";
	return (
		target.closest(
			"input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=slider], [data-takes-keys]",
		) !== null
	);
}

/** Actions of the view, in the order in which their keys were pressed. */
const turns = new Turns((error) => console.error("An action failed.", error));

function isEnabled({ enabled }: Action): boolean {
	return enabled === undefined || enabled();
}

/** Runs actions by their keys. What has the focus comes first: a key it handled (default prevented) is not taken. */
export function useShortcuts(): void {
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent): void => {
			if (event.defaultPrevented) return;
			const { view, singleKeys } = uiStore.getState();
			const busy = takesKeys(event);
			const meant = actionsIn(view).filter((action) => {
				const shortcut = shortcutsOf(action).find((candidate) => matchesShortcut(event, candidate));
				if (shortcut === undefined) return false;
				const isRefused = busy || (shortcut.length === 1 && !singleKeys);
				return !(isPlainKey(shortcut) && !ANYWHERE.has(shortcut) && isRefused);
			});
			const action = meant.find(isEnabled);
			// What a key means may depend on what came before it.
			const isLater = turns.isBusy && meant.some(({ view: own }) => own !== undefined);
			if ((action === undefined && !isLater) || isButtonKey(event)) return;
			event.preventDefault();
			// What belongs to no view, such as to release all, waits for nothing.
			if (action !== undefined && action.view === undefined) void action.run(event);
			else turns.take(() => meant.find(isEnabled)?.run(event));
		};
		window.addEventListener("keydown", onKeyDown);
		return () => window.removeEventListener("keydown", onKeyDown);
	}, []);
}

/** Space and Enter press the focused button; they are no shortcut then. */
function isButtonKey(event: KeyboardEvent): boolean {
	return (
		(event.key === " " || event.key === "Enter") &&
		event.target instanceof Element &&
		event.target.closest(
			"button, a, [role=button], [role=tab], [role=switch], [role=option], [role=gridcell]",
		) !== null
	);
}
