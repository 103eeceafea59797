/** The stretch of capture time on screen, in microseconds. Plain data: the same view may be shown at any width. */
export interface TimeView {
	/** Capture time at the left edge, µs. */
	readonly from: number;
	/** Capture time at the right edge, µs; always greater than `from`. */
	readonly to: number;
}

/** Finest zoom, ticks of the capture's clock per CSS pixel. */
export const FINEST_ZOOM = 0.01;
/** Coarsest zoom, µs per CSS pixel (an hour). */
export const COARSEST_ZOOM = 3600e6;
/** Factor of one wheel notch or one zoom step. */
export const ZOOM_NOTCH = 1.25;
/** CSS pixels of one division when a time per division is asked for. */
export const DIVISION_PIXELS = 40;

export function spanOf(view: TimeView): number {
	return view.to - view.from;
}

/** µs per CSS pixel of a view shown `width` pixels wide. */
export function scaleOf(view: TimeView, width: number): number {
	return spanOf(view) / Math.max(1, width);
}

/** Capture time under CSS pixel `x`. */
export function timeAt(view: TimeView, width: number, x: number): number {
	return view.from + (x / Math.max(1, width)) * spanOf(view);
}

/** CSS pixel (fractional, may lie outside the plot) of a capture time. */
export function pixelAt(view: TimeView, width: number, time: number): number {
	return ((time - view.from) / spanOf(view)) * width;
}

/** The span nearest to `span` that the zoom limits allow at this width; `tick` is the µs of a tick of the capture. */
export function limitSpan(span: number, width: number, tick = 1): number {
	const pixels = Math.max(1, width);
	return Math.min(Math.max(span, FINEST_ZOOM * tick * pixels), COARSEST_ZOOM * pixels);
}

/** Zooms to a span with the right edge fixed, as a view that follows live does. */
export function zoomAtRight(view: TimeView, width: number, factor: number, tick = 1): TimeView {
	const span = limitSpan(spanOf(view) * factor, width, tick);
	return { from: view.to - span, to: view.to };
}

/** Moves the view by a number of CSS pixels; positive shows later time. */
export function panBy(view: TimeView, width: number, pixels: number): TimeView {
	const shift = pixels * scaleOf(view, width);
	return { from: view.from + shift, to: view.to + shift };
}

/** The view of the same span with `time` at the given share of its width (0 left, 0.5 centre, 1 right). */
export function viewWith(view: TimeView, time: number, share = 0.5): TimeView {
	const span = spanOf(view);
	const from = time - share * span;
	return { from, to: from + span };
}

/** Shows a whole stretch with `margin` of its length free at each side; an empty stretch gets the finest zoom. */
export function fit(from: number, to: number, width: number, margin = 0.02): TimeView {
	const length = Math.max(0, to - from);
	const span = limitSpan(length * (1 + 2 * margin), width);
	const centre = (from + to) / 2;
	return { from: centre - span / 2, to: centre + span / 2 };
}

/** Keeps at least a tenth of the view over the capture, so that one cannot get lost in empty time. */
export function holdNear(view: TimeView, firstTime: number, lastTime: number): TimeView {
	const span = spanOf(view);
	const reach = span * 0.9;
	if (view.from < firstTime - reach) return { from: firstTime - reach, to: firstTime - reach + span };
	if (view.to > lastTime + reach) return { from: lastTime + reach - span, to: lastTime + reach };
	return view;
}
