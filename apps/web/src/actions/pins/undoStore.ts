import type { PinFacts } from "@gpioscope/protocol";
import { createStore } from "zustand/vanilla";
import { connectionStore } from "../../stores/connectionStore.ts";
import type { PinCall } from "./pinCall.ts";

/** Undo steps kept. */
const KEPT = 30;

/** How to take back one change, of one pin or of several. */
export interface UndoStep {
	/** Changes with the same key that follow each other closely are one. */
	readonly key: string;
	/** What it did, in a few words. */
	readonly label: string;
	readonly calls: readonly PinCall[];
	/** performance.now() of its last part; a drag is one step. */
	readonly at: number;
	/** The pin before it, where it is about one. */
	readonly before?: { readonly facts: PinFacts; readonly level: 0 | 1 | undefined };
}

interface UndoState {
	/** Oldest first. */
	readonly steps: readonly UndoStep[];
}

/** What this page changed on pins and could take back. */
export const undoStore = createStore<UndoState>()(() => ({ steps: [] }));

let lastEpoch: number | undefined;

// Another daemon has stopped what drove the pins: they are not what the steps lead back from.
connectionStore.subscribe(({ target }) => {
	if (target?.state.kind !== "live") return;
	const { epoch } = target.state;
	if (lastEpoch !== undefined && epoch !== lastEpoch) undoStore.setState({ steps: [] });
	lastEpoch = epoch;
});

/** Adds an undo step. */
export function addUndo(step: UndoStep): void {
	undoStore.setState(({ steps }) => ({ steps: [...steps, step].slice(-KEPT) }));
}

/** Replaces the newest undo step's label and time: its gesture goes on. */
export function continueUndo(label: string, at: number): void {
	undoStore.setState(({ steps }) => {
		const last = steps.at(-1);
		return last === undefined ? {} : { steps: [...steps.slice(0, -1), { ...last, label, at }] };
	});
}

/** Takes an undo step off: it came to nothing, or was taken back. False when it is not there any more. */
export function dropUndo(step: UndoStep): boolean {
	const { steps } = undoStore.getState();
	if (!steps.includes(step)) return false;
	undoStore.setState({ steps: steps.filter((each) => each !== step) });
	return true;
}
