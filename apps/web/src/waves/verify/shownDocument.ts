import type { WaveDocument } from "@gpioscope/logic";
import { useStore } from "zustand";
import { type EditorState, editorStore, shownEdit } from "../model/editorStore.ts";
import { type VerifyState, verifyStore } from "./verifyStore.ts";

/** The document whose tracks are to be shown: when verifying, the one that was played. */
export function shownDocument(editor: EditorState, verify: VerifyState): WaveDocument {
	return editor.mode === "verify" && verify.kind === "done"
		? verify.playing.document
		: shownEdit(editor).document;
}

/** The same, followed. */
export function useShownDocument(): WaveDocument {
	const verify = useStore(verifyStore);
	return useStore(editorStore, (editor) => shownDocument(editor, verify));
}

/** How much time the plot can show, in microseconds: when verifying, all rounds compared. */
export function shownLength(): number {
	const verify = verifyStore.getState();
	const editor = editorStore.getState();
	const { length } = shownDocument(editor, verify);
	return editor.mode === "verify" && verify.kind === "done" ? length * verify.rounds : length;
}
