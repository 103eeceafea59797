import { type History, startHistory } from "@gpioscope/logic";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { createStore } from "zustand/vanilla";
import {
	type Edit,
	idle,
	previewOf,
	type SnapSettings,
	type ToolContext,
	type ToolState,
	type WaveTool,
} from "../tools/ToolState.ts";
import { openedDocument } from "./libraryStore.ts";
import { gridFor } from "./rulerTicks.ts";
import type { WaveViewport } from "./viewport.ts";

/** The wave editor: one document, what is selected, the tool in hand, and what part is shown. */
export interface EditorState {
	readonly history: History<Edit>;
	/** Drawing, or comparing what was played with its capture. */
	readonly mode: "edit" | "verify";
	readonly tool: WaveTool;
	readonly toolState: ToolState;
	/** The grid is undefined when it follows the zoom. */
	readonly snap: Omit<SnapSettings, "grid"> & { readonly grid: number | undefined };
	/** undefined until the plot has a size. */
	readonly view: WaveViewport | undefined;
	/** Pixels of the plot. */
	readonly plotWidth: number;
	readonly isRepeated: boolean;
	/** The pointer's place in the document. */
	readonly pointer: { readonly time: number; readonly row: number } | undefined;
	/** What a screen reader is told. */
	readonly announcement: string;
	/** The list of GPIOs to add a track for is open. */
	readonly isAddingTrack: boolean;
}

/** The state of the wave editor. */
export const editorStore = createStore<EditorState>()(() => ({
	history: startHistory<Edit>({ document: openedDocument(), selection: [] }),
	mode: "edit",
	tool: "select",
	toolState: idle,
	snap: { isOn: true, grid: undefined, toEdges: true },
	view: undefined,
	plotWidth: 0,
	isRepeated: false,
	pointer: undefined,
	announcement: "",
	isAddingTrack: false,
}));

/** A part of the editor's state. */
export function useEditor<T>(select: (state: EditorState) => T): T {
	return useStore(editorStore, useShallow(select));
}

/** What is to be shown: the running gesture's preview, otherwise the document as it is. */
export function shownEdit(state: EditorState): Edit {
	return previewOf(state.toolState) ?? state.history.present;
}

/** What the tools read of the editor. */
export function toolContext(state: EditorState): ToolContext {
	const snap = { ...state.snap, grid: gridOf(state) };
	return { ...state.history.present, tool: state.tool, snap, scale: state.view?.scale ?? 1 };
}

/** The grid in force, in microseconds. */
export function gridOf({ snap, view }: Pick<EditorState, "snap" | "view">): number {
	return snap.grid ?? gridFor(view?.scale ?? 1);
}
