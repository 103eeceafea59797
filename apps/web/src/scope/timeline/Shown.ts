import type { Columns } from "@gpioscope/logic";
import { shownStore } from "../../bridge/index.ts";
import { currentZero } from "../currentZero.ts";
import type { DrawnGap, GridLine } from "../draw/drawLanes.ts";
import { type LabelStyle, labelWidth } from "../view/tickLabels.ts";
import { multiplesIn, type Ruler, rulerOf } from "../view/ticks.ts";
import type { TimeView } from "../view/timeView.ts";
import { roundZero } from "../view/zero.ts";
import type { MappedColumns } from "./columnCache.ts";
import type { MarkedPoint } from "./drawPoints.ts";

/** Least distance of labels before their text is known, CSS pixels. */
const LEAST_LABEL = 64;

/** What a picture shows, for everything that is laid over it. CSS pixels but where it says otherwise. */
export interface Shown {
	readonly view: TimeView;
	readonly width: number;
	readonly height: number;
	/** How far the lanes are scrolled down. */
	readonly scroll: number;
	readonly gaps: Columns["gaps"];
	/** Watchdog reports and events. */
	readonly points: readonly MarkedPoint[];
	readonly columns: MappedColumns | undefined;
	/** µs per device pixel. */
	readonly scale: number;
	/** Device pixels per CSS pixel. */
	readonly ratio: number;
}

/** CSS pixel at which a change at this time is drawn. */
export function pixelOf(
	time: number,
	{ view, scale, ratio }: Pick<Shown, "view" | "scale" | "ratio">,
): number {
	return Math.floor((time - view.from) / scale) / ratio;
}

/** Capture time at a CSS pixel of the plot, µs. */
export function timeOf(x: number, { view, width }: Pick<Shown, "view" | "width">): number {
	return view.from + (x / Math.max(1, width)) * (view.to - view.from);
}

/** Device columns of the gaps. */
export function gapColumns({ gaps, view, scale }: Shown): DrawnGap[] {
	return gaps.map((gap) => {
		const from = Math.floor((gap.from - view.from) / scale);
		return { from, to: Math.max(from + 1, Math.ceil((gap.to - view.from) / scale)) };
	});
}

/** Steps and labels of the ruler. */
export function rulerFor({ view, width }: Pick<Shown, "view" | "width">): {
	ruler: Ruler;
	style: LabelStyle;
} {
	const zero = roundZero(currentZero());
	const tick = 1 / shownStore.getState().ticksPerMicro;
	const reach = Math.max(Math.abs(view.from - zero.time), Math.abs(view.to - zero.time));
	const style = { zero, step: rulerOf(view, width, LEAST_LABEL, tick).labels, reach };
	const ruler = rulerOf(view, width, labelWidth(style), tick);
	return { ruler, style: { ...style, step: ruler.labels } };
}

/** The grid: a line for each division, every fifth stronger. */
export function gridFor(shown: Shown): GridLine[] {
	const { ruler, style } = rulerFor(shown);
	const zero = style.zero.time;
	return multiplesIn(shown.view, ruler.division, zero).map((count) => ({
		x: Math.round((zero + count * ruler.division - shown.view.from) / shown.scale),
		major: count % 5 === 0,
	}));
}
