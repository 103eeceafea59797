import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Columns } from "@gpioscope/logic";
import { capture, captureStore } from "../../bridge/index.ts";
import { canvasColors, onCanvasColorsChange } from "../../theme/canvasColors.ts";
import { currentZero } from "../currentZero.ts";
import { type DrawnGap, drawLanes, type GridLine } from "../draw/drawLanes.ts";
import { lanePalette } from "../draw/lanePalette.ts";
import type { StoredRange } from "../draw/laneStates.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { edgeAt, viewport } from "../mainViewport.ts";
import { scopeStore } from "../scopeStore.ts";
import { HEADROOM } from "../view/liveEdge.ts";
import { type LabelStyle, labelWidth } from "../view/tickLabels.ts";
import { multiplesIn, type Ruler, rulerOf } from "../view/ticks.ts";
import type { TimeView } from "../view/timeView.ts";
import { roundZero } from "../view/zero.ts";
import { alignToColumns, type CachedColumns, type MappedColumns, mapColumns } from "./columnCache.ts";
import { drawRuler } from "./drawRuler.ts";

/** Height of the ruler in CSS pixels: flags above, labels below. */
export const RULER_HEIGHT = 26;
/** Columns asked for beyond each edge, so that a moving view finds them at hand. */
const MARGIN = 160;

/** Data later than this is missed, not just on its way, µs. */
const MISSING = 300_000;

type Answer = CachedColumns & Pick<Columns, "gaps" | "watchdogs" | "events" | "firstTime" | "endTime">;

/** What a picture shows, for everything that is laid over it. CSS pixels. */
export interface Shown {
	readonly view: TimeView;
	readonly width: number;
	readonly height: number;
	/** How far the lanes are scrolled down. */
	readonly scroll: number;
	readonly gaps: Columns["gaps"];
	readonly columns: MappedColumns | undefined;
	readonly from: number;
	/** µs per device pixel. */
	readonly scale: number;
	readonly ratio: number;
}

/**
 * The picture of the scope: a uPlot without data of its own hosts ruler and scale; lanes are pixels put below it.
 * Draws only when view, data, lanes or colours changed.
 */
export class Timeline {
	readonly #plot: uPlot;
	readonly #host: HTMLElement;
	readonly #stops: (() => void)[] = [];
	readonly #overlays = new Set<(shown: Shown) => void>();
	readonly #observer: ResizeObserver;
	#colors = canvasColors();
	#palette = lanePalette(this.#colors);
	#image: ImageData | undefined;
	#words = new Uint32Array(0);
	#answer: Answer | undefined;
	#asking = false;
	#isDestroyed = false;
	#dirty = true;
	#frame = 0;
	#scroll = 0;
	/** Of the host, CSS pixels; read once a resize, as reading it makes the browser lay out the page. */
	#height = 0;
	#shown: Shown | undefined;
	#font: string;

	constructor(host: HTMLElement) {
		this.#host = host;
		this.#font = getComputedStyle(host).fontFamily;
		this.#plot = new uPlot(this.#options(), [
			[0, 1],
			[0, 0],
		]);
		host.append(this.#plot.root);
		this.#observer = new ResizeObserver(() => this.#resize());
		this.#observer.observe(host);
		this.#resize();
		this.#stops.push(
			viewport.subscribe(() => this.refresh()),
			laneStore.subscribe(() => this.refresh()),
			captureStore.subscribe(() => this.#onData()),
			scopeStore.subscribe((state, before) => {
				if (
					state.zero !== before.zero ||
					state.cursors !== before.cursors ||
					state.named !== before.named ||
					state.mode !== before.mode
				)
					this.refresh();
			}),
			onCanvasColorsChange(() => {
				this.#colors = canvasColors();
				this.#palette = lanePalette(this.#colors);
				this.refresh();
			}),
		);
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
		this.#dirty = true;
		this.#wake();
	}

	destroy(): void {
		this.#isDestroyed = true;
		for (const stop of this.#stops) stop();
		this.#observer.disconnect();
		cancelAnimationFrame(this.#frame);
		this.#plot.destroy();
	}

	#options(): uPlot.Options {
		return {
			width: 1,
			height: RULER_HEIGHT + 1,
			padding: [0, 0, 0, 0],
			legend: { show: false },
			cursor: { show: false },
			select: { show: false, left: 0, top: 0, width: 0, height: 0 },
			scales: {
				x: { time: false, auto: false, range: (_plot, min, max) => [min, max] },
				y: { auto: false, range: [0, 1] },
			},
			series: [{}, { show: false }],
			axes: [
				{
					side: 0,
					size: RULER_HEIGHT,
					ticks: { show: false },
					grid: { show: false },
					splits: () => [],
					values: () => [],
				},
				{ show: false },
			],
			hooks: {
				drawClear: [(plot) => this.#drawLanes(plot)],
				drawAxes: [(plot) => this.#drawRuler(plot)],
			},
		};
	}

	#resize(): void {
		const { clientWidth, clientHeight } = this.#host;
		if (clientWidth === 0 || clientHeight <= RULER_HEIGHT) return;
		this.#height = clientHeight;
		this.#plot.setSize({ width: clientWidth, height: clientHeight });
		viewport.resize(clientWidth);
		this.refresh();
	}

	#wake(): void {
		// An answer may come after the end.
		if (this.#frame === 0 && !this.#isDestroyed)
			this.#frame = requestAnimationFrame((now) => this.#onFrame(now));
	}

	#onFrame(now: number): void {
		this.#frame = 0;
		viewport.advance(now);
		this.#ask();
		if (this.#dirty) this.#draw();
		if (viewport.moving) this.#wake();
	}

	#draw(): void {
		this.#dirty = false;
		const { view, width } = viewport;
		const ratio = this.#plot.bbox.width / Math.max(1, width);
		const columns = Math.max(1, Math.round(this.#plot.bbox.width));
		const scale = (view.to - view.from) / columns;
		const from = alignToColumns(view.from, scale);
		this.#shown = {
			view: { from, to: from + columns * scale },
			width,
			height: this.#height - RULER_HEIGHT,
			scroll: this.#scroll,
			gaps: this.#gapsAt(from, from + columns * scale),
			columns: this.#answer === undefined ? undefined : mapColumns(this.#answer, from, scale, columns),
			from,
			scale,
			ratio,
		};
		this.#plot.setScale("x", { min: from, max: from + columns * scale });
		// The same scale again draws nothing by itself.
		this.#plot.redraw(false, false);
		for (const place of this.#overlays) place(this.#shown);
	}

	/** Asks the capture for columns when those at hand are not enough; one question at a time, the latest view wins. */
	#ask(): void {
		if (this.#asking) return;
		const width = Math.round(this.#plot.bbox.width);
		const { view } = viewport;
		if (width < 1 || !this.#needsAnswer(view, width)) return;
		const scale = (view.to - view.from) / width;
		const margin = MARGIN;
		const from = alignToColumns(view.from, scale) - margin * scale;
		const count = width + 2 * margin;
		this.#asking = true;
		capture
			.query(from, from + count * scale, count)
			.then((columns) => {
				this.#answer = { ...columns, from, scale };
				this.refresh();
			})
			.catch((error: unknown) => {
				// Without an answer the last picture stays; the next frame asks again.
				console.error("The capture did not answer.", error);
			})
			.finally(() => {
				this.#asking = false;
			});
	}

	#needsAnswer(view: TimeView, width: number): boolean {
		const answer = this.#answer;
		if (answer === undefined) return true;
		const scale = (view.to - view.from) / width;
		if (Math.abs(scale / answer.scale - 1) > 1e-9) return true;
		const to = answer.from + answer.changed.length * answer.scale;
		const { endTime, firstTime } = captureStore.getState();
		// A live view asks before it reaches the end of what it has, so that the answer is there in time.
		const isNewer = viewport.following ? view.to + HEADROOM > answer.endTime : endTime > answer.endTime;
		if (isNewer && to > answer.endTime) return true;
		if (firstTime !== answer.firstTime && answer.from < firstTime) return true;
		return view.from < answer.from || view.to > to;
	}

	/** New data is drawn only where the view can show it. */
	#onData(): void {
		if (viewport.following) this.#wake();
		else if (this.#needsAnswer(viewport.view, Math.round(this.#plot.bbox.width))) this.refresh();
	}

	/** Columns that may be drawn; what lies before the first and after the last data is empty. */
	#stored(shown: Shown, { covered }: MappedColumns): StoredRange {
		const answer = this.#answer;
		if (answer === undefined) return { first: 0, end: 0 };
		const columnOf = (time: number): number => (time - shown.from) / shown.scale;
		const first = Math.max(covered.first, Math.ceil(columnOf(answer.firstTime) - 1e-6));
		let end = Math.min(covered.end, Math.floor(columnOf(answer.endTime) + 1e-6));
		// When nothing comes any more, what is missing at the live edge is unknown and is shown so.
		const edge = edgeAt(performance.now());
		if (edge !== undefined && edge - answer.endTime > MISSING && covered.end > end) {
			end = Math.min(covered.end, Math.floor(columnOf(edge)));
		}
		return { first, end: Math.max(first, end) };
	}

	#gapsAt(from: number, to: number): Columns["gaps"] {
		return this.#answer?.gaps.filter((gap) => gap.to > from && gap.from < to) ?? [];
	}

	#drawLanes(plot: uPlot): void {
		const shown = this.#shown;
		const width = Math.round(plot.bbox.width);
		const height = Math.round(plot.bbox.height);
		if (shown === undefined || width < 1 || height < 1) return;
		if (this.#image?.width !== width || this.#image.height !== height) {
			this.#image = new ImageData(width, height);
			this.#words = new Uint32Array(this.#image.data.buffer);
		}
		const mapped = shown.columns ?? {
			columns: NOTHING,
			covered: { first: 0, end: 0 },
		};
		const { ratio } = shown;
		drawLanes({
			pixels: this.#words,
			width,
			height,
			ratio,
			columns: mapped.columns,
			stored: this.#stored(shown, mapped),
			lanes: laneStore.getState().lanes.map((lane) => {
				const top = Math.round((lane.top - shown.scroll) * ratio);
				const bottom = Math.round((lane.top + lane.height - shown.scroll) * ratio);
				return {
					channel: lane.gpio,
					top,
					height: bottom - top,
					padTop: Math.round(lane.padTop * ratio),
					padBottom: Math.round(lane.padBottom * ratio),
					color: this.#palette.traces[lane.color] ?? this.#palette.ground,
				};
			}),
			grid: this.#grid(shown),
			gaps: this.#gapColumns(shown),
			palette: this.#palette,
		});
		plot.ctx.putImageData(this.#image, Math.round(plot.bbox.left), Math.round(plot.bbox.top));
		this.#drawWatchdogs(plot, shown);
	}

	/** Small triangles at the low rail where a watchdog told that nothing happened. */
	#drawWatchdogs(plot: uPlot, shown: Shown): void {
		const watchdogs = this.#answer?.watchdogs ?? [];
		if (watchdogs.length === 0) return;
		const { lanes } = laneStore.getState();
		const { ctx, bbox } = plot;
		const side = 5 * shown.ratio;
		ctx.fillStyle = this.#colors.amb;
		for (const { time, gpio } of watchdogs) {
			const lane = lanes.find((one) => one.gpio === gpio);
			if (lane === undefined || time < shown.view.from || time > shown.view.to) continue;
			const x = bbox.left + (time - shown.from) / shown.scale;
			const foot = bbox.top + (lane.top + lane.height - lane.padBottom - shown.scroll) * shown.ratio;
			if (foot < bbox.top) continue;
			ctx.beginPath();
			ctx.moveTo(x - side / 2, foot + side);
			ctx.lineTo(x + side / 2, foot + side);
			ctx.lineTo(x, foot);
			ctx.fill();
		}
	}

	#gapColumns(shown: Shown): DrawnGap[] {
		return shown.gaps.map((gap) => ({
			from: Math.floor((gap.from - shown.from) / shown.scale),
			to: Math.max(
				Math.floor((gap.from - shown.from) / shown.scale) + 1,
				Math.ceil((gap.to - shown.from) / shown.scale),
			),
		}));
	}

	#grid(shown: Shown): GridLine[] {
		const { ruler, style } = this.rulerOf(shown);
		const zero = style.zero.time;
		return multiplesIn(shown.view, ruler.division, zero).map((count) => ({
			x: Math.round((zero + count * ruler.division - shown.from) / shown.scale),
			major: count % 5 === 0,
		}));
	}

	/** Steps and labels of the ruler for a picture. */
	rulerOf({ view, width }: Pick<Shown, "view" | "width">): { ruler: Ruler; style: LabelStyle } {
		const zero = roundZero(currentZero());
		const reach = Math.max(Math.abs(view.from - zero.time), Math.abs(view.to - zero.time));
		const coarse = rulerOf(view, width, 64);
		const style = { zero, step: coarse.labels, reach };
		const ruler = rulerOf(view, width, labelWidth(style));
		return { ruler, style: { ...style, step: ruler.labels } };
	}

	#drawRuler(plot: uPlot): void {
		const shown = this.#shown;
		if (shown === undefined) return;
		const { ratio } = shown;
		drawRuler(plot.ctx, {
			left: Math.round(plot.bbox.left),
			width: Math.round(plot.bbox.width),
			height: Math.round(plot.bbox.top),
			ratio,
			view: shown.view,
			...this.rulerOf(shown),
			colors: this.#colors,
			font: this.#font,
			narrowGaps: this.#gapColumns(shown)
				.filter((gap) => gap.to - gap.from < 3 * ratio)
				.map((gap) => gap.from),
		});
	}
}

const EMPTY = new Uint32Array(0);
const NOTHING = { changed: EMPTY, multiple: EMPTY, levels: EMPTY, known: EMPTY };
