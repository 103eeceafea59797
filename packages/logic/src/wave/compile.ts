import type { WaveDocument, WaveTrack } from "./document.ts";
import { defaultLimits, type WaveLimits } from "./limits.ts";
import { levelAt } from "./track.ts";

/** One step of a wave, as WVAG takes it: lines set, lines cleared, then a wait. */
export interface WavePulse {
	/** Mask of GPIOs to set high, an unsigned word. */
	readonly on: number;
	/** Mask of GPIOs to set low, an unsigned word. */
	readonly off: number;
	/** Microseconds until the next pulse. */
	readonly delay: number;
}

/** What a wave takes of the daemon. */
export interface WaveCounts {
	readonly pulses: number;
	/** As WVSC counts them. WVCRE takes one more, for the delay with which a wave begins. */
	readonly controlBlocks: number;
	/** Output words. */
	readonly words: number;
	/** Microseconds. */
	readonly micros: number;
}

/** A document made ready to send. */
export interface CompiledWave {
	readonly pulses: readonly WavePulse[];
	readonly counts: WaveCounts;
}

/** How the wave will be sent. */
export interface CompileOptions {
	/** Leaves out changes at the very end, which the next round would undo at once. */
	readonly isRepeated?: boolean;
	readonly limits?: WaveLimits;
}

/**
 * Compiles a document to the fewest pulses that play it: one for time 0, which sets every track to its level, one
 * for each later time at which something changes. Changes of several tracks at one time share a pulse; the last
 * delay reaches to the document's end.
 */
export function compileWave(document: WaveDocument, options: CompileOptions = {}): CompiledWave {
	const changes = changesOf(document, options.isRepeated === true);
	const pulses: WavePulse[] = [];
	if (document.tracks.length > 0) {
		for (let index = 0; index < changes.length; index++) {
			const change = changes[index];
			if (change === undefined) continue;
			const next = changes[index + 1]?.time ?? document.length;
			pulses.push({ on: change.on >>> 0, off: change.off >>> 0, delay: next - change.time });
		}
	}
	return { pulses, counts: countPulses(pulses, options.limits) };
}

/** Counts what pulses take, as pigpiod does it. */
export function countPulses(pulses: readonly WavePulse[], limits: WaveLimits = defaultLimits): WaveCounts {
	let controlBlocks = 0;
	let words = 0;
	let micros = 0;
	for (const { on, off, delay } of pulses) {
		if (on !== 0 || off !== 0) controlBlocks++;
		if (on !== 0) words++;
		if (off !== 0) words++;
		controlBlocks += Math.ceil(delay / limits.blockDelay);
		micros += delay;
	}
	return { pulses: pulses.length, controlBlocks, words, micros };
}

interface Change {
	readonly time: number;
	on: number;
	off: number;
}

/** Where one track has been read up to. */
interface Reader {
	readonly track: WaveTrack;
	next: number;
	level: 0 | 1;
}

/** Merges the edges of all tracks, each in order of time already. */
function changesOf(document: WaveDocument, isRepeated: boolean): Change[] {
	const start: Change = { time: 0, on: 0, off: 0 };
	const changes = [start];
	const readers = document.tracks.map((track): Reader => {
		const level = levelAt(track, 0);
		setLevel(start, track, level);
		return { track, level, next: track.edges[0] === 0 ? 1 : 0 };
	});
	for (;;) {
		let time = Number.POSITIVE_INFINITY;
		for (const { track, next } of readers) time = Math.min(time, track.edges[next] ?? time);
		if (time === Number.POSITIVE_INFINITY || (isRepeated && time === document.length)) return changes;
		const change: Change = { time, on: 0, off: 0 };
		for (const reader of readers) {
			if (reader.track.edges[reader.next] !== time) continue;
			reader.next++;
			reader.level = reader.level === 0 ? 1 : 0;
			setLevel(change, reader.track, reader.level);
		}
		changes.push(change);
	}
}

function setLevel(change: Change, track: WaveTrack, level: 0 | 1): void {
	if (level === 1) change.on |= 1 << track.gpio;
	else change.off |= 1 << track.gpio;
}
