import {
	amend,
	deletePulses,
	edgesOfPulse,
	moveEdges,
	pruneSelection,
	record,
	redo,
	selectedPulses,
	selectInBox,
	spanOf,
	startHistory,
	undo,
	type WaveDocument,
	type WaveSelection,
} from "@gpioscope/logic";
import { stepTool } from "../tools/stepTool.ts";
import { type Edit, idle, type ToolEvent, type WaveTool } from "../tools/ToolState.ts";
import { describeSelection } from "./describeSelection.ts";
import { type EditorState, editorStore, gridOf, toolContext } from "./editorStore.ts";
import { keepDocument } from "./libraryStore.ts";
import { fitLength, fitStretch } from "./viewport.ts";

const { getState, setState } = editorStore;

/** The document as it is, without a running gesture. */
export const currentDocument = (): WaveDocument => getState().history.present.document;

/** Keeps a changed document as one step. Steps with the same key that follow each other quickly become one. */
export function commit(edit: Edit, key?: string): void {
	const { history } = getState();
	if (edit.document === history.present.document) {
		select(edit.selection);
		return;
	}
	const step = { at: performance.now(), ...(key === undefined ? {} : { key }) };
	setState({ history: record(history, edit, step), announcement: describeSelection(edit) });
	keepDocument(edit.document);
}

/** Changes the document and keeps the selection as far as it still exists. */
export function change(make: (document: WaveDocument) => WaveDocument, key?: string): void {
	const { document, selection } = getState().history.present;
	const next = make(document);
	commit({ document: next, selection: pruneSelection(next, selection) }, key);
}

/** Selects without a step. */
export function select(selection: WaveSelection): void {
	const { history } = getState();
	if (selection === history.present.selection) return;
	const present = { document: history.present.document, selection };
	setState({ history: amend(history, present), announcement: describeSelection(present) });
}

/** Hands an event of the pointer, or Esc, to the tools. */
export function dispatchTool(event: ToolEvent): void {
	const state = getState();
	const step = stepTool(state.toolState, event, toolContext(state));
	if (step.state !== state.toolState) setState({ toolState: step.state });
	if (step.edit !== undefined) commit(step.edit);
	else if (step.selection !== undefined) select(step.selection);
}

/** Takes another tool in hand. */
export function pickTool(tool: WaveTool): void {
	setState({ tool, toolState: idle });
}

/** Goes a step back. */
export function undoEdit(): void {
	travel(undo(getState().history));
}

/** Goes an undone step forward. */
export function redoEdit(): void {
	travel(redo(getState().history));
}

function travel(history: EditorState["history"]): void {
	if (history === getState().history) return;
	setState({ history, toolState: idle });
	keepDocument(history.present.document);
}

/** Opens another document; the history starts anew. */
export function openDocument(document: WaveDocument): void {
	setState({
		history: startHistory<Edit>({ document, selection: [] }),
		toolState: idle,
		view: fitLength(document.length, getState().plotWidth),
	});
	keepDocument(document);
}

/** Deletes the selected pulses. */
export function deleteSelection(): void {
	const { document, selection } = getState().history.present;
	commit({ document: deletePulses(document, selection), selection: [] });
}

/** Moves what is selected by grid steps; a run of such moves is one step. */
export function nudge(steps: number): void {
	const { history, snap } = getState();
	const { document, selection } = history.present;
	const by = steps * (snap.isOn ? gridOf(getState()) : 1);
	const key = selection.map((edge) => `${edge.gpio}:${edge.index}`).join(" ");
	commit({ document: moveEdges(document, selection, by), selection }, `nudge ${key}`);
}

/** Selects every pulse. */
export function selectAll(): void {
	const { document } = getState().history.present;
	const gpios = document.tracks.map((track) => track.gpio);
	select(selectInBox(document, gpios, 0, document.length));
}

/** Selects the next or previous edge, going on from track to track. Returns false at the very end. */
export function selectNextEdge(direction: 1 | -1): boolean {
	const { document, selection } = getState().history.present;
	const all = document.tracks.flatMap((track) =>
		track.edges.map((_, index) => ({ gpio: track.gpio, index })),
	);
	const last = direction === 1 ? selection.at(-1) : selection[0];
	const place = all.findIndex((edge) => edge.gpio === last?.gpio && edge.index === last.index);
	const next = last === undefined ? (direction === 1 ? all[0] : all.at(-1)) : all[place + direction];
	if (next === undefined) return false;
	select([next]);
	reveal();
	return true;
}

/** Selects the pulse above or below the selected one, on the next track that has pulses. */
export function selectOtherTrack(direction: 1 | -1): void {
	const { document, selection } = getState().history.present;
	const [from] = selectedPulses(document, selection);
	const rows = document.tracks.map((track) => track.gpio);
	const middle = from === undefined ? 0 : (from.start + from.end) / 2;
	for (
		let row = rows.indexOf(from?.gpio ?? -1) + direction;
		row >= 0 && row < rows.length;
		row += direction
	) {
		const gpio = rows[row] ?? -1;
		const pulses = selectedPulses(document, selectInBox(document, [gpio], 0, document.length));
		const away = (pulse: { start: number; end: number }) => Math.abs((pulse.start + pulse.end) / 2 - middle);
		const nearest = pulses.sort((a, b) => away(a) - away(b))[0];
		if (nearest === undefined) continue;
		select(edgesOfPulse(nearest));
		return;
	}
}

/** Shows the whole document. */
export function fitAll(): void {
	setState(({ history, plotWidth }) => ({ view: fitLength(history.present.document.length, plotWidth) }));
}

/** Shows the selection large, or all when nothing is selected. */
export function fitSelection(): void {
	const { history, plotWidth } = getState();
	const span = spanOf(selectedPulses(history.present.document, history.present.selection));
	if (span === undefined) fitAll();
	else setState({ view: fitStretch(span.from, span.to, plotWidth) });
}

/** Brings the selection into the plot if it is out of it. */
function reveal(): void {
	const { history, view, plotWidth } = getState();
	const span = spanOf(selectedPulses(history.present.document, history.present.selection));
	if (span === undefined || view === undefined) return;
	const end = view.from + view.scale * plotWidth;
	if (span.to < view.from || span.from > end)
		setState({ view: { ...view, from: (span.from + span.to) / 2 - (view.scale * plotWidth) / 2 } });
}
