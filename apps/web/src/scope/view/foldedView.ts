import { scaleFor, type TimeMap } from "./TimeMap.ts";
import type { TimeMaps } from "./TimeMaps.ts";
import { limitSpan, spanOf, type TimeView } from "./timeView.ts";

/** What of the axis is on screen, and where capture times lie on it. */
export interface FoldedView {
	readonly map: TimeMap;
	/** Places on the axis of the left and the right edge, µs. */
	readonly axis: TimeView;
	/** Capture times of both, µs. */
	readonly view: TimeView;
}

/** Where a view is shown: how wide, and by which clock. */
export interface Screen {
	/** CSS pixels. */
	readonly width: number;
	/** µs of a tick of the capture. */
	readonly tick: number;
	/** What is collapsed. */
	readonly maps: TimeMaps;
}

/** A stretch of the axis of a map. */
export function foldedView(map: TimeMap, axis: TimeView): FoldedView {
	return {
		map,
		axis,
		view: map.isStraight ? axis : { from: map.timeOf(axis.from), to: map.timeOf(axis.to) },
	};
}

/** The view of so many µs of the axis in which a capture time lies at a share of the width (0 left, 1 right). */
export function viewAround(screen: Screen, span: number, time: number, share: number): FoldedView {
	const limited = limitSpan(span, screen.width, screen.tick);
	const map = screen.maps.at(limited / Math.max(1, screen.width));
	const from = map.axisOf(time) - share * limited;
	return foldedView(map, { from, to: from + limited });
}

/**
 * A stretch of capture time from one edge to the other, as far as the zoom limits allow; else it lies in the middle.
 * What is part of one break stays narrow at any scale: the answer shows it in the middle at the scale given.
 *
 * @param margin free at each side, as a share of the length of what is shown.
 * @param spare µs of the axis to show then.
 */
export function viewOf(screen: Screen, { from, to }: TimeView, spare: number, margin = 0): FoldedView {
	const pixels = Math.max(1, screen.width) / (1 + 2 * margin);
	const scale = scaleFor(screen.maps.breaks, from, to, pixels);
	const span = scale === undefined ? spare : scale * Math.max(1, screen.width);
	const limited = limitSpan(span, screen.width, screen.tick);
	const map = screen.maps.at(limited / Math.max(1, screen.width));
	const centre = (map.axisOf(from) + map.axisOf(to)) / 2;
	return foldedView(map, { from: centre - limited / 2, to: centre + limited / 2 });
}

/** Zooms by a factor (below 1 goes in) while a capture time keeps its pixel. */
export function zoomAt(screen: Screen, { map, axis }: FoldedView, time: number, factor: number): FoldedView {
	const share = (map.axisOf(time) - axis.from) / spanOf(axis);
	return viewAround(screen, spanOf(axis) * factor, time, share);
}

/** The two capture times stay under the two fingers (CSS pixels), as far as that can be. */
export function pinchTo(
	screen: Screen,
	first: { readonly time: number; readonly x: number },
	second: { readonly time: number; readonly x: number },
): FoldedView | undefined {
	const distance = second.x - first.x;
	const between = second.time - first.time;
	// Fingers that crossed or lie on one another say nothing about a scale.
	if (distance === 0 || between / distance <= 0) return undefined;
	const [left, right] = distance > 0 ? [first, second] : [second, first];
	const scale = scaleFor(screen.maps.breaks, left.time, right.time, Math.abs(distance));
	if (scale === undefined) return undefined;
	const span = limitSpan(scale * screen.width, screen.width, screen.tick);
	const map = screen.maps.at(span / Math.max(1, screen.width));
	const middle = (first.x + second.x) / 2;
	const from = (map.axisOf(first.time) + map.axisOf(second.time)) / 2 - (middle / screen.width) * span;
	return foldedView(map, { from, to: from + span });
}
