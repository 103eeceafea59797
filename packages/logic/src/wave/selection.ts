import { trackOf, type WaveDocument } from "./document.ts";
import { pulseFrom, pulsesOf, type TrackPulse } from "./track.ts";

/** Names one edge of a document. Valid only for the document it was taken from. */
export interface EdgeRef {
	readonly gpio: number;
	/** Place in the track's edges. */
	readonly index: number;
}

/** What is selected: edges. A pulse is selected when both of its edges are. */
export type WaveSelection = readonly EdgeRef[];

/** A pulse with the track it lies on. */
export interface PulseRef extends TrackPulse {
	readonly gpio: number;
}

/** Nothing selected. */
export const noSelection: WaveSelection = [];

/** Returns the edges of one pulse: two, or one when it is open. */
export function edgesOfPulse(pulse: PulseRef): EdgeRef[] {
	const first = { gpio: pulse.gpio, index: pulse.index };
	return pulse.isOpen ? [first] : [first, { gpio: pulse.gpio, index: pulse.index + 1 }];
}

/** Returns the time of an edge in microseconds, or undefined when the document has no such edge. */
export function timeOfEdge(document: WaveDocument, ref: EdgeRef): number | undefined {
	return trackOf(document, ref.gpio)?.edges[ref.index];
}

/** Lists the pulses to which the selected edges belong, each once, by track and time. */
export function selectedPulses(document: WaveDocument, selection: WaveSelection): PulseRef[] {
	const pulses: PulseRef[] = [];
	for (const [gpio, indices] of edgesByTrack(selection)) {
		const track = trackOf(document, gpio);
		if (track === undefined) continue;
		for (const index of new Set([...indices].map((value) => value & ~1).sort((a, b) => a - b))) {
			const pulse = pulseFrom(track, document.length, index);
			if (pulse !== undefined) pulses.push({ gpio, ...pulse });
		}
	}
	return pulses;
}

/** Selects whole pulses. */
export function selectPulses(pulses: readonly PulseRef[]): WaveSelection {
	return pulses.flatMap(edgesOfPulse);
}

/** Selects every pulse that a box of time and tracks touches. */
export function selectInBox(
	document: WaveDocument,
	gpios: readonly number[],
	from: number,
	to: number,
): WaveSelection {
	const found: PulseRef[] = [];
	for (const gpio of gpios) {
		const track = trackOf(document, gpio);
		if (track === undefined) continue;
		for (const pulse of pulsesOf(track, document.length))
			if (pulse.start <= to && pulse.end >= from) found.push({ gpio, ...pulse });
	}
	return selectPulses(found);
}

/** True when the edge is among the selected ones. */
export function isSelected(selection: WaveSelection, ref: EdgeRef): boolean {
	return selection.some((edge) => edge.gpio === ref.gpio && edge.index === ref.index);
}

/** Adds edges that were not selected, or takes them away when all of them were. */
export function toggleSelection(selection: WaveSelection, refs: WaveSelection): WaveSelection {
	const those = edgesByTrack(refs);
	const rest = selection.filter(({ gpio, index }) => those.get(gpio)?.has(index) !== true);
	return rest.length === selection.length - refs.length ? rest : [...rest, ...refs];
}

/** Adds edges to a selection, each once. */
export function addToSelection(selection: WaveSelection, refs: WaveSelection): WaveSelection {
	const those = edgesByTrack(selection);
	const others = refs.filter(({ gpio, index }) => those.get(gpio)?.has(index) !== true);
	return others.length === 0 ? selection : [...selection, ...others];
}

/** Drops edges that a document no longer has. */
export function pruneSelection(document: WaveDocument, selection: WaveSelection): WaveSelection {
	const kept = selection.filter((ref) => timeOfEdge(document, ref) !== undefined);
	return kept.length === selection.length ? selection : kept;
}

/** Groups selected edges by GPIO. */
export function edgesByTrack(selection: WaveSelection): Map<number, Set<number>> {
	const groups = new Map<number, Set<number>>();
	for (const { gpio, index } of selection) {
		const group = groups.get(gpio);
		if (group === undefined) groups.set(gpio, new Set([index]));
		else group.add(index);
	}
	return groups;
}
