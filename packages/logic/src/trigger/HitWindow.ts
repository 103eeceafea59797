import type { TriggerAction } from "@gpioscope/protocol";
import type { Capture } from "../capture/Capture.ts";
import { changeTime } from "../capture/changeTime.ts";

/** One hit of a trigger. */
export interface Hit {
	/** In ticks. */
	readonly time: number;
	/** How many changes the capture had had then, the one of the hit included. */
	readonly position: number;
}

/**
 * What is to be captured around a hit: changes `first` to `last`, counted from 1 since the capture began, or times.
 * As in piscope the part after the hit is rounded down to whole changes.
 */
export type HitWindow =
	| { readonly unit: "changes"; readonly first: number; readonly last: number; readonly hit: number }
	| { readonly unit: "time"; readonly from: number; readonly to: number };

/** Floating point must not make 29 of 100 · (1 − 0.7). */
const FUZZ = 1e-6;

export function windowOf(
	{ length, position }: Extract<TriggerAction, { length: unknown }>,
	hit: Hit,
	ticksPerMicro: number,
): HitWindow {
	if (length.unit === "time") {
		const ticks = length.micros * ticksPerMicro;
		const after = Math.round(ticks * (1 - position));
		return { unit: "time", from: hit.time - Math.round(ticks - after), to: hit.time + after };
	}
	const after = Math.floor(length.count * (1 - position) + FUZZ);
	const first = hit.position - (length.count - after);
	return { unit: "changes", first, last: hit.position + after, hit: hit.time };
}

/** Whether all of it is captured. */
export function isCaptured(window: HitWindow, { dropped, changes, endTime }: Capture): boolean {
	return window.unit === "changes" ? dropped + changes >= window.last : endTime >= window.to;
}

/** Whether a hit comes after all of it. */
export function isBehind(hit: Hit, window: HitWindow): boolean {
	return window.unit === "changes" ? hit.position > window.last : hit.time > window.to;
}

/** Where it begins and ends, in ticks, as far as it is (still) captured. */
export function extentOf(
	window: HitWindow,
	capture: Capture,
): { readonly from: number; readonly to: number } {
	const { firstTime, endTime } = capture;
	if (window.unit === "time")
		return { from: Math.max(firstTime, window.from), to: Math.min(endTime, window.to) };
	const { first, last, hit } = window;
	// Without a change before it, or after it, the hit itself is the end of the window: it may lie between changes.
	const from = first < last ? (changeTime(capture, first) ?? firstTime) : hit;
	return { from: Math.min(from, hit), to: Math.max(changeTime(capture, last) ?? hit, hit) };
}
