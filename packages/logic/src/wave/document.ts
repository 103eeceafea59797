/** 0 is low, 1 is high. */
export type WaveLevel = 0 | 1;

/**
 * One GPIO of a waveform. Levels toggle at every edge, so a track is its level before time 0 and a list of times.
 * An edge may lie at 0 (the wave starts with a change) and at the document's length (the change with which it ends).
 */
export interface WaveTrack {
	/** Broadcom number, 0 to 31, at most one track each. */
	readonly gpio: number;
	/** What the line is called in this document, where it differs from its name on this Pi. */
	readonly name?: string;
	/** Place in the trace palette, 1 to 8; undefined takes the track's place in the list. */
	readonly colour?: number;
	/** The level before time 0, which is also the level between pulses. */
	readonly initial: WaveLevel;
	/** Whole microseconds, strictly ascending, from 0 to the document's length. */
	readonly edges: readonly number[];
}

/**
 * A waveform as a person draws it: tracks on one time axis. Immutable; every operation returns a new document that
 * shares the tracks it did not touch. Edges are always plain here: something that stays editable (a UART text, a
 * clock) is to be kept beside the track and rendered into its edges, so that compiling, snapping and drawing need
 * not know of it.
 */
export interface WaveDocument {
	readonly id: string;
	readonly name: string;
	/** Microseconds, 1 to maxLength. */
	readonly length: number;
	readonly tracks: readonly WaveTrack[];
}

/** pigpiod refuses waves of more than 30 minutes (PI_WAVE_MAX_MICROS). */
export const maxLength = 1_800_000_000;

/** Returns a document without tracks. `length` is in microseconds. */
export function createDocument(id: string, name: string, length: number): WaveDocument {
	return { id, name, length: clampLength(length), tracks: [] };
}

/** Rounds a length to whole microseconds within what a wave can have. */
export function clampLength(length: number): number {
	return Math.min(maxLength, Math.max(1, Math.round(length)));
}

/** Returns the track of a GPIO, or undefined when the document has none for it. */
export function trackOf(document: WaveDocument, gpio: number): WaveTrack | undefined {
	return document.tracks.find((track) => track.gpio === gpio);
}

/** Returns the document with one track replaced by what `change` makes of it. Unknown GPIOs change nothing. */
export function withTrack(
	document: WaveDocument,
	gpio: number,
	change: (track: WaveTrack) => WaveTrack,
): WaveDocument {
	let touched = false;
	const tracks = document.tracks.map((track) => {
		if (track.gpio !== gpio) return track;
		const next = change(track);
		touched ||= next !== track;
		return next;
	});
	return touched ? { ...document, tracks } : document;
}
