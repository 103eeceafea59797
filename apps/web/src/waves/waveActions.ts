import {
	Copy,
	Eraser,
	MousePointer2,
	Pencil,
	Play,
	Redo2,
	Scan,
	Scissors,
	Trash2,
	Undo2,
} from "lucide-react";
import { defineAction } from "../actions/defineAction.ts";
import { copySelection, pasteCopied } from "./model/clipboard.ts";
import { newDocument } from "./model/documentActions.ts";
import {
	deleteSelection,
	dispatchTool,
	fitAll,
	fitSelection,
	nudge,
	pickTool,
	redoEdit,
	select,
	selectAll,
	selectOtherTrack,
	undoEdit,
} from "./model/editing.ts";
import { editorStore } from "./model/editorStore.ts";
import { togglePlay } from "./play/playRequest.ts";
import { jumpToFailure } from "./verify/verifyActions.ts";

const hasSelection = (): boolean => editorStore.getState().history.present.selection.length > 0;

/** Ends a gesture, or clears the selection. */
function cancelOrClear(): void {
	if (editorStore.getState().toolState.kind !== "idle") dispatchTool({ type: "cancel" });
	else select([]);
}

/** Puts the focus into the exact time of what is selected. */
function focusExactTime(): void {
	const { selection } = editorStore.getState().history.present;
	const isEnd = selection.length === 1 && ((selection[0]?.index ?? 0) & 1) === 1;
	const field = document.querySelector<HTMLInputElement>(`#wave-field-${isEnd ? "end" : "start"} input`);
	field?.focus();
	field?.select();
}

/** What a person can do in the wave editor, with its keys. */
export const waveActions = [
	defineAction({
		id: "waves.play",
		label: "Play or stop the wave",
		icon: Play,
		shortcuts: ["Space"],
		run: togglePlay,
	}),
	defineAction({
		id: "waves.select",
		label: "Select and move",
		icon: MousePointer2,
		shortcuts: ["V"],
		run: () => pickTool("select"),
	}),
	defineAction({
		id: "waves.draw",
		label: "Draw pulses",
		icon: Pencil,
		shortcuts: ["P"],
		run: () => pickTool("draw"),
	}),
	defineAction({
		id: "waves.split",
		label: "Split pulses",
		icon: Scissors,
		shortcuts: ["X"],
		run: () => pickTool("split"),
	}),
	defineAction({
		id: "waves.erase",
		label: "Erase",
		icon: Eraser,
		shortcuts: ["E"],
		run: () => pickTool("erase"),
	}),
	defineAction({ id: "waves.undo", label: "Undo", icon: Undo2, shortcuts: ["mod+Z"], run: undoEdit }),
	defineAction({
		id: "waves.redo",
		label: "Redo",
		icon: Redo2,
		shortcuts: ["mod+shift+Z", "mod+Y"],
		run: redoEdit,
	}),
	defineAction({
		id: "waves.delete",
		label: "Delete the selected pulses",
		icon: Trash2,
		shortcuts: ["Delete", "Backspace"],
		enabled: hasSelection,
		run: deleteSelection,
	}),
	defineAction({ id: "waves.all", label: "Select all pulses", shortcuts: ["mod+A"], run: selectAll }),
	defineAction({
		id: "waves.copy",
		label: "Copy the selected pulses",
		icon: Copy,
		shortcuts: ["mod+C"],
		enabled: hasSelection,
		run: copySelection,
	}),
	defineAction({
		id: "waves.paste",
		label: "Paste pulses at the pointer",
		shortcuts: ["mod+V"],
		run: pasteCopied,
	}),
	defineAction({
		id: "waves.fit",
		label: "Show the selection, or the whole wave",
		icon: Scan,
		shortcuts: ["F"],
		run: fitSelection,
	}),
	defineAction({ id: "waves.fitAll", label: "Show the whole wave", shortcuts: ["Home"], run: fitAll }),
	defineAction({
		id: "waves.nextFailure",
		label: "Next failed edge",
		shortcuts: ["N"],
		run: () => jumpToFailure(1),
	}),
	defineAction({
		id: "waves.previousFailure",
		label: "Previous failed edge",
		shortcuts: ["shift+N"],
		run: () => jumpToFailure(-1),
	}),
	defineAction({ id: "waves.new", label: "New wave", run: newDocument }),
	defineAction({
		id: "waves.left",
		label: "Move left by the grid",
		shortcuts: ["ArrowLeft"],
		hidden: true,
		enabled: hasSelection,
		run: () => nudge(-1),
	}),
	defineAction({
		id: "waves.right",
		label: "Move right by the grid",
		shortcuts: ["ArrowRight"],
		hidden: true,
		enabled: hasSelection,
		run: () => nudge(1),
	}),
	defineAction({
		id: "waves.farLeft",
		label: "Move left by ten times the grid",
		shortcuts: ["shift+ArrowLeft"],
		hidden: true,
		enabled: hasSelection,
		run: () => nudge(-10),
	}),
	defineAction({
		id: "waves.farRight",
		label: "Move right by ten times the grid",
		shortcuts: ["shift+ArrowRight"],
		hidden: true,
		enabled: hasSelection,
		run: () => nudge(10),
	}),
	defineAction({
		id: "waves.up",
		label: "Select on the track above",
		shortcuts: ["ArrowUp"],
		hidden: true,
		enabled: hasSelection,
		run: () => selectOtherTrack(-1),
	}),
	defineAction({
		id: "waves.down",
		label: "Select on the track below",
		shortcuts: ["ArrowDown"],
		hidden: true,
		run: () => selectOtherTrack(1),
	}),
	defineAction({
		id: "waves.exact",
		label: "Enter the exact time",
		shortcuts: ["Enter"],
		hidden: true,
		enabled: hasSelection,
		run: focusExactTime,
	}),
	defineAction({
		id: "waves.escape",
		label: "Cancel, or select nothing",
		shortcuts: ["Escape"],
		hidden: true,
		run: cancelOrClear,
	}),
];
