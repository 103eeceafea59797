import type { DerivedColumns } from "@gpioscope/logic";
import uPlot from "uplot";
import { shownStore } from "../../bridge/index.ts";
import { canvasColors, onCanvasColorsChange } from "../../theme/canvasColors.ts";
import { parseColor } from "../draw/pixelColor.ts";
import type { DerivedRow } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore } from "../scopeStore.ts";
import { addElement, setShown } from "../timeline/element.ts";
import type { Shown } from "../timeline/Shown.ts";
import type { Timeline } from "../timeline/Timeline.ts";
import { type DerivedAnswer, DerivedFeed } from "./DerivedFeed.ts";
import styles from "./derived.module.css";
import { derivedFigures, type TrackFigures } from "./derivedFigures.ts";
import { type ValueRange, valueRange } from "./valueRange.ts";

/** Series of one track: greatest, least and mean value. */
const SERIES = 3;
const FIGURES_MS = 100;
const BAND_OPACITY = 0.28;

/** Quantities over time, as series of a uPlot that lies over the lanes and has the same scale of time. */
export class DerivedLayer {
	readonly #timeline: Timeline;
	readonly #host: HTMLElement;
	readonly #feed = new DerivedFeed(() => this.#update());
	readonly #ranges = new Map<string, ValueRange>();
	readonly #stops: (() => void)[];
	#plot: uPlot | undefined;
	/** What the plot was made for. */
	#made = "";
	#drawn: object | undefined;
	#figuresAt = 0;

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
		this.#host = addElement(timeline.over, "div", styles["layer"]);
		this.#host.setAttribute("aria-hidden", "true");
		timeline.over.prepend(this.#host);
		this.#stops = [
			timeline.overlay((shown) => this.#draw(shown)),
			shownStore.subscribe(() => this.#update()),
			scopeStore.subscribe((state, before) => {
				if (state.cursors.blue !== before.cursors.blue) this.#update();
			}),
			onCanvasColorsChange(() => {
				this.#made = "";
				this.#update();
			}),
		];
	}

	destroy(): void {
		for (const stop of this.#stops) stop();
		this.#feed.destroy();
		this.#plot?.destroy();
		this.#host.remove();
	}

	#update(): void {
		if (this.#timeline.shown !== undefined) this.#draw(this.#timeline.shown);
	}

	#draw(shown: Shown): void {
		const { rows, lanes } = laneStore.getState();
		const tracks = rows.filter((row) => row.kind === "derived");
		if (tracks.length === 0) {
			this.#clear();
			return;
		}
		const inverted = new Set(lanes.filter((lane) => lane.inverted).map((lane) => lane.channel));
		this.#feed.ask(
			shown,
			Math.max(1, Math.round(shown.width * shown.ratio)),
			tracks.map((row) => ({ row, isInverted: inverted.has(row.channel) })),
		);
		const { answer } = this.#feed;
		if (answer === undefined || shown.width < 1 || shown.height < 1) return;
		const plot = this.#plotFor(tracks, shown);
		const { map, axis } = shown;
		// Of another axis nothing is shown until the answer for this one is there: it would stand in wrong places.
		setShown(this.#host, answer.map === map);
		plot.batch(() => {
			if (this.#drawn !== answer) {
				this.#drawn = answer;
				plot.setData(
					[
						answer.places,
						...tracks.flatMap((row) => {
							const track = answer.tracks.get(row.id);
							return track === undefined ? [[], [], []] : [track.max, track.min, track.mean].map(withHoles);
						}),
					] as uPlot.AlignedData,
					false,
				);
			}
			plot.setScale("x", { min: axis.from, max: axis.to });
			for (const row of tracks) {
				const track = answer.tracks.get(row.id);
				const range = track && this.#rangeOf(row, track, answer.from, answer.to, axis);
				if (range !== undefined) plot.setScale(row.id, scaleOf(row, range, shown));
			}
		});
		this.#tellFigures(tracks, answer);
	}

	#clear(): void {
		this.#plot?.destroy();
		this.#plot = undefined;
		this.#made = "";
	}

	#plotFor(tracks: readonly DerivedRow[], { width, height }: Shown): uPlot {
		const made = tracks.map((row) => `${row.id} ${row.color}`).join(" ");
		if (this.#plot !== undefined && this.#made === made) {
			if (this.#plot.width !== width || this.#plot.height !== height) this.#plot.setSize({ width, height });
			return this.#plot;
		}
		this.#clear();
		this.#made = made;
		this.#drawn = undefined;
		this.#plot = new uPlot(optionsFor(tracks, width, height), [[]], this.#host);
		return this.#plot;
	}

	/** From the least to the greatest value in sight, round and steady. */
	#rangeOf(
		row: DerivedRow,
		{ min, max }: DerivedColumns,
		from: number,
		to: number,
		axis: { readonly from: number; readonly to: number },
	): ValueRange | undefined {
		const column = (to - from) / min.length;
		const first = Math.max(0, Math.floor((axis.from - from) / column));
		const last = Math.min(min.length, Math.ceil((axis.to - from) / column));
		let least = Number.POSITIVE_INFINITY;
		let most = Number.NEGATIVE_INFINITY;
		for (let place = first; place < last; place++) {
			// Comparisons with NaN are false: holes count for nothing.
			if ((min[place] as number) < least) least = min[place] as number;
			if ((max[place] as number) > most) most = max[place] as number;
		}
		const before = this.#ranges.get(row.id);
		if (least > most) return before;
		const range = valueRange(row.quantity, least, most, before);
		this.#ranges.set(row.id, range);
		return range;
	}

	#tellFigures(tracks: readonly DerivedRow[], answer: NonNullable<DerivedFeed["answer"]>): void {
		const now = performance.now();
		if (viewport.following && now - this.#figuresAt < FIGURES_MS) return;
		this.#figuresAt = now;
		const { blue } = scopeStore.getState().cursors;
		const byId: Record<string, TrackFigures> = {};
		for (const { id } of tracks) {
			const track = answer.tracks.get(id);
			const range = this.#ranges.get(id);
			if (track === undefined || range === undefined) continue;
			const value = viewport.following || blue === undefined ? newest(track) : valueAt(track, answer, blue);
			byId[id] = { value, range, isSampled: track.isSampled };
		}
		derivedFigures.setState({ byId });
	}
}

/** uPlot knows holes as null. */
function withHoles(values: Float64Array): (number | null)[] {
	return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}

function valueAt(
	{ mean }: DerivedColumns,
	{ map, from, to }: DerivedAnswer,
	time: number,
): number | undefined {
	const value = mean[Math.floor(((map.axisOf(time) - from) / (to - from)) * mean.length)];
	return value === undefined || Number.isNaN(value) ? undefined : value;
}

function newest({ mean }: DerivedColumns): number | undefined {
	return mean.findLast((value) => !Number.isNaN(value));
}

/** The scale of the whole plot on which a range fills just the room of its row. */
function scaleOf(
	row: DerivedRow,
	{ low, high }: ValueRange,
	{ height, scroll }: Shown,
): { min: number; max: number } {
	const top = row.top + row.padTop - scroll;
	const bottom = row.top + row.height - row.padBottom - scroll;
	const perPixel = (high - low) / (bottom - top);
	return { min: low - (height - bottom) * perPixel, max: high + top * perPixel };
}

/** The room between the least and the greatest value of each column. */
function translucent(color: string): string {
	const { color: rgb } = parseColor(color);
	return `rgba(${rgb >>> 16}, ${(rgb >>> 8) & 255}, ${rgb & 255}, ${BAND_OPACITY})`;
}

function optionsFor(tracks: readonly DerivedRow[], width: number, height: number): uPlot.Options {
	const colors = canvasColors();
	const hidden = { stroke: "transparent", width: 0, points: { show: false } };
	return {
		width,
		height,
		padding: [0, 0, 0, 0],
		legend: { show: false },
		cursor: { show: false },
		scales: {
			x: { time: false, auto: false, range: (_plot, min, max) => [min, max] },
			...Object.fromEntries(
				tracks.map(({ id }) => [
					id,
					{ auto: false, range: (_plot: uPlot, min: number, max: number) => [min, max] },
				]),
			),
		} as uPlot.Scales,
		axes: [{ show: false }, { show: false }],
		series: [
			{},
			...tracks.flatMap(({ id, color }) => [
				{ ...hidden, scale: id },
				{ ...hidden, scale: id },
				{ scale: id, stroke: colors.traces[color] ?? colors.t2, width: 1.25, points: { show: false } },
			]),
		],
		bands: tracks.map(({ color }, place) => ({
			series: [1 + place * SERIES, 2 + place * SERIES],
			fill: translucent(colors.traces[color] ?? colors.t2),
		})),
	};
}
