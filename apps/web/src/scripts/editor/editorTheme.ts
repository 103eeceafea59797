import { EditorView } from "@codemirror/view";

const tooltip = {
	background: "var(--raised)",
	color: "var(--t1)",
	border: "0",
	borderRadius: "6px",
	boxShadow: "var(--shadow)",
};

/** How an editor looks: the page's own tokens, so that it follows light and dark. */
export const editorTheme = EditorView.theme({
	"&": { height: "100%", background: "var(--lane)", color: "var(--t1)", fontSize: "13px" },
	"&.cm-focused": { outline: "none" },
	".cm-scroller": {
		fontFamily: "var(--mono)",
		lineHeight: "20px",
		fontFeatureSettings: '"calt" 0, "zero"',
	},
	".cm-content": { padding: "8px 0", caretColor: "var(--acc)" },
	".cm-gutters": { background: "var(--lane)", color: "var(--t3)", border: "0" },
	".cm-lineNumbers .cm-gutterElement": { minWidth: "32px", padding: "0 8px 0 4px" },
	".cm-activeLine": { background: "var(--grid)" },
	".cm-activeLineGutter": { background: "var(--grid)", color: "var(--t1)" },
	".cm-cursor": { borderLeftColor: "var(--acc)", borderLeftWidth: "2px" },
	"&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
		background: "var(--acc-w)",
	},
	".cm-tooltip": tooltip,
	".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "240px" },
	".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "2px 8px", lineHeight: "20px" },
	".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
		background: "var(--acc-w)",
		color: "var(--t1)",
	},
	".cm-completionDetail": { color: "var(--t2)", fontStyle: "normal" },
	".cm-completionMatchedText": { color: "var(--acc)", textDecoration: "none" },
	".cm-tooltip.cm-completionInfo, .cm-tooltip.cm-tooltip-hover": { padding: "8px 10px", maxWidth: "340px" },
	".cm-wordHelp": { font: "400 12px/16px var(--sans)", color: "var(--t2)" },
	".cm-wordHelp b": { font: "500 12px/16px var(--mono)", color: "var(--t1)" },
	".cm-wordHelp p": { marginTop: "4px" },
	".cm-diagnostic": { padding: "4px 8px", font: "400 12px/16px var(--sans)", borderLeftWidth: "3px" },
	".cm-diagnostic-error": { borderLeftColor: "var(--red)" },
	".cm-diagnostic-warning": { borderLeftColor: "var(--amb)" },
	".cm-lintRange-error": {
		backgroundImage: "none",
		textDecoration: "underline wavy var(--red) 1px",
		textUnderlineOffset: "3px",
	},
	".cm-lintRange-warning": {
		backgroundImage: "none",
		textDecoration: "underline wavy var(--amb) 1px",
		textUnderlineOffset: "3px",
	},
});
