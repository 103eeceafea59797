import { paramNotes, type ScriptParamNote, storedText } from "@gpioscope/protocol";
import { useMemo } from "react";
import { useStore } from "zustand";
import { useConnection } from "../../stores/connectionStore.ts";
import { libraryStore, openDocument } from "../library/libraryStore.ts";
import type { ScriptDocument } from "../library/scriptDocument.ts";
import { type StoredScript, storedIdOf, useStored } from "../stored/storedStore.ts";
import { type CheckedScript, checkScript } from "./checkScript.ts";

/** The script in the editor, and what has become of it. */
export interface ShownScript {
	readonly document: ScriptDocument;
	readonly checked: CheckedScript;
	readonly notes: readonly ScriptParamNote[];
	/** It, in pigpiod. */
	readonly stored: StoredScript | undefined;
	/** pigpiod has an earlier text of it. */
	readonly isChanged: boolean;
}

/** The script in the editor. */
export function useOpenDocument(): ScriptDocument {
	return useStore(libraryStore, openDocument);
}

/** What is known of the text in the editor. */
export function useChecked(): CheckedScript {
	const { text } = useOpenDocument();
	const abilities = useConnection((state) => state.capabilities);
	return useMemo(() => checkScript(text, abilities), [text, abilities]);
}

/** The script in the editor, and what has become of it. */
export function useShownScript(): ShownScript {
	const document = useOpenDocument();
	const checked = useChecked();
	const notes = useMemo(() => paramNotes(document.text), [document.text]);
	const stored = useStored((state) => {
		const id = storedIdOf(document.id, state);
		return id === undefined ? undefined : state.scripts.get(id);
	});
	const text = useStored((state) => stored && state.origins.get(stored.id)?.text);
	return {
		document,
		checked,
		notes,
		stored,
		isChanged: text !== undefined && text !== storedText(document.text),
	};
}
