import { edgesUntil, levelAt, type WaveLevel, type WaveTrack } from "@gpioscope/logic";
import type { WaveViewport } from "../model/viewport.ts";

/** A piece of a track as it is drawn: a level, or changes too close to tell apart. Pixels, from left to right. */
export interface TrackRun {
	readonly from: number;
	readonly to: number;
	readonly level: WaveLevel | "dense";
}

/** Changes nearer than this, px, … */
const denseDistance = 3;
/** … and at least this many of them in a row make an activity block. */
const denseCount = 4;

/** Cuts what a plot of the given width shows of a track into runs. */
export function trackRuns(track: WaveTrack, view: WaveViewport, width: number): TrackRun[] {
	const end = view.from + view.scale * width;
	const first = edgesUntil(track.edges, view.from);
	const last = edgesUntil(track.edges, end);
	const runs: TrackRun[] = [];
	let level: WaveLevel = levelAt(track, view.from);
	let x = 0;
	for (let index = first; index < last; ) {
		const at = pixelOf(track, index, view);
		const stop = denseUntil(track, index, last, view);
		if (stop - index >= denseCount) {
			const until = pixelOf(track, stop - 1, view);
			runs.push({ from: x, to: at, level }, { from: at, to: until, level: "dense" });
			if ((stop - index) % 2 === 1) level = level === 0 ? 1 : 0;
			x = until;
			index = stop;
		} else {
			runs.push({ from: x, to: at, level });
			level = level === 0 ? 1 : 0;
			x = at;
			index++;
		}
	}
	runs.push({ from: x, to: width, level });
	return runs;
}

function denseUntil(track: WaveTrack, index: number, last: number, view: WaveViewport): number {
	const reach = denseDistance * view.scale;
	let next = index + 1;
	while (next < last && (track.edges[next] ?? 0) - (track.edges[next - 1] ?? 0) < reach) next++;
	return next;
}

const pixelOf = (track: WaveTrack, index: number, view: WaveViewport) =>
	((track.edges[index] ?? 0) - view.from) / view.scale;
