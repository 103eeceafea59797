import { Eraser } from "lucide-react";
import { createStore } from "zustand/vanilla";
import { defineAction } from "../../actions/defineAction.ts";
import { showError } from "../../actions/showError.ts";
import { capture, capturesStore, LIVE } from "../../bridge/index.ts";
import { scopeStore } from "../scopeStore.ts";

/** Whether the question is being asked. */
export const clearStore = createStore<{ readonly isAsking: boolean }>()(() => ({ isAsking: false }));

/** Forgets all that was captured live, with every marker in it, and shows what comes. */
export function clearCapture(): void {
	clearStore.setState({ isAsking: false });
	capture.clear().then(
		() => {
			scopeStore.setState({ cursors: {}, named: [], bluePinned: false, zero: { kind: "start" } });
			scopeStore.getState().live();
		},
		(error: unknown) => showError("The capture was not cleared", error),
	);
}

export const clearActions = [
	defineAction({
		id: "scope.clearCapture",
		label: "Clear all that was captured",
		icon: Eraser,
		enabled: () => capturesStore.getState().shown === LIVE,
		run: () => clearStore.setState({ isAsking: true }),
	}),
];
