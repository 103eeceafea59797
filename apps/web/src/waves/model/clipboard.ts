import { copyPulses, type PulseRef, selectedPulses, spanOf, trackOf } from "@gpioscope/logic";
import { commit } from "./editing.ts";
import { editorStore, gridOf } from "./editorStore.ts";

let copied: readonly PulseRef[] = [];

/** Remembers the selected pulses. */
export function copySelection(): void {
	const { document, selection } = editorStore.getState().history.present;
	copied = selectedPulses(document, selection);
}

/** Puts the remembered pulses at the pointer, or right after where they were, on the tracks of their GPIOs. */
export function pasteCopied(): void {
	const state = editorStore.getState();
	const { history, pointer, snap } = state;
	const { document } = history.present;
	const pulses = copied.filter((pulse) => trackOf(document, pulse.gpio) !== undefined);
	const span = spanOf(pulses);
	if (span === undefined) return;
	const step = snap.isOn ? gridOf(state) : 1;
	const target = pointer === undefined ? span.to : Math.round(pointer.time / step) * step;
	commit(copyPulses(document, pulses, target - span.from));
}
