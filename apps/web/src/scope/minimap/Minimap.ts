import { type CaptureId, capturesStore, shownCapture, shownStore } from "../../bridge/index.ts";
import { canvasColors, onCanvasColorsChange } from "../../theme/canvasColors.ts";
import { timeText } from "../currentZero.ts";
import { lanePalette } from "../draw/lanePalette.ts";
import { parseColor } from "../draw/pixelColor.ts";
import { drawFindTicks } from "../find/drawFindTicks.ts";
import { findStore } from "../find/findStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { addElement, setShown, setText } from "../timeline/element.ts";
import { MinimapHits } from "../trigger/MinimapHits.ts";
import type { MinimapGrip } from "./dragWindow.ts";
import { drawMinimap } from "./drawMinimap.ts";
import { MinimapMarkers } from "./MinimapMarkers.ts";
import styles from "./minimap.module.css";

/** Between two drawings while the capture grows, ms. */
const BEAT_MS = 500;
const LEAST_WINDOW = 12;
/** Of the ticks of matches at the strip's foot, CSS pixels. */
const TICK_HEIGHT = 4;

/** The whole capture in one strip, with the window that the view shows of it. */
export class Minimap {
	readonly #host: HTMLElement;
	readonly #canvas: HTMLCanvasElement;
	readonly #window: HTMLElement;
	readonly #markers: MinimapMarkers;
	readonly #hits: MinimapHits;
	readonly #pointer: HTMLElement;
	readonly #observer: ResizeObserver;
	readonly #stops: (() => void)[];
	#span = { from: 0, to: 1 };
	/** Which capture is drawn. */
	#of: CaptureId | undefined;
	/** CSS pixels; read once a resize, as reading it makes the browser lay out the page. */
	#width = 0;
	#isAsking = false;
	/** Whether something has changed since it asked. */
	#isWanted = false;
	#drawnAt = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(host: HTMLElement) {
		this.#host = host;
		this.#canvas = addElement(host, "canvas", undefined);
		this.#window = addElement(host, "div", styles["window"]);
		for (const side of ["left", "right"]) {
			const edge = addElement(this.#window, "div", styles["edge"]);
			edge.dataset["side"] = side;
		}
		this.#markers = new MinimapMarkers(host, (time) => this.#pixelOf(time));
		this.#hits = new MinimapHits(host);
		this.#pointer = addElement(host, "div", styles["pointer"]);
		setShown(this.#pointer, false);
		this.#observer = new ResizeObserver(() => {
			this.#width = host.clientWidth;
			this.#draw();
		});
		this.#observer.observe(host);
		this.#stops = [
			viewport.subscribe(() => this.#placeWindow()),
			shownStore.subscribe(() => {
				if (this.#isOutdated()) this.#later();
			}),
			laneStore.subscribe(() => this.#later()),
			findStore.subscribe((state, before) => {
				if (state.result !== before.result) this.#later();
			}),
			onCanvasColorsChange(() => this.#draw()),
		];
		this.#draw();
	}

	/** Capture time (µs) at a CSS pixel. */
	timeAt(x: number): number {
		return this.#span.from + (x / Math.max(1, this.#width)) * (this.#span.to - this.#span.from);
	}

	/** What a press on this element of the strip takes hold of. */
	gripAt(target: EventTarget | null): MinimapGrip {
		if (!(target instanceof HTMLElement) || !this.#window.contains(target)) return "elsewhere";
		const { side } = target.dataset;
		return side === "left" || side === "right" ? side : "window";
	}

	/** Tells the time under the pointer at a CSS pixel; undefined when there is none. */
	point(x: number | undefined): void {
		setShown(this.#pointer, x !== undefined);
		if (x === undefined) return;
		setText(this.#pointer, timeText(this.timeAt(x)));
		this.#pointer.toggleAttribute("data-left", x > this.#width / 2);
		this.#pointer.style.transform = `translateX(${Math.round(x)}px)`;
	}

	destroy(): void {
		this.#markers.destroy();
		this.#hits.destroy();
		this.#pointer.remove();
		for (const stop of this.#stops) stop();
		this.#observer.disconnect();
		clearTimeout(this.#timer);
		this.#canvas.remove();
		this.#window.remove();
	}

	/** Whether the picture would differ by a pixel: of a long capture a second more is nothing. */
	#isOutdated(): boolean {
		const { firstTime, endTime } = shownStore.getState();
		const { from, to } = this.#span;
		const pixel = (to - from) / Math.max(1, this.#width * window.devicePixelRatio);
		const isMoved = Math.abs(endTime - to) >= pixel || Math.abs(firstTime - from) >= pixel;
		return isMoved || capturesStore.getState().shown !== this.#of;
	}

	#later(): void {
		if (this.#timer !== undefined) return;
		const wait = Math.max(0, this.#drawnAt + BEAT_MS - performance.now());
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#draw();
		}, wait);
	}

	#draw(): void {
		const { firstTime, endTime } = shownStore.getState();
		const { clientWidth, clientHeight } = this.#host;
		if (clientWidth === 0 || endTime <= firstTime) return;
		this.#isWanted = this.#isAsking;
		if (this.#isAsking) return;
		this.#isAsking = true;
		this.#drawnAt = performance.now();
		const of = capturesStore.getState().shown;
		const ratio = window.devicePixelRatio;
		const width = Math.max(1, Math.round(clientWidth * ratio));
		const height = Math.max(1, Math.round(clientHeight * ratio));
		shownCapture
			.query(firstTime, endTime, width)
			.then((columns) => {
				const context = this.#canvas.getContext("2d");
				if (context === null || !this.#canvas.isConnected) return;
				if (this.#canvas.width !== width || this.#canvas.height !== height) {
					this.#canvas.width = width;
					this.#canvas.height = height;
					this.#canvas.style.width = `${clientWidth}px`;
					this.#canvas.style.height = `${clientHeight}px`;
				}
				const colors = canvasColors();
				const palette = lanePalette(colors);
				const image = new ImageData(width, height);
				const pixels = new Uint32Array(image.data.buffer);
				drawMinimap({
					pixels,
					width,
					height,
					ratio,
					columns,
					rows: laneStore.getState().lanes.map((lane) => ({
						channel: lane.channel,
						color: palette.traces[lane.color] ?? palette.ground,
					})),
					ground: parseColor(colors.panel).color,
					palette,
				});
				const { result } = findStore.getState();
				if (result !== undefined) {
					drawFindTicks(
						{
							pixels,
							width,
							top: Math.round(height - TICK_HEIGHT * ratio),
							bottom: height,
							from: firstTime,
							to: endTime,
							color: parseColor(colors.t1).color,
						},
						result,
					);
				}
				context.putImageData(image, 0, 0);
				this.#span = { from: firstTime, to: endTime };
				this.#of = of;
				this.#placeWindow();
				this.#markers.place();
				return this.#hits.show(firstTime, endTime, clientWidth);
			})
			.catch((error: unknown) => console.error("The capture did not answer.", error))
			.finally(() => {
				this.#isAsking = false;
				if (this.#isWanted) this.#later();
			});
	}

	#pixelOf(time: number): number {
		const { from, to } = this.#span;
		return ((time - from) / (to - from)) * this.#width;
	}

	#placeWindow(): void {
		const clientWidth = this.#width;
		const { view } = viewport;
		const left = this.#pixelOf(view.from);
		const right = this.#pixelOf(view.to);
		const width = Math.min(clientWidth, Math.max(LEAST_WINDOW, right - Math.max(0, left)));
		const start = Math.min(Math.max(0, left), clientWidth - width);
		this.#window.style.transform = `translateX(${start}px)`;
		this.#window.style.width = `${width}px`;
	}
}
