import type { EditorView } from "@codemirror/view";
import type { TextSpan } from "@gpioscope/protocol";

/** The editor on view, while there is one. */
let shown: EditorView | undefined;

/** Says which editor is on view. The answer takes that back. */
export function noteEditor(view: EditorView): () => void {
	shown = view;
	return () => {
		if (shown === view) shown = undefined;
	};
}

/** Goes to a place in the text and selects it. */
export function goTo({ from, to }: TextSpan): void {
	if (shown === undefined) return;
	const end = shown.state.doc.length;
	shown.dispatch({
		selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
		scrollIntoView: true,
	});
	shown.focus();
}

/** Writes a word where the caret is, as one of its own, and goes on behind it. @returns whether an editor is on view */
export function insertWord(word: string): boolean {
	if (shown === undefined) return false;
	const { from, to } = shown.state.selection.main;
	const insert = `${spaceBehind(shown.state.sliceDoc(0, from))}${word} `;
	shown.dispatch({
		changes: { from, to, insert },
		selection: { anchor: from + insert.length },
		scrollIntoView: true,
	});
	shown.focus();
	return true;
}

/** What has to stand between a text and a further word. */
export function spaceBehind(text: string): string {
	return /\S$/.test(text) ? " " : "";
}
