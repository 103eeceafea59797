import { createStore } from "zustand/vanilla";
import { type CaptureEntry, type CaptureId, type CaptureSource, LIVE } from "./CaptureEntry.ts";
import { type CaptureFacts, noFacts } from "./CaptureFacts.ts";

interface CapturesState {
	/** All captures of the worker, the live one first. */
	readonly entries: readonly CaptureEntry[];
	/** The one the scope shows. */
	readonly shown: CaptureId;
}

/** Every capture that can be looked at, and which one is. Facts come ten times a second; samples stay in the worker. */
export const capturesStore = createStore<CapturesState>()(() => ({
	entries: [{ id: LIVE, source: { kind: "live" }, facts: noFacts }],
	shown: LIVE,
}));

/** Facts of the live capture. */
export const captureStore = createStore<CaptureFacts>()(() => noFacts);

/** Facts of the capture that the scope shows. */
export const shownStore = createStore<CaptureFacts>()(() => noFacts);

/** Takes news of a capture; one that was not known yet joins the list. */
export function takeFacts(id: CaptureId, source: CaptureSource, facts: CaptureFacts): void {
	capturesStore.setState(({ entries }) => {
		const entry: CaptureEntry = { id, source, facts };
		const isKnown = entries.some((other) => other.id === id);
		return {
			entries: isKnown ? entries.map((other) => (other.id === id ? entry : other)) : [...entries, entry],
		};
	});
	if (id === LIVE) captureStore.setState(facts, true);
	if (id === capturesStore.getState().shown) shownStore.setState(facts, true);
}

/** A capture of an id is gone; if it was shown, the live one is shown again. */
export function forgetCapture(id: CaptureId): void {
	if (id === LIVE) return;
	if (capturesStore.getState().shown === id) showCapture(LIVE);
	capturesStore.setState(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) }));
}

/** The scope turns to another capture of the list. */
export function showCapture(id: CaptureId): void {
	const entry = capturesStore.getState().entries.find((other) => other.id === id);
	if (entry === undefined || capturesStore.getState().shown === id) return;
	shownStore.setState(entry.facts, true);
	capturesStore.setState({ shown: id });
}

/** The capture that the scope shows. */
export function shownEntry({ entries, shown }: CapturesState = capturesStore.getState()): CaptureEntry {
	const entry = entries.find(({ id }) => id === shown) ?? entries[0];
	if (entry === undefined) throw new Error("The live capture is always listed.");
	return entry;
}
