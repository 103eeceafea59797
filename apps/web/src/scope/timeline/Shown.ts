import type { Columns } from "@gpioscope/logic";
import type { DrawnGap, GridLine } from "../draw/drawLanes.ts";
import type { FoldedView } from "../view/foldedView.ts";
import type { Piece } from "../view/TimeMap.ts";
import { type LabelStyle, labelWidth, type Zero } from "../view/tickLabels.ts";
import { multiplesIn, type Ruler, rulerOf } from "../view/ticks.ts";
import { roundZero } from "../view/zero.ts";
import type { MappedColumns } from "./columnCache.ts";
import type { MarkedPoint } from "./drawPoints.ts";

/** Least distance of labels before their text is known, CSS pixels. */
const LEAST_LABEL = 64;

/** What a picture shows, for everything that is laid over it. CSS pixels but where it says otherwise. */
export interface Shown extends FoldedView {
	readonly width: number;
	readonly height: number;
	/** How far the lanes are scrolled down. */
	readonly scroll: number;
	readonly gaps: Columns["gaps"];
	/** Watchdog reports and events. */
	readonly points: readonly MarkedPoint[];
	readonly columns: MappedColumns | undefined;
	/** µs of the axis per device pixel. */
	readonly scale: number;
	/** Device pixels per CSS pixel. */
	readonly ratio: number;
	/** Where the ruler counts from. */
	readonly zero: Zero;
	/** µs of one tick of the capture: no label is finer. */
	readonly tick: number;
}

/** Where times lie in a picture. */
export type Axis = Pick<Shown, "map" | "axis" | "scale">;

/** Device column (fractional) of a capture time, from the left of the plot. */
export function columnOf(time: number, { map, axis, scale }: Axis): number {
	return (map.axisOf(time) - axis.from) / scale;
}

/** Capture time at the left of a device column. */
export function timeOfColumn(column: number, { map, axis, scale }: Axis): number {
	return map.timeOf(axis.from + column * scale);
}

/** CSS pixel at which a change at this time is drawn. */
export function pixelOf(time: number, shown: Axis & Pick<Shown, "ratio">): number {
	return Math.floor(columnOf(time, shown)) / shown.ratio;
}

/** Capture time at a CSS pixel of the plot, µs. */
export function timeOf(x: number, { map, axis, width }: Pick<Shown, "map" | "axis" | "width">): number {
	return map.timeOf(axis.from + (x / Math.max(1, width)) * (axis.to - axis.from));
}

/** µs that so many CSS pixels last, but inside a break. */
export function lastingOf(pixels: number, { scale, ratio }: Pick<Shown, "scale" | "ratio">): number {
	return pixels * scale * ratio;
}

/** Device columns of the gaps. */
export function gapColumns(shown: Shown): DrawnGap[] {
	return shown.gaps.map((gap) => {
		const from = Math.floor(columnOf(gap.from, shown));
		return { from, to: Math.max(from + 1, Math.ceil(columnOf(gap.to, shown))) };
	});
}

type RulerFacts = Pick<Shown, "view" | "axis" | "width" | "zero" | "tick">;

/** Steps and labels of the ruler. */
export function rulerFor({ view, axis, width, ...from }: RulerFacts): {
	ruler: Ruler;
	style: LabelStyle;
} {
	const zero = roundZero(from.zero);
	const reach = Math.max(Math.abs(view.from - zero.time), Math.abs(view.to - zero.time));
	const style = { zero, step: rulerOf(axis, width, LEAST_LABEL, from.tick).labels, reach };
	const ruler = rulerOf(axis, width, labelWidth(style), from.tick);
	return { ruler, style: { ...style, step: ruler.labels } };
}

/** The grid: a line for each division, every fifth stronger; none inside a break. */
export function gridFor(shown: Shown): GridLine[] {
	const { ruler, style } = rulerFor(shown);
	const zero = style.zero.time;
	return openPieces(shown).flatMap((piece) =>
		multiplesIn(piece, ruler.division, zero).map((count) => ({
			x: Math.round(columnOf(zero + count * ruler.division, shown)),
			major: count % 5 === 0,
		})),
	);
}

/** The parts of a picture in which time is shown as it passes. */
export function openPieces({ map, axis }: Pick<Shown, "map" | "axis">): readonly Piece[] {
	return map.piecesIn(axis).filter(({ isBreak }) => !isBreak);
}
