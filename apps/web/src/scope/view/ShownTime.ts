import { type FoldedView, foldedView, type Screen, viewOf } from "./foldedView.ts";
import type { Surroundings } from "./surroundings.ts";
import { TimeMap } from "./TimeMap.ts";
import { TimeMaps } from "./TimeMaps.ts";
import { divisionOf } from "./ticks.ts";
import { DIVISION_PIXELS, limitSpan, pixelAt, scaleOf, spanOf, type TimeView, timeAt } from "./timeView.ts";

const DEFAULT_WIDTH = 800;
/** Of the length of what is fitted, free at each side. */
const FIT_MARGIN = 0.02;

/** The stretch of time on screen, and where times lie in it; what moves it stands in Viewport. */
export abstract class ShownTime {
	protected readonly world: Surroundings;
	/** A view that moves with time shows time as it is. */
	protected maps = new TimeMaps([]);
	/** A width was told. */
	protected sized = false;
	readonly #listeners = new Set<() => void>();
	#place: FoldedView;
	#width = DEFAULT_WIDTH;

	constructor(world: Surroundings) {
		this.world = world;
		const span = (world.store.getState().division / DIVISION_PIXELS) * DEFAULT_WIDTH;
		this.#place = foldedView(TimeMap.straight, { from: -span, to: 0 });
	}

	/** Capture times of both edges. */
	get view(): TimeView {
		return this.#place.view;
	}

	/** What of the axis is on screen, and how capture times lie on it. */
	get place(): FoldedView {
		return this.#place;
	}

	/** Width of the plot in CSS pixels. */
	get width(): number {
		return this.#width;
	}

	protected set width(width: number) {
		this.#width = width;
	}

	/** µs per CSS pixel, but inside a break. */
	get scale(): number {
		return scaleOf(this.#place.axis, this.#width);
	}

	/** Calls back after each change of view, width or mode; the answer ends it. */
	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	timeAt(x: number): number {
		return this.#place.map.timeOf(timeAt(this.#place.axis, this.#width, x));
	}

	/** CSS pixel (fractional, may lie outside the plot) of a capture time. */
	pixelOf(time: number): number {
		return pixelAt(this.#place.axis, this.#width, this.#place.map.axisOf(time));
	}

	/** The span nearest to this one (µs) that the zoom limits allow. */
	limitSpan(span: number): number {
		return limitSpan(span, this.#width, this.world.tick());
	}

	/** Capture times at the edges when a stretch is shown with so much of its length free at each side. */
	fitted(from: number, to: number, margin = FIT_MARGIN): TimeView {
		return viewOf(this.screen, { from, to }, spanOf(this.#place.axis), margin).view;
	}

	/** How a stretch of time would be shown. */
	placeOf(view: TimeView): FoldedView {
		return view === this.view ? this.#place : viewOf(this.screen, view, spanOf(this.#place.axis));
	}

	protected get screen(): Screen {
		return { width: this.#width, tick: this.world.tick(), maps: this.maps };
	}

	/** On the way to another place: what follows from the place waits until it is there. */
	protected abstract get isJumping(): boolean;

	/** Shows another stretch. */
	protected set(place: FoldedView): void {
		this.#place = place;
		const division = divisionOf(place.axis, this.#width, this.world.tick());
		if (this.sized && !this.isJumping && division !== this.world.store.getState().division) {
			this.world.store.setState({ division });
		}
		this.changed();
	}

	/** Moves along the axis. */
	protected setAxis(axis: TimeView): void {
		this.set(foldedView(this.#place.map, axis));
	}

	protected changed(): void {
		for (const listener of this.#listeners) listener();
	}
}
