import { maxLength } from "@gpioscope/logic";

/** What part of the document the plot shows. */
export interface WaveViewport {
	/** Microseconds at the plot's left edge; below 0 shows the place before the wave. */
	readonly from: number;
	/** Microseconds of one pixel. */
	readonly scale: number;
}

const finest = 0.02;
const coarsest = maxLength / 100;

/** Shows the whole document with a little room on both sides. */
export function fitLength(length: number, width: number): WaveViewport {
	const scale = limitScale((length * 1.09) / Math.max(1, width));
	return { from: -length * 0.025, scale };
}

/** Shows a stretch of time in the middle half of the plot. */
export function fitStretch(from: number, to: number, width: number): WaveViewport {
	const scale = limitScale(((to - from) * 2) / Math.max(1, width));
	return { from: (from + to) / 2 - (scale * width) / 2, scale };
}

/** Zooms so that the time at pixel `x` stays where it is. A factor above 1 shows more time. */
export function zoomAt(view: WaveViewport, x: number, factor: number): WaveViewport {
	const scale = limitScale(view.scale * factor);
	return { from: view.from + x * (view.scale - scale), scale };
}

/** Moves the view by pixels, but never so far that the document is out of sight. */
export function panBy(view: WaveViewport, pixels: number, length: number, width: number): WaveViewport {
	const span = view.scale * width;
	const from = view.from + pixels * view.scale;
	return { ...view, from: Math.min(length - span * 0.1, Math.max(-span * 0.9, from)) };
}

/** The pixel of a time. */
export const toPixel = (view: WaveViewport, time: number): number => (time - view.from) / view.scale;

/** The time at a pixel. */
export const toTime = (view: WaveViewport, x: number): number => view.from + x * view.scale;

function limitScale(scale: number): number {
	return Math.min(coarsest, Math.max(finest, scale));
}
