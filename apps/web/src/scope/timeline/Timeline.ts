import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { drawnStore } from "../../stores/drawnStore.ts";
import { uiStore } from "../../stores/uiStore.ts";
import { canvasColors, onCanvasColorsChange } from "../../theme/canvasColors.ts";
import { drawBuses } from "../draw/drawBuses.ts";
import { drawLanes } from "../draw/drawLanes.ts";
import { lanePalette } from "../draw/lanePalette.ts";
import { setHeadroom } from "../liveNow.ts";
import { foldedView } from "../view/foldedView.ts";
import { AskTiming } from "./AskTiming.ts";
import { ColumnFeed } from "./ColumnFeed.ts";
import { alignToColumns, type MappedColumns } from "./columnCache.ts";
import { busStyle, drawnBuses, drawnRows } from "./drawnRows.ts";
import { drawPoints, markedPoints } from "./drawPoints.ts";
import { drawRuler } from "./drawRuler.ts";
import { hostData, plotOptions, RULER_HEIGHT } from "./plotOptions.ts";
import { gapColumns, gridFor, rulerFor, type Shown, timeOfColumn } from "./Shown.ts";
import type { TimelineWorld } from "./TimelineWorld.ts";

const EMPTY = new Uint32Array(0);
/** A live view that moves farther in a frame does not move so in the next one, µs. */
const JUMP = 100_000;
/** Before the first answer of the capture. */
const NO_COLUMNS: MappedColumns = {
	columns: { changed: EMPTY, multiple: EMPTY, levels: EMPTY, known: EMPTY },
	covered: { first: 0, end: 0 },
};

/**
 * The picture of traces in time: a uPlot without data of its own hosts ruler and scale; lanes are pixels put below it.
 * Draws only when view, data, lanes or colours changed.
 */
export class Timeline {
	readonly #plot: uPlot;
	readonly #host: HTMLElement;
	readonly #font: string;
	/** Family of values on buses. */
	readonly #mono: string;
	readonly #stops: (() => void)[];
	readonly #overlays = new Set<(shown: Shown) => void>();
	readonly #observer: ResizeObserver;
	readonly #timing = new AskTiming();
	readonly #world: TimelineWorld;
	readonly #feed: ColumnFeed;
	#colors = canvasColors();
	#palette = lanePalette(this.#colors);
	#image: ImageData | undefined;
	#words = new Uint32Array(0);
	#isDestroyed = false;
	#isDirty = true;
	#frame = 0;
	/** Until a live view asks for its next picture. */
	#asking: ReturnType<typeof setTimeout> | undefined;
	#scroll = 0;
	/** Of the host, CSS pixels; read once a resize, as reading it makes the browser lay out the page. */
	#height = 0;
	#shown: Shown | undefined;

	constructor(host: HTMLElement, world: TimelineWorld) {
		this.#host = host;
		this.#world = world;
		this.#feed = new ColumnFeed(world, (millis) => {
			this.#timing.answered(millis);
			this.refresh();
		});
		const style = getComputedStyle(host);
		this.#font = style.fontFamily;
		this.#mono = style.getPropertyValue("--mono");
		const hooks = {
			drawClear: (plot: uPlot) => this.#drawLanes(plot),
			drawAxes: (plot: uPlot) => this.#drawRuler(plot),
		};
		this.#plot = new uPlot(plotOptions(hooks), hostData);
		host.append(this.#plot.root);
		this.#observer = new ResizeObserver(() => this.#resize());
		this.#observer.observe(host);
		this.#resize();
		this.#stops = [
			world.viewport.subscribe(() => this.refresh()),
			world.lanes.subscribe(() => this.refresh()),
			uiStore.subscribe((state, before) => {
				if (state.tracePattern !== before.tracePattern) this.refresh();
			}),
			world.capture.facts.subscribe(() => this.#onData()),
			world.onZero(() => this.refresh()),
			onCanvasColorsChange(() => {
				this.#colors = canvasColors();
				this.#palette = lanePalette(this.#colors);
				this.refresh();
			}),
		];
		// Labels are drawn on the canvas: they need another turn once the page's font is there.
		void document.fonts.ready.then(() => this.refresh());
	}

	/** The element over the lanes, for pointers and overlays. */
	get over(): HTMLElement {
		return this.#plot.over;
	}

	get shown(): Shown | undefined {
		return this.#shown;
	}

	/** Calls back after each picture, to lay things over it; the answer ends it. */
	overlay(place: (shown: Shown) => void): () => void {
		this.#overlays.add(place);
		if (this.#shown !== undefined) place(this.#shown);
		return () => this.#overlays.delete(place);
	}

	/** Scrolls the lanes, CSS pixels. */
	scrollTo(scroll: number): void {
		if (scroll === this.#scroll) return;
		this.#scroll = scroll;
		this.refresh();
	}

	/** Draws with the next frame. */
	refresh(): void {
		this.#isDirty = true;
		this.#wake();
	}

	destroy(): void {
		this.#isDestroyed = true;
		for (const stop of this.#stops) stop();
		this.#observer.disconnect();
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#asking);
		this.#plot.destroy();
	}

	get #columns(): number {
		return Math.round(this.#plot.bbox.width);
	}

	#resize(): void {
		const { clientWidth, clientHeight } = this.#host;
		if (clientWidth === 0 || clientHeight <= RULER_HEIGHT) return;
		this.#height = clientHeight;
		this.#plot.setSize({ width: clientWidth, height: clientHeight });
		this.#world.viewport.resize(clientWidth);
		this.refresh();
	}

	/** New data is drawn only where the view can show it. */
	#onData(): void {
		const { viewport } = this.#world;
		if (viewport.following) this.#wake();
		else if (this.#feed.lacks(viewport.place, this.#columns)) this.refresh();
	}

	#wake(): void {
		// An answer may come after the end.
		if (this.#frame !== 0 || this.#isDestroyed) return;
		this.#frame = requestAnimationFrame((now) => this.#onFrame(now));
	}

	#onFrame(now: number): void {
		this.#frame = 0;
		const { viewport } = this.#world;
		const before = viewport.view.to;
		viewport.advance(now);
		if (viewport.following) this.#askAhead(now, viewport.view.to - before);
		else this.#feed.ask(viewport.place, this.#columns);
		if (this.#isDirty) this.#draw();
		if (viewport.moving) this.#wake();
	}

	/**
	 * Asks what the next frame will show, late in this one, so that it is new.
	 * @param step how far the view moves in a frame, µs
	 */
	#askAhead(now: number, step: number): void {
		const wait = now + this.#timing.frame(now) - performance.now();
		setHeadroom(this.#timing.headroom);
		clearTimeout(this.#asking);
		const ahead = Math.abs(step) < JUMP ? step : 0;
		const ask = (): void => {
			const { map, axis } = this.#world.viewport.place;
			this.#feed.ask(foldedView(map, { from: axis.from + ahead, to: axis.to + ahead }), this.#columns);
		};
		// Also without a wait after this frame is drawn, as no answer is heard before.
		this.#asking = setTimeout(ask, Math.max(0, wait));
	}

	#draw(): void {
		this.#isDirty = false;
		const columns = Math.max(1, this.#columns);
		const { viewport, capture, lanes, nameOf, zero } = this.#world;
		const { map, axis } = viewport.place;
		const scale = (axis.to - axis.from) / columns;
		const from = alignToColumns(axis.from, scale);
		const folded = foldedView(map, { from, to: from + columns * scale });
		const place = { ...folded, scale, scroll: this.#scroll, ratio: columns / Math.max(1, viewport.width) };
		const { watchdogs, events } = this.#feed.pointsIn(folded.view);
		this.#shown = {
			...place,
			width: viewport.width,
			height: this.#height - RULER_HEIGHT,
			gaps: this.#feed.gapsIn(folded.view),
			points: markedPoints(watchdogs, events, lanes.getState().rows, place, nameOf),
			columns: this.#feed.columnsFor(folded, scale, columns),
			zero: zero(),
			tick: 1 / capture.facts.getState().ticksPerMicro,
		};
		this.#plot.setScale("x", { min: folded.axis.from, max: folded.axis.to });
		// The same scale again draws nothing by itself.
		this.#plot.redraw(false, false);
		for (const place of this.#overlays) place(this.#shown);
	}

	#drawLanes({ ctx, bbox }: uPlot): void {
		const shown = this.#shown;
		const width = Math.round(bbox.width);
		const height = Math.round(bbox.height);
		if (shown === undefined || width < 1 || height < 1) return;
		if (this.#image?.width !== width || this.#image.height !== height) {
			this.#image = new ImageData(width, height);
			this.#words = new Uint32Array(this.#image.data.buffer);
		}
		const { columns, covered } = shown.columns ?? NO_COLUMNS;
		const { ratio } = shown;
		const { rows } = this.#world.lanes.getState();
		const stored = this.#feed.storedIn(shown, covered);
		drawLanes({
			pixels: this.#words,
			width,
			height,
			ratio,
			columns,
			stored,
			rows: drawnRows(rows, shown, this.#palette, uiStore.getState().tracePattern),
			grid: gridFor(shown),
			gaps: gapColumns(shown),
			palette: this.#palette,
		});
		const corner = { left: Math.round(bbox.left), top: Math.round(bbox.top) };
		ctx.putImageData(this.#image, corner.left, corner.top);
		const buses = drawnBuses(rows, shown, columns, stored);
		drawBuses(ctx, buses, { ...corner, height }, stored, ratio, busStyle(this.#colors, this.#mono));
		drawPoints(ctx, shown.points, ratio, corner, this.#colors.amb);
		drawnStore.setState({ to: timeOfColumn(stored.end, shown), at: performance.now() });
	}

	#drawRuler({ ctx, bbox }: uPlot): void {
		const shown = this.#shown;
		if (shown === undefined) return;
		drawRuler(ctx, {
			left: Math.round(bbox.left),
			width: Math.round(bbox.width),
			height: Math.round(bbox.top),
			ratio: shown.ratio,
			shown,
			...rulerFor(shown),
			colors: this.#colors,
			font: this.#font,
			narrowGaps: gapColumns(shown)
				.filter((gap) => gap.to - gap.from < 3 * shown.ratio)
				.map((gap) => gap.from),
		});
	}
}
