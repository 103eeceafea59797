import { createStore } from "zustand/vanilla";
import { showDocument } from "./library/libraryStore.ts";

/** What a phone shows of the view. */
export type PhonePart = "list" | "text" | "run" | "words";

interface ScriptsViewState {
	/** A script in pigpiod that is not of this page; otherwise the open one of this browser is on view. */
	readonly foreign: number | undefined;
	readonly part: PhonePart;
}

/** What of the scripts is on view. */
export const scriptsViewStore = createStore<ScriptsViewState>()(() => ({ foreign: undefined, part: "text" }));

/** Opens a script of this browser. */
export function openInEditor(id: string): void {
	showDocument(id);
	scriptsViewStore.setState({ foreign: undefined, part: "text" });
}

/** Shows a script of others. */
export function showForeign(foreign: number): void {
	scriptsViewStore.setState({ foreign, part: "run" });
}
