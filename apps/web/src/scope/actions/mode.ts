import { Pause } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { scopeStore } from "../scopeStore.ts";

/** Following the newest data, or standing still. */
export const modeActions = [
	defineAction({
		id: "scope.live",
		label: "Live or pause",
		icon: Pause,
		shortcuts: ["Space"],
		run: () => {
			const { mode, live, pause } = scopeStore.getState();
			if (mode === "live") pause();
			else live();
		},
	}),
];
