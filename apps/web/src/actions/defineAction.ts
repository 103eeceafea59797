import type { LucideIcon } from "lucide-react";
import type { ViewId } from "../stores/uiStore.ts";

/** One thing a person can do: menus, palette, shortcuts, tooltips and the log read it from here. */
export interface Action {
	readonly id: string;
	readonly label: string;
	/** One sentence for the tooltip, when the label is not enough. */
	readonly summary?: string;
	readonly icon?: LucideIcon;
	/** Keys in the form "mod+K", "shift+Escape", "Space", "["; several are alternatives. A person may choose others. */
	readonly shortcuts?: readonly string[];
	/** Which of its keys was pressed means something: they can be switched off, but not be others. */
	readonly fixedKeys?: boolean;
	/** Only in this view; everywhere when left out. */
	readonly view?: ViewId;
	/** Not offered in the palette, only by key. */
	readonly hidden?: boolean;
	readonly enabled?: () => boolean;
	/** A promise that it returns is waited for by the keys pressed after it; it never rejects. Else nothing is returned. */
	readonly run: (event?: KeyboardEvent) => unknown;
}

/** Keeps the literal types of an action. */
export function defineAction<const A extends Action>(action: A): A {
	return action;
}
