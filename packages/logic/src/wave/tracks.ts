import { clampLength, trackOf, type WaveDocument, type WaveTrack, withTrack } from "./document.ts";
import { edgesUntil, levelAfterEdges, levelAt } from "./track.ts";

/** Adds a track without pulses at the end, low. A GPIO that has a track already gets no second one. */
export function insertTrack(document: WaveDocument, gpio: number, name?: string): WaveDocument {
	if (trackOf(document, gpio) !== undefined) return document;
	const track: WaveTrack = { gpio, initial: 0, edges: [], ...(name === undefined ? {} : { name }) };
	return { ...document, tracks: [...document.tracks, track] };
}

/** Removes a GPIO's track. */
export function removeTrack(document: WaveDocument, gpio: number): WaveDocument {
	return { ...document, tracks: document.tracks.filter((track) => track.gpio !== gpio) };
}

/** Puts a track at another place, counted from 0. */
export function moveTrack(document: WaveDocument, gpio: number, place: number): WaveDocument {
	const track = trackOf(document, gpio);
	if (track === undefined) return document;
	const others = document.tracks.filter((other) => other !== track);
	return { ...document, tracks: [...others.slice(0, place), track, ...others.slice(place)] };
}

/** Gives a track another GPIO, unless that one has a track already. */
export function changeGpio(document: WaveDocument, gpio: number, to: number): WaveDocument {
	if (trackOf(document, to) !== undefined) return document;
	return withTrack(document, gpio, ({ name: _, ...track }) => ({ ...track, gpio: to }));
}

/** Inverts a track: what was high is low. Its edges stay where they are. */
export function invertTrack(document: WaveDocument, gpio: number): WaveDocument {
	return withTrack(document, gpio, (track) => ({ ...track, initial: track.initial === 0 ? 1 : 0 }));
}

/** Names the document. */
export function renameDocument(document: WaveDocument, name: string): WaveDocument {
	return { ...document, name };
}

/**
 * Sets the document's length in microseconds. Edges beyond it are dropped; a pulse that the new end cuts ends there.
 */
export function setLength(document: WaveDocument, length: number): WaveDocument {
	const end = clampLength(length);
	if (end >= document.length) return { ...document, length: end };
	return { ...document, length: end, tracks: document.tracks.map((track) => cutAt(track, end)) };
}

/** Inserts time at a place: everything at or after it moves later. Levels there are stretched. */
export function insertTime(document: WaveDocument, at: number, amount: number): WaveDocument {
	const length = clampLength(document.length + Math.max(0, Math.round(amount)));
	const by = length - document.length;
	const tracks = document.tracks.map((track) => ({
		...track,
		edges: track.edges.map((time) => (time >= at ? time + by : time)),
	}));
	return { ...document, length, tracks };
}

/** Takes the time from `from` to `to` out of the document; later edges move earlier. */
export function removeTime(document: WaveDocument, from: number, to: number): WaveDocument {
	const start = Math.max(0, Math.round(from));
	const end = Math.min(document.length, Math.round(to));
	const by = end - start;
	if (by <= 0 || by >= document.length) return document;
	const tracks = document.tracks.map((track) => {
		const before = track.edges.slice(0, edgesUntil(track.edges, start - 1));
		const after = track.edges.slice(edgesUntil(track.edges, end)).map((time) => time - by);
		const meets = levelAfterEdges(track, before.length) === levelAt(track, end);
		return { ...track, edges: meets ? [...before, ...after] : [...before, start, ...after] };
	});
	return { ...document, length: document.length - by, tracks };
}

function cutAt(track: WaveTrack, end: number): WaveTrack {
	const last = levelAfterEdges(track, track.edges.length);
	const kept = { ...track, edges: track.edges.slice(0, edgesUntil(track.edges, end)) };
	const isCut = kept.edges.length < track.edges.length && levelAfterEdges(kept, kept.edges.length) !== last;
	if (!isCut) return kept;
	return kept.edges.at(-1) === end
		? { ...kept, edges: kept.edges.slice(0, -1) }
		: { ...kept, edges: [...kept.edges, end] };
}

/** Sets the level of rest without changing what a track does from time 0 on. */
export function setRestLevel(document: WaveDocument, gpio: number, level: 0 | 1): WaveDocument {
	return withTrack(document, gpio, (track) => {
		if (track.initial === level) return track;
		const edges = track.edges[0] === 0 ? track.edges.slice(1) : [0, ...track.edges];
		return { ...track, initial: level, edges };
	});
}
