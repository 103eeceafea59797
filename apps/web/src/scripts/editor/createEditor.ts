import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, toggleLineComment } from "@codemirror/commands";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import {
	drawSelection,
	EditorView,
	highlightActiveLine,
	highlightActiveLineGutter,
	hoverTooltip,
	keymap,
	lineNumbers,
} from "@codemirror/view";
import { scriptWordOf } from "@gpioscope/protocol";
import type { Finding } from "../check/checkScript.ts";
import { completeScript } from "./completeScript.ts";
import { editorTheme } from "./editorTheme.ts";
import { scriptLanguage } from "./scriptLanguage.ts";
import { wordHelp } from "./wordHelp.ts";

/** What a word under the pointer does. */
const help = hoverTooltip((view, at) => {
	const word = view.state.wordAt(at);
	const found = word && scriptWordOf(view.state.sliceDoc(word.from, word.to));
	if (word === null || found === undefined || found === null) return null;
	return { pos: word.from, end: word.to, above: true, create: () => ({ dom: wordHelp(found) }) };
});

/** Tab goes to what comes next on the page, as everywhere. */
const extensions: Extension = [
	lineNumbers(),
	highlightActiveLine(),
	highlightActiveLineGutter(),
	history(),
	drawSelection(),
	EditorView.lineWrapping,
	autocompletion({ override: [completeScript], icons: false }),
	keymap.of([
		{ key: "Mod-/", run: toggleLineComment },
		...completionKeymap,
		...lintKeymap,
		...historyKeymap,
		...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
	]),
	EditorView.contentAttributes.of({
		"aria-label": "Text of the script",
		spellcheck: "false",
		autocapitalize: "off",
	}),
	scriptLanguage,
	help,
	editorTheme,
];

/** A fresh state of the editor: its undo goes back to this text, not to another script. */
export function editorState(text: string, onChange: (text: string) => void): EditorState {
	const tell = EditorView.updateListener.of(({ docChanged, state }) => {
		if (docChanged) onChange(state.doc.toString());
	});
	return EditorState.create({ doc: text, extensions: [extensions, tell] });
}

/** Underlines what was found in the text. */
export function markFindings(view: EditorView, findings: readonly Finding[]): void {
	const { length } = view.state.doc;
	const marks = findings
		.filter(({ to }) => to <= length)
		.map(({ from, to, kind, message }) => ({ from, to, severity: kind, message }));
	view.dispatch(setDiagnostics(view.state, marks));
}
