import { type FoldedView, foldedView, pinchTo, viewAround, viewOf, zoomAt } from "./foldedView.ts";
import { Inertia } from "./inertia.ts";
import { isFarJump, Jump } from "./Jump.ts";
import { ShownTime } from "./ShownTime.ts";
import type { Surroundings } from "./surroundings.ts";
import { type Break, TimeMap } from "./TimeMap.ts";
import { TimeMaps } from "./TimeMaps.ts";
import { divisionOf } from "./ticks.ts";
import {
	DIVISION_PIXELS,
	holdNear,
	limitSpan,
	panBy,
	spanOf,
	type TimeView,
	viewWith,
	zoomAtRight,
} from "./timeView.ts";

/** What a fold or unfold leaves where it is: both edges of the view, or the scale and the pixel of one time. */
export type FoldHold = { readonly kind: "edges" } | { readonly kind: "time"; readonly time: number };

/** The stretch of time on screen and all its movements: following live, panning with inertia, zooming, jumping. */
export class Viewport extends ShownTime {
	readonly #inertia = new Inertia();
	#jump: Jump | undefined;

	constructor(world: Surroundings) {
		super(world);
		world.store.subscribe((state, before) => {
			if (state.mode === before.mode) return;
			if (state.mode !== "paused") {
				this.#rest();
				this.#unfold();
			}
			this.changed();
		});
	}

	/** Where the view is or is moving to. */
	get target(): TimeView {
		return this.#targetPlace.view;
	}

	get following(): boolean {
		return this.world.store.getState().mode === "live";
	}

	/** True while recorded time passes again. */
	get playing(): boolean {
		return this.world.store.getState().mode === "play";
	}

	/** True while the view moves on its own, so that frames must be drawn. */
	get moving(): boolean {
		return this.following || this.playing || this.#jump !== undefined || this.#inertia.gliding;
	}

	/** Takes a new plot width; the scale stays, so more or less time is shown. */
	resize(width: number): void {
		if (width === this.width && this.sized) return;
		const scale = this.sized ? this.scale : this.world.store.getState().division / DIVISION_PIXELS;
		const span = limitSpan(scale * width, width, this.world.tick());
		const { axis, view } = this.place;
		this.width = width;
		this.sized = true;
		this.set(
			this.following
				? foldedView(TimeMap.straight, { from: axis.to - span, to: axis.to })
				: viewAround(this.screen, span, view.from, 0),
		);
	}

	/**
	 * Collapses these stretches and no others, in order of time and not touching one another. Only a view that stands
	 * still is folded: live and play show time as it passes.
	 */
	fold(breaks: readonly Break[], hold: FoldHold): void {
		if (this.following || this.playing) return;
		const { map, axis, view } = this.#targetPlace;
		this.#jump = undefined;
		this.maps = new TimeMaps(breaks);
		const span = spanOf(axis);
		this.set(
			hold.kind === "edges"
				? viewOf(this.screen, view, span)
				: viewAround(this.screen, span, hold.time, (map.axisOf(hold.time) - axis.from) / span),
		);
	}

	/** Zooms by a factor (below 1 goes in) around plot pixel `x`; a live view keeps its right edge, play-back its middle. */
	zoom(factor: number, x = this.width / 2): void {
		this.#rest();
		const anchor = this.timeAt(this.playing ? this.width / 2 : x);
		this.set(
			this.following
				? foldedView(TimeMap.straight, zoomAtRight(this.place.axis, this.width, factor, this.world.tick()))
				: zoomAt(this.screen, this.place, anchor, factor),
		);
	}

	/** Zooms by a factor around a capture time, wherever it is; a live view keeps its right edge instead. */
	zoomAround(time: number, factor: number): void {
		this.zoom(factor, this.pixelOf(time));
	}

	/** Makes one division last so many µs, around plot pixel `x`. */
	setDivision(division: number, x = this.width / 2): void {
		const factor = ((division / DIVISION_PIXELS) * this.width) / spanOf(this.place.axis);
		this.zoom(factor, x);
	}

	/** Begins to drag the picture at pixel `x`. */
	grab(x: number, at: number): void {
		this.#jump = undefined;
		this.#inertia.grab(x, at);
	}

	/** Moves the picture by `distance` CSS pixels with the pointer at `x`; pauses a live view. */
	drag(distance: number, x: number, at: number): void {
		this.#inertia.drag(x, at);
		this.#pause();
		this.setAxis(this.#held(panBy(this.place.axis, this.width, -distance)));
	}

	/** Lets the picture go: it glides on, or goes live if it was pulled past the newest data. */
	release(at: number): void {
		const edge = this.world.edge(at);
		if (!this.following && edge !== undefined && this.view.to > edge) {
			this.goLive();
			return;
		}
		if (this.world.reducedMotion()) this.#inertia.stop();
		else this.#inertia.release(at);
		this.changed();
	}

	/** Pans by CSS pixels at once, as a wheel or a key does; positive shows later time. */
	pan(pixels: number): void {
		this.#rest();
		this.#pause();
		this.setAxis(this.#held(panBy(this.place.axis, this.width, pixels)));
	}

	/** Pauses and shows a stretch at once. */
	hold(view: TimeView): void {
		this.#rest();
		this.#pause();
		const { breaks } = this.maps;
		this.set(
			breaks.length === 0
				? foldedView(TimeMap.straight, view)
				: viewOf(this.screen, view, spanOf(this.place.axis)),
		);
	}

	/** Pauses and shows `time` at once at a share of the width, at the present zoom. */
	holdTime(time: number, share = 0.5): void {
		this.#rest();
		this.#pause();
		this.setAxis(viewWith(this.place.axis, this.place.map.axisOf(time), share));
	}

	/** Pauses and keeps two capture times under the two fingers (CSS pixels) that hold them. */
	pinch(
		first: { readonly time: number; readonly x: number },
		second: { readonly time: number; readonly x: number },
	): void {
		const pinched = pinchTo(this.screen, first, second);
		if (pinched === undefined) return;
		this.#rest();
		this.#pause();
		this.set(pinched);
	}

	/** Pauses and shows a stretch of time; near ones are reached in a short movement, so that the eye keeps its place. */
	show(view: TimeView, now = performance.now()): void {
		this.#pause();
		const isInside = this.maps.breaks.some(({ from, to }) => from <= view.from && to >= view.to);
		if (isInside) this.world.openIdle((view.from + view.to) / 2);
		this.#go(viewOf(this.screen, view, spanOf(this.place.axis)), now);
	}

	/** Shows `time` at a share of the width, at the present zoom. */
	showTime(time: number, share = 0.5): void {
		this.#pause();
		this.#go(viewAround(this.screen, spanOf(this.#targetPlace.axis), time, share));
	}

	/** Zooms by a factor around a capture time in a short movement. */
	showZoomed(time: number, factor: number): void {
		this.#pause();
		this.#go(zoomAt(this.screen, this.#targetPlace, time, factor));
	}

	/** Scrolls only as far as needed to have `time` in sight with some room around it. */
	reveal(time: number): void {
		const { map, axis } = this.#targetPlace;
		const room = spanOf(axis) * 0.05;
		const place = map.axisOf(time);
		if (place >= axis.from + room && place <= axis.to - room) return;
		this.showTime(time);
	}

	/** Moves by a share of the width, animated. */
	page(share: number): void {
		this.#pause();
		const { map, axis } = this.#targetPlace;
		const shift = spanOf(axis) * share;
		this.#go(foldedView(map, this.#held({ from: axis.from + shift, to: axis.to + shift })));
	}

	goLive(): void {
		this.#rest();
		if (!this.following) this.world.store.setState({ mode: "live", behindLive: 0 });
		else this.changed();
	}

	/** Moves the view on to page time `now` (ms); true if it changed. */
	advance(now: number): boolean {
		if (this.following) return this.#follow(now);
		if (this.playing) return this.#play(now);
		if (this.#jump !== undefined) {
			const place = this.#jump.at(now, this.screen);
			if (this.#jump.isOver(now)) this.#jump = undefined;
			this.set(place);
			return true;
		}
		const distance = this.#inertia.step(now);
		if (distance === 0) return false;
		const before = this.place.axis;
		const next = this.#held(panBy(before, this.width, -distance));
		// At the end of the capture there is nothing to glide to.
		if (next.from === before.from) this.#inertia.stop();
		this.setAxis(next);
		return true;
	}

	/** Publishes how far a paused view is behind; called at the beat of the figures on screen. */
	noteBehind(now: number): void {
		if (this.following) return;
		const edge = this.world.edge(now);
		if (edge === undefined) return;
		const behindLive = Math.round(Math.max(0, edge - this.view.to) / 100_000) * 100_000;
		if (behindLive !== this.world.store.getState().behindLive) this.world.store.setState({ behindLive });
	}

	protected override get isJumping(): boolean {
		return this.#jump !== undefined;
	}

	get #targetPlace(): FoldedView {
		return this.#jump?.to ?? this.place;
	}

	#go(to: FoldedView, now = performance.now()): void {
		this.#inertia.stop();
		if (isFarJump(this.place, to) || this.world.reducedMotion()) {
			this.#jump = undefined;
			this.set(to);
			return;
		}
		this.#jump = new Jump(this.place, to, now);
		this.changed();
	}

	#follow(now: number): boolean {
		const edge = this.world.edge(now);
		if (edge === undefined) return false;
		const { axis } = this.place;
		let to = edge;
		if (this.world.reducedMotion()) {
			// Whole divisions, at most four times a second.
			const step = Math.max(divisionOf(axis, this.width, this.world.tick()), 250_000);
			to = Math.floor(edge / step) * step;
		}
		if (to === axis.to) return false;
		this.setAxis({ from: to - spanOf(axis), to });
		return true;
	}

	#play(now: number): boolean {
		const centre = this.world.playCentre(now);
		const { axis } = this.place;
		if (centre === undefined || centre === (axis.from + axis.to) / 2) return false;
		this.setAxis(viewWith(axis, centre));
		return true;
	}

	#held(axis: TimeView): TimeView {
		const bounds = this.world.bounds();
		const { map } = this.#targetPlace;
		return bounds === undefined ? axis : holdNear(axis, map.axisOf(bounds.first), map.axisOf(bounds.last));
	}

	#pause(): void {
		if (this.following || this.playing) this.world.store.setState({ mode: "paused" });
	}

	#rest(): void {
		this.#jump = undefined;
		this.#inertia.stop();
	}

	#unfold(): void {
		if (this.maps.breaks.length === 0) return;
		this.maps = new TimeMaps([]);
		this.set(foldedView(TimeMap.straight, this.view));
	}
}
