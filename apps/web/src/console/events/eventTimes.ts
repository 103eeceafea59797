import { formatSpan, formatTime } from "@gpioscope/logic";
import type { BlockAnchor } from "@gpioscope/protocol";

/** When an event came: by the clock where it is known (`14:29:07.123 456`), else since the capture began. */
export function cameText(time: number, anchor: BlockAnchor | undefined, origin: number): string {
	if (anchor === undefined) return formatTime(time - origin);
	const micros = anchor.wall * 1000 + (time - anchor.time);
	const date = new Date(micros / 1000);
	const fraction = Math.floor(((micros % 1e6) + 1e6) % 1e6);
	const digits = String(fraction).padStart(6, "0");
	return `${date.toLocaleTimeString("en-GB")}.${digits.slice(0, 3)} ${digits.slice(3)}`;
}

/** Shown before and after an event, µs. */
const AROUND = 10_000;

/** What of the capture shows an event and what went with it. */
export function aroundEvent(time: number): { readonly from: number; readonly to: number } {
	return { from: time - AROUND, to: time + AROUND };
}

/** How long after the one before it: `+1.203 s`. */
export function sinceText(time: number, before: number | undefined): string {
	return before === undefined ? "–" : `+${formatSpan(time - before)}`;
}
