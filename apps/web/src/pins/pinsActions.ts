import { RotateCw, Search, Undo2 } from "lucide-react";
import { defineAction } from "../actions/defineAction.ts";
import { undoPins } from "../actions/pins/undoPins.ts";
import { undoStore } from "../actions/pins/undoStore.ts";
import { isArmed } from "../stores/uiStore.ts";
import { findFieldId } from "./PinsToolbar.tsx";
import { pinsViewStore, rotateBoard } from "./pinsViewStore.ts";

/** What a person can do in the Pins view by key and palette, beside the pins themselves. */
export const pinsActions = [
	defineAction({
		id: "pins.find",
		label: "Find a pin",
		icon: Search,
		shortcuts: ["/", "mod+F"],
		run: () => document.getElementById(findFieldId)?.focus(),
	}),
	defineAction({
		id: "pins.undo",
		label: "Undo the last change of a pin",
		icon: Undo2,
		shortcuts: ["mod+Z"],
		enabled: () => isArmed() && undoStore.getState().steps.length > 0,
		run: () => void undoPins(),
	}),
	defineAction({
		id: "pins.rotate",
		label: "Rotate the board",
		icon: RotateCw,
		enabled: () => pinsViewStore.getState().layout === "header",
		run: rotateBoard,
	}),
];
