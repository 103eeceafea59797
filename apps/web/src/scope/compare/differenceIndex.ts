import type { Differences } from "@gpioscope/logic";

/** The differences of one channel, in time order; they do not overlap. µs. */
export interface ChannelDifferences {
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

/** Sorts differences by channel. */
export function differencesByChannel({
	channels,
	starts,
	ends,
}: Pick<Differences, "channels" | "starts" | "ends">): ReadonlyMap<number, ChannelDifferences> {
	const found = new Map<number, { starts: number[]; ends: number[] }>();
	channels.forEach((channel, at) => {
		const list = found.get(channel) ?? { starts: [], ends: [] };
		found.set(channel, list);
		list.starts.push(starts[at] ?? 0);
		list.ends.push(ends[at] ?? 0);
	});
	return found;
}

/** Pixels [from, to). */
interface PixelRun {
	readonly from: number;
	readonly to: number;
}

/** Pixels in which a channel differs, each pixel in at most one run. */
export function differingPixels(
	{ starts, ends }: ChannelDifferences,
	pixelOf: (time: number) => number,
	timeOf: (pixel: number) => number,
	width: number,
): readonly PixelRun[] {
	const runs: { from: number; to: number }[] = [];
	let at = firstAfter(ends, timeOf(0));
	while (at < starts.length) {
		const from = Math.max(0, Math.floor(pixelOf(starts[at] ?? 0)));
		if (from >= width) break;
		const to = Math.min(width, Math.max(from + 1, Math.ceil(pixelOf(ends[at] ?? 0))));
		const last = runs.at(-1);
		if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
		else runs.push({ from, to });
		// What ends within the same pixel adds nothing.
		at = Math.max(at + 1, firstAfter(ends, timeOf(to), at));
	}
	return runs;
}

/** Runs of several channels as those of all together: each pixel in at most one of them. */
export function joined(runs: readonly PixelRun[]): readonly PixelRun[] {
	const found: { from: number; to: number }[] = [];
	for (const { from, to } of runs.toSorted((a, b) => a.from - b.from)) {
		const last = found.at(-1);
		if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
		else found.push({ from, to });
	}
	return found;
}

/** Index of the first of ascending times that is later than one. */
function firstAfter(times: readonly number[], time: number, from = 0): number {
	let low = from;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((times[middle] ?? 0) > time) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** The difference that begins next after a time, or last before it, of any channel. */
export function differenceBeside(
	{ starts, channels }: Pick<Differences, "starts" | "channels">,
	time: number,
	direction: "next" | "previous",
): { readonly start: number; readonly channel: number } | undefined {
	let best: { start: number; channel: number } | undefined;
	for (let at = 0; at < starts.length; at++) {
		const start = starts[at] as number;
		const isBeyond = direction === "next" ? start > time : start < time;
		const isNearer = best === undefined || (direction === "next" ? start < best.start : start > best.start);
		if (isBeyond && isNearer) best = { start, channel: channels[at] as number };
	}
	return best;
}
