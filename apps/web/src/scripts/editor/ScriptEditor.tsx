import { EditorView } from "@codemirror/view";
import { useEffect, useRef, useState } from "react";
import { useChecked, useOpenDocument } from "../check/shownScript.ts";
import { changeDocument } from "../library/libraryStore.ts";
import { editorState, markFindings } from "./createEditor.ts";
import { noteEditor } from "./editorPlace.ts";
import styles from "./ScriptEditor.module.css";

/** The text of the open script, to be written. */
export function ScriptEditor() {
	const place = useRef<HTMLDivElement>(null);
	const [view, setView] = useState<EditorView>();
	useEffect(() => {
		if (place.current === null) return;
		const created = new EditorView({ parent: place.current });
		setView(created);
		const forget = noteEditor(created);
		return () => {
			forget();
			created.destroy();
		};
	}, []);
	useText(view);
	useMarks(view);
	return <div ref={place} className={styles["editor"]} />;
}

/** Another script, or one that was changed elsewhere, replaces the text. */
function useText(view: EditorView | undefined): void {
	const { id, text } = useOpenDocument();
	const shown = useRef<{ readonly view: EditorView; readonly id: string }>(undefined);
	useEffect(() => {
		if (view === undefined) return;
		const isShown = shown.current?.view === view && shown.current.id === id;
		if (isShown && view.state.doc.toString() === text) return;
		shown.current = { view, id };
		view.setState(editorState(text, (typed) => changeDocument(id, { text: typed })));
	}, [view, id, text]);
}

function useMarks(view: EditorView | undefined): void {
	const { id } = useOpenDocument();
	const { findings } = useChecked();
	// biome-ignore lint/correctness/useExhaustiveDependencies: another script's state has no marks yet
	useEffect(() => {
		if (view !== undefined) markFindings(view, findings);
	}, [view, findings, id]);
}
