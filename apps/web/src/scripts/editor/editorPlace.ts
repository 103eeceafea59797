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
