import type { WaveLevel, WaveTrack } from "./document.ts";

/** A stretch in which a track is not at its level of rest. */
export interface TrackPulse {
	/** Index of the edge that begins it; always even. */
	readonly index: number;
	/** Microseconds. */
	readonly start: number;
	/** Microseconds; the document's length when the pulse has no closing edge. */
	readonly end: number;
	/** True when no edge closes it: the line keeps its level after the wave. */
	readonly isOpen: boolean;
}

/** Counts the edges at or before a time. */
export function edgesUntil(edges: readonly number[], time: number): number {
	let low = 0;
	let high = edges.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((edges[middle] ?? 0) <= time) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Returns the level just after the given number of edges. */
export function levelAfterEdges(track: WaveTrack, count: number): WaveLevel {
	return ((track.initial ^ (count & 1)) === 1 ? 1 : 0) satisfies WaveLevel;
}

/** Returns the level of a track at a time; an edge at that very time counts. */
export function levelAt(track: WaveTrack, time: number): WaveLevel {
	return levelAfterEdges(track, edgesUntil(track.edges, time));
}

/** Lists a track's pulses in order of time. */
export function pulsesOf(track: WaveTrack, length: number): TrackPulse[] {
	const pulses: TrackPulse[] = [];
	for (let index = 0; index < track.edges.length; index += 2) {
		const pulse = pulseFrom(track, length, index);
		if (pulse !== undefined) pulses.push(pulse);
	}
	return pulses;
}

/** Returns the pulse to which an edge belongs, or undefined for an index beyond the track's edges. */
export function pulseFrom(track: WaveTrack, length: number, edgeIndex: number): TrackPulse | undefined {
	const index = edgeIndex & ~1;
	const start = track.edges[index];
	if (start === undefined) return undefined;
	const end = track.edges[index + 1];
	return { index, start, end: end ?? length, isOpen: end === undefined };
}

/** Returns the pulse that covers a time, or undefined where the track is at rest. */
export function pulseAtTime(track: WaveTrack, length: number, time: number): TrackPulse | undefined {
	const count = edgesUntil(track.edges, time);
	return (count & 1) === 1 ? pulseFrom(track, length, count - 1) : undefined;
}

/**
 * Returns the track at the given level from `from` (inclusive) to `to` (exclusive), otherwise as it was. Everything
 * that draws, cuts or erases is made of this. The caller keeps both times whole and within the document.
 */
export function paint(track: WaveTrack, from: number, to: number, level: WaveLevel): WaveTrack {
	if (!(from < to)) return track;
	const before = edgesUntil(track.edges, from - 1);
	const after = edgesUntil(track.edges, to);
	const middle: number[] = [];
	if (levelAfterEdges(track, before) !== level) middle.push(from);
	if (levelAfterEdges(track, after) !== level) middle.push(to);
	return { ...track, edges: [...track.edges.slice(0, before), ...middle, ...track.edges.slice(after)] };
}
