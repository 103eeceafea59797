import { decodeText, encodeText } from "@gpioscope/protocol";
import type { Capture } from "../../capture/Capture.ts";
import { runsOf } from "../../capture/runs.ts";

/** From a time on, ticks after the beginning: which channels are known, and at which level these are. */
export type Step = readonly [time: number, known: number, level: number];

/**
 * All that a capture says of some channels, in the form that is the same for captures with the same content: of several
 * steps at one time the last.
 */
export function contentOf(capture: Capture, channels = 0xffff_ffff): Step[] {
	const steps: Step[] = [];
	const add = (time: number, known: number, level: number) => {
		const step: Step = [time - capture.firstTime, (known & channels) >>> 0, (level & known & channels) >>> 0];
		if (steps.at(-1)?.[0] === step[0]) steps.pop();
		const [, lastKnown, lastLevel] = steps.at(-1) ?? [];
		if (step[1] !== lastKnown || step[2] !== lastLevel) steps.push(step);
	};
	for (const { from, begins, known, level, correction, chunk, first, last } of runsOf(capture)) {
		if (begins) add(from, known, level);
		for (let at = first; at < last; at++)
			add(chunk?.timeAt(at) ?? 0, known, (chunk?.levels[at] ?? 0) ^ correction);
	}
	return steps;
}

/** How many edges of known lines the channels have together. */
export function countEdges(capture: Capture, channels = 0xffff_ffff): number {
	let count = 0;
	for (const { known, level, correction, chunk, first, last } of runsOf(capture)) {
		let before = level;
		for (let at = first; at < last; at++) {
			const after = (chunk?.levels[at] ?? 0) ^ correction;
			for (let rest = (before ^ after) & known & channels; rest !== 0; rest &= rest - 1) count++;
			before = after;
		}
	}
	return count;
}

/** The bytes of a file. */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array {
	const list = [...pieces];
	const all = new Uint8Array(list.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of list) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}

export function asText(pieces: Iterable<Uint8Array>): string {
	return decodeText(joined(pieces));
}

export const fromText = encodeText;
