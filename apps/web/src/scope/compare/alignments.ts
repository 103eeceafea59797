import type { CaptureSource } from "../../bridge/index.ts";

/** What of a capture can be laid on the same of another. Times in µs of that capture. */
export interface Landmarks {
	readonly source: CaptureSource;
	readonly firstTime: number;
	/** One moment on both clocks: capture time, and ms since 1970. */
	readonly anchor: { readonly time: number; readonly wall: number } | undefined;
	readonly gold: number | undefined;
	readonly named: readonly { readonly number: number; readonly name: string; readonly time: number }[];
}

/** One way to lay a capture on another. */
export interface Alignment {
	readonly id: string;
	readonly label: string;
	/** µs to add to a time of the other capture to get the time here that it is laid on. */
	readonly shift: number;
}

/** All ways that both captures allow; the likeliest first. */
export function alignmentsOf(here: Landmarks, other: Landmarks): readonly Alignment[] {
	const ways: Alignment[] = [];
	const add = (id: string, label: string, a: number | undefined, b: number | undefined): void => {
		if (a !== undefined && b !== undefined) ways.push({ id, label, shift: a - b });
	};
	add("trigger", "Trigger", triggerOf(here), triggerOf(other));
	add("gold", "Gold", here.gold, other.gold);
	for (const marker of here.named) {
		const name = marker.name.trim();
		const same = other.named.find((one) =>
			name === "" ? one.number === marker.number : one.name.trim() === name,
		);
		add(`marker ${marker.number}`, name || `Marker ${marker.number}`, marker.time, same?.time);
	}
	add("start", "Start", here.firstTime, other.firstTime);
	add("clock", "Wall clock", clockZero(here), clockZero(other));
	return ways;
}

function triggerOf({ source }: Landmarks): number | undefined {
	return source.kind === "segment" ? source.hitTime : undefined;
}

/** Capture time at which the clock stood at 1970; far away, but differences of two are exact enough. */
function clockZero({ anchor }: Landmarks): number | undefined {
	return anchor && anchor.time - anchor.wall * 1000;
}
