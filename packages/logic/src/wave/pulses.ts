import { clampLength, trackOf, type WaveDocument, type WaveLevel, withTrack } from "./document.ts";
import {
	edgesOfPulse,
	type PulseRef,
	selectedPulses,
	selectPulses,
	type WaveSelection,
} from "./selection.ts";
import { levelAt, paint, pulseAtTime } from "./track.ts";

/** A changed document with what is to be selected in it. */
export interface Edited {
	readonly document: WaveDocument;
	readonly selection: WaveSelection;
}

/** Sets a track to a level between two times, clipped to the document. */
export function paintLevel(
	document: WaveDocument,
	gpio: number,
	from: number,
	to: number,
	level: WaveLevel,
): WaveDocument {
	const [start, end] = inside(document, from, to);
	return withTrack(document, gpio, (track) => paint(track, start, end, level));
}

/** Adds a pulse, away from the track's level of rest. Pulses it touches become one with it. */
export function addPulse(document: WaveDocument, gpio: number, from: number, to: number): Edited {
	const [start, end] = inside(document, from, to);
	const changed = withTrack(document, gpio, (track) => paint(track, start, end, track.initial === 0 ? 1 : 0));
	const track = trackOf(changed, gpio);
	const pulse = track === undefined ? undefined : pulseAtTime(track, changed.length, start);
	return { document: changed, selection: pulse === undefined ? [] : edgesOfPulse({ gpio, ...pulse }) };
}

/** Deletes every pulse of which an edge is selected. */
export function deletePulses(document: WaveDocument, selection: WaveSelection): WaveDocument {
	const doomed = new Map<number, Set<number>>();
	for (const pulse of selectedPulses(document, selection)) {
		const indices = doomed.get(pulse.gpio) ?? new Set<number>();
		doomed.set(pulse.gpio, indices.add(pulse.index).add(pulse.index + 1));
	}
	let changed = document;
	for (const [gpio, indices] of doomed)
		changed = withTrack(changed, gpio, (track) => ({
			...track,
			edges: track.edges.filter((_, index) => !indices.has(index)),
		}));
	return changed;
}

/** Opens a gap of the given width in the pulse that covers a time. A pulse narrower than gap + 2 µs stays whole. */
export function splitPulse(document: WaveDocument, gpio: number, time: number, gap: number): WaveDocument {
	return withTrack(document, gpio, (track) => {
		const pulse = pulseAtTime(track, document.length, time);
		const width = Math.max(1, Math.round(gap));
		if (pulse === undefined || pulse.end - pulse.start < width + 2) return track;
		const wanted = Math.round(time - width / 2);
		const from = Math.min(pulse.end - width - 1, Math.max(pulse.start + 1, wanted));
		return paint(track, from, from + width, track.initial);
	});
}

/**
 * Repeats the selected pulses so that they are there `count` times, one `period` apart, and lengthens the document
 * where needed. What the copies cover is replaced. `period` is at least the selection's width.
 */
export function repeatPulses(
	document: WaveDocument,
	selection: WaveSelection,
	count: number,
	period: number,
): WaveDocument {
	const pulses = selectedPulses(document, selection);
	const span = spanOf(pulses);
	if (span === undefined || count < 2) return document;
	const step = Math.max(span.to - span.from, Math.round(period));
	const end = span.to + (count - 1) * step;
	let changed = end > document.length ? { ...document, length: clampLength(end) } : document;
	for (const gpio of new Set(pulses.map((pulse) => pulse.gpio)))
		changed = withTrack(changed, gpio, (track) => {
			const rest = track.initial;
			const edges = pulses.filter((pulse) => pulse.gpio === gpio).flatMap((p) => [p.start, p.end]);
			let next = paint(track, span.from, Math.min(end, changed.length), rest);
			for (let round = 0; round < count; round++)
				for (let k = 0; k < edges.length; k += 2) {
					const from = (edges[k] ?? 0) + round * step;
					const to = Math.min(changed.length, (edges[k + 1] ?? 0) + round * step);
					next = paint(next, from, to, rest === 0 ? 1 : 0);
				}
			return next;
		});
	return changed;
}

/** Copies pulses to a later or earlier time on their tracks; what lies there is joined. */
export function copyPulses(document: WaveDocument, pulses: readonly PulseRef[], by: number): Edited {
	let changed = document;
	const placed: { gpio: number; time: number }[] = [];
	for (const pulse of pulses) {
		const added = addPulse(changed, pulse.gpio, pulse.start + by, pulse.end + by);
		changed = added.document;
		placed.push({ gpio: pulse.gpio, time: Math.max(0, Math.round(pulse.start + by)) });
	}
	const copies = placed.flatMap(({ gpio, time }) => {
		const track = trackOf(changed, gpio);
		const pulse = track === undefined ? undefined : pulseAtTime(track, changed.length, time);
		return pulse === undefined ? [] : [{ gpio, ...pulse }];
	});
	return { document: changed, selection: selectPulses(copies) };
}

/** From the first start to the last end of some pulses, in microseconds; undefined for none. */
export function spanOf(pulses: readonly PulseRef[]): { from: number; to: number } | undefined {
	if (pulses.length === 0) return undefined;
	let from = Number.POSITIVE_INFINITY;
	let to = 0;
	for (const pulse of pulses) {
		from = Math.min(from, pulse.start);
		to = Math.max(to, pulse.end);
	}
	return { from, to };
}

/** The level a track would be drawn to by a gesture that starts at a time: the opposite of what is there. */
export function oppositeAt(document: WaveDocument, gpio: number, time: number): WaveLevel {
	const track = trackOf(document, gpio);
	return track !== undefined && levelAt(track, time) === 1 ? 0 : 1;
}

function inside(document: WaveDocument, from: number, to: number): [number, number] {
	const clip = (time: number) => Math.min(document.length, Math.max(0, Math.round(time)));
	return [clip(Math.min(from, to)), clip(Math.max(from, to))];
}
