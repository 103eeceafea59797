import type { BlockAnchor, LogEntry } from "@gpioscope/protocol";

/** Room before and after, ms: the clocks of log and capture agree to some milliseconds, and a command takes its way. */
const ROOM_MS = 20;

/** What there is to know of a capture: where it begins, µs, and one moment of it by the clock. */
interface CaptureClock {
	readonly firstTime: number;
	readonly anchor: BlockAnchor | undefined;
}

/** When in the capture, µs, the commands of these entries, oldest first, were carried out; or why that is not to be seen. */
export function logStretch(
	entries: readonly Pick<LogEntry, "at" | "milliseconds">[],
	{ firstTime, anchor }: CaptureClock,
): { readonly from: number; readonly to: number } | { readonly problem: string } {
	const [first, last] = [entries[0], entries.at(-1)];
	if (first === undefined || last === undefined) return { problem: "Nothing is selected." };
	if (anchor === undefined) return { problem: "It is not known yet when the capture began by the clock." };
	const timeOf = (wall: number): number => anchor.time + (wall - anchor.wall) * 1000;
	const stretch = { from: timeOf(first.at - ROOM_MS), to: timeOf(last.at + last.milliseconds + ROOM_MS) };
	return stretch.to < firstTime ? { problem: "The capture does not reach back to it any more." } : stretch;
}
