import { Inertia } from "./inertia.ts";
import { isFarJump, Jump } from "./Jump.ts";
import type { Surroundings } from "./surroundings.ts";
import { divisionOf } from "./ticks.ts";
import {
	DIVISION_PIXELS,
	holdNear,
	limitSpan,
	panBy,
	pixelAt,
	spanOf,
	type TimeView,
	timeAt,
	viewWith,
	zoomAt,
	zoomAtRight,
} from "./timeView.ts";

const DEFAULT_WIDTH = 800;

/** The stretch of time on screen and all its movements: following live, panning with inertia, zooming, jumping. */
export class Viewport {
	readonly #world: Surroundings;
	readonly #listeners = new Set<() => void>();
	readonly #inertia = new Inertia();
	#view: TimeView;
	#width = DEFAULT_WIDTH;
	#sized = false;
	#jump: Jump | undefined;

	constructor(world: Surroundings) {
		this.#world = world;
		const span = (world.store.getState().division / DIVISION_PIXELS) * DEFAULT_WIDTH;
		this.#view = { from: -span, to: 0 };
		world.store.subscribe((state, before) => {
			if (state.mode === before.mode) return;
			if (state.mode !== "paused") this.#rest();
			this.#changed();
		});
	}

	get view(): TimeView {
		return this.#view;
	}

	/** Where the view is or is moving to. */
	get target(): TimeView {
		return this.#jump?.to ?? this.#view;
	}

	/** Width of the plot in CSS pixels. */
	get width(): number {
		return this.#width;
	}

	get following(): boolean {
		return this.#world.store.getState().mode === "live";
	}

	/** True while recorded time passes again. */
	get playing(): boolean {
		return this.#world.store.getState().mode === "play";
	}

	/** True while the view moves on its own, so that frames must be drawn. */
	get moving(): boolean {
		return this.following || this.playing || this.#jump !== undefined || this.#inertia.gliding;
	}

	/** Calls back after each change of view, width or mode; the answer ends it. */
	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Takes a new plot width; the scale stays, so more or less time is shown. */
	resize(width: number): void {
		if (width === this.#width && this.#sized) return;
		const scale = this.#sized
			? spanOf(this.#view) / this.#width
			: this.#world.store.getState().division / DIVISION_PIXELS;
		const span = limitSpan(scale * width, width, this.#world.tick());
		const { from, to } = this.#view;
		this.#width = width;
		this.#sized = true;
		this.#set(this.following ? { from: to - span, to } : { from, to: from + span });
	}

	timeAt(x: number): number {
		return timeAt(this.#view, this.#width, x);
	}

	/** Zooms by a factor (below 1 goes in) around plot pixel `x`; a live view keeps its right edge, play-back its middle. */
	zoom(factor: number, x = this.#width / 2): void {
		this.#rest();
		const tick = this.#world.tick();
		const anchor = this.timeAt(this.playing ? this.#width / 2 : x);
		this.#set(
			this.following
				? zoomAtRight(this.#view, this.#width, factor, tick)
				: zoomAt(this.#view, this.#width, anchor, factor, tick),
		);
	}

	/** Zooms by a factor around a capture time, wherever it is; a live view keeps its right edge instead. */
	zoomAround(time: number, factor: number): void {
		this.zoom(factor, pixelAt(this.#view, this.#width, time));
	}

	/** The span nearest to this one (µs) that the zoom limits allow. */
	limitSpan(span: number): number {
		return limitSpan(span, this.#width, this.#world.tick());
	}

	/** Makes one division last so many µs, around plot pixel `x`. */
	setDivision(division: number, x = this.#width / 2): void {
		const factor = ((division / DIVISION_PIXELS) * this.#width) / spanOf(this.#view);
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
		this.#set(this.#held(panBy(this.#view, this.#width, -distance)));
	}

	/** Lets the picture go: it glides on, or goes live if it was pulled past the newest data. */
	release(at: number): void {
		const edge = this.#world.edge(at);
		if (!this.following && edge !== undefined && this.#view.to > edge) {
			this.goLive();
			return;
		}
		if (this.#world.reducedMotion()) this.#inertia.stop();
		else this.#inertia.release(at);
		this.#changed();
	}

	/** Pans by CSS pixels at once, as a wheel or a key does; positive shows later time. */
	pan(pixels: number): void {
		this.#rest();
		this.#pause();
		this.#set(this.#held(panBy(this.#view, this.#width, pixels)));
	}

	/** Pauses and shows a stretch at once, as two fingers hold it. */
	hold(view: TimeView): void {
		this.#rest();
		this.#pause();
		this.#set(view);
	}

	/** Pauses and shows a stretch of time; near ones are reached in a short movement, so that the eye keeps its place. */
	show(view: TimeView, now = performance.now()): void {
		this.#pause();
		this.#inertia.stop();
		const span = limitSpan(spanOf(view), this.#width, this.#world.tick());
		const centre = (view.from + view.to) / 2;
		const target = { from: centre - span / 2, to: centre + span / 2 };
		if (isFarJump(this.#view, target) || this.#world.reducedMotion()) {
			this.#jump = undefined;
			this.#set(target);
			return;
		}
		this.#jump = new Jump(this.#view, target, now);
		this.#changed();
	}

	/** Shows `time` at a share of the width, at the present zoom. */
	showTime(time: number, share = 0.5): void {
		this.show(viewWith(this.target, time, share));
	}

	/** Scrolls only as far as needed to have `time` in sight with some room around it. */
	reveal(time: number): void {
		const { from, to } = this.target;
		const room = (to - from) * 0.05;
		if (time >= from + room && time <= to - room) return;
		this.showTime(time);
	}

	/** Moves by a share of the width, animated. */
	page(share: number): void {
		const { from, to } = this.target;
		const shift = (to - from) * share;
		this.show(this.#held({ from: from + shift, to: to + shift }));
	}

	goLive(): void {
		this.#rest();
		if (!this.following) this.#world.store.setState({ mode: "live", behindLive: 0 });
		else this.#changed();
	}

	/** Moves the view on to page time `now` (ms); true if it changed. */
	advance(now: number): boolean {
		if (this.following) return this.#follow(now);
		if (this.playing) return this.#play(now);
		if (this.#jump !== undefined) {
			const view = this.#jump.at(now);
			if (this.#jump.isOver(now)) this.#jump = undefined;
			this.#set(view);
			return true;
		}
		const distance = this.#inertia.step(now);
		if (distance === 0) return false;
		const before = this.#view;
		const next = this.#held(panBy(before, this.#width, -distance));
		// At the end of the capture there is nothing to glide to.
		if (next.from === before.from) this.#inertia.stop();
		this.#set(next);
		return true;
	}

	/** Publishes how far a paused view is behind; called at the beat of the figures on screen. */
	noteBehind(now: number): void {
		if (this.following) return;
		const edge = this.#world.edge(now);
		if (edge === undefined) return;
		const behindLive = Math.round(Math.max(0, edge - this.#view.to) / 100_000) * 100_000;
		if (behindLive !== this.#world.store.getState().behindLive) this.#world.store.setState({ behindLive });
	}

	#follow(now: number): boolean {
		const edge = this.#world.edge(now);
		if (edge === undefined) return false;
		let to = edge;
		if (this.#world.reducedMotion()) {
			// Whole divisions, at most four times a second.
			const step = Math.max(divisionOf(this.#view, this.#width, this.#world.tick()), 250_000);
			to = Math.floor(edge / step) * step;
		}
		if (to === this.#view.to) return false;
		this.#set({ from: to - spanOf(this.#view), to });
		return true;
	}

	#play(now: number): boolean {
		const centre = this.#world.playCentre(now);
		const { from, to } = this.#view;
		if (centre === undefined || centre === (from + to) / 2) return false;
		this.#set(viewWith(this.#view, centre));
		return true;
	}

	#held(view: TimeView): TimeView {
		const bounds = this.#world.bounds();
		return bounds === undefined ? view : holdNear(view, bounds.first, bounds.last);
	}

	#pause(): void {
		if (this.following || this.playing) this.#world.store.setState({ mode: "paused" });
	}

	#rest(): void {
		this.#jump = undefined;
		this.#inertia.stop();
	}

	#set(view: TimeView): void {
		this.#view = view;
		const division = divisionOf(view, this.#width, this.#world.tick());
		if (this.#sized && this.#jump === undefined && division !== this.#world.store.getState().division) {
			this.#world.store.setState({ division });
		}
		this.#changed();
	}

	#changed(): void {
		for (const listener of this.#listeners) listener();
	}
}
