import type { Columns } from "@gpioscope/logic";
import { uiStore } from "../../stores/uiStore.ts";
import { canvasColors } from "../../theme/canvasColors.ts";
import { drawBuses } from "../draw/drawBuses.ts";
import { drawLanes } from "../draw/drawLanes.ts";
import { type LanePalette, lanePalette } from "../draw/lanePalette.ts";
import type { LaneColumns, StoredRange } from "../draw/laneStates.ts";
import { blend } from "../draw/pixelColor.ts";
import { type BusRow, type Lane, type LaneRow, lowerHalf } from "../lanes/laneLayout.ts";
import { busStyle, drawnBuses, drawnRows } from "../timeline/drawnRows.ts";
import { gapColumns, gridFor, type Shown } from "../timeline/Shown.ts";
import type { ChannelPair } from "./pairChannels.ts";

/** How much of its colour the lower trace keeps: it steps back behind the one above. */
const STRENGTH = 0.7;
const EMPTY = new Uint32Array(0);
/** Before the first answer of the other capture. */
const NOTHING: OtherPicture = {
	columns: { changed: EMPTY, multiple: EMPTY, levels: EMPTY, known: EMPTY },
	stored: { first: 0, end: 0 },
	gaps: [],
};

/** What the other capture shows of the view, in this one's times. */
export interface OtherPicture {
	readonly columns: LaneColumns;
	readonly stored: StoredRange;
	readonly gaps: Columns["gaps"];
}

/** Paints the other capture's traces, buses and gaps into the lower halves of the rows. */
export class LowerHalves {
	#image: ImageData | undefined;
	#words = new Uint32Array(0);

	/** @param context of a canvas over the plot, in device pixels */
	draw(
		context: CanvasRenderingContext2D,
		rows: readonly LaneRow[],
		pairs: readonly ChannelPair[],
		shown: Shown,
		{ columns, stored, gaps }: OtherPicture = NOTHING,
	): void {
		const { ratio, scroll } = shown;
		const { width, height } = context.canvas;
		const halves = rows.flatMap((row) => halfOf(row, pairs));
		const visible = halves.filter(
			({ top, height: rowHeight }) => top + rowHeight > scroll && (top - scroll) * ratio < height,
		);
		if (visible.length === 0) return;
		// One picture of nothing but lower halves, each below the other; each is then put where it belongs.
		let end = 0;
		const stacked = visible.map((row) => {
			const top = end;
			end += row.height;
			return { ...row, top };
		});
		const colors = canvasColors();
		const palette = lanePalette(colors);
		const drawn = drawnRows(stacked, { scroll: 0, ratio }, dimmed(palette), uiStore.getState().tracePattern);
		const image = this.#imageOf(width, Math.round(end * ratio));
		drawLanes({
			pixels: this.#words,
			width,
			height: image.height,
			ratio,
			columns,
			stored,
			rows: drawn,
			grid: gridFor(shown),
			gaps: gapColumns({ ...shown, gaps }),
			palette,
		});
		drawn.forEach(({ top, height: rowHeight }, at) => {
			const place = Math.round(((visible[at]?.top ?? 0) - scroll) * ratio);
			context.putImageData(image, 0, place - top, 0, top, width, rowHeight);
		});
		const buses = drawnBuses(visible, shown, columns, stored);
		const style = busStyle(colors, getComputedStyle(context.canvas).getPropertyValue("--mono"));
		drawBuses(context, buses, { left: 0, top: 0, height }, stored, ratio, style);
	}

	#imageOf(width: number, height: number): ImageData {
		if (this.#image?.width !== width || this.#image.height !== height) {
			this.#image = new ImageData(width, height);
			this.#words = new Uint32Array(this.#image.data.buffer);
		}
		return this.#image;
	}
}

/** A row's lower half as a row of its own, about the channels of the other capture. */
export function halfOf(row: LaneRow, pairs: readonly ChannelPair[]): readonly (Lane | BusRow)[] {
	if ((row.kind !== "trace" && row.kind !== "bus") || row.lower === 0) return [];
	const there = (channel: number): number | undefined => pairs.find(({ first }) => first === channel)?.second;
	const half = { ...lowerHalf(row), lower: 0 };
	if (row.kind === "trace") {
		const channel = there(row.channel);
		return channel === undefined ? [] : [{ ...row, ...half, channel }];
	}
	const channels = row.channels.map(there);
	if (!channels.every((channel) => channel !== undefined)) return [];
	const inverted = row.channels.reduce(
		(mask, channel, at) => ((row.inverted >>> channel) & 1 ? mask | (1 << (channels[at] ?? 0)) : mask),
		0,
	);
	return [{ ...row, ...half, channels, inverted: inverted >>> 0 }];
}

function dimmed(palette: LanePalette): LanePalette {
	const traces = palette.traces.map((color) => blend(palette.ground, color, STRENGTH));
	return { ...palette, traces };
}
