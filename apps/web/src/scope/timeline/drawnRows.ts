import type { CanvasColors } from "../../theme/canvasColors.ts";
import { busRuns } from "../draw/busRuns.ts";
import type { BusStyle, DrawnBus } from "../draw/drawBuses.ts";
import type { DrawnLane, DrawnSpace } from "../draw/drawLanes.ts";
import type { LanePalette } from "../draw/lanePalette.ts";
import type { LaneColumns, StoredRange } from "../draw/laneStates.ts";
import { busBits, busText, busValue } from "../lanes/busValue.ts";
import { type LaneRow, rowMask } from "../lanes/laneLayout.ts";

/** Thickness of traces, CSS pixels; with the pattern that tells neighbours apart, they take turns. */
const LINES = { plain: [1.5, 1.5], pattern: [1.5, 2.5] } as const;

/** What the picture of the lanes lies in. */
interface Frame {
	/** How far the lanes are scrolled down, CSS pixels. */
	readonly scroll: number;
	/** Device pixels per CSS pixel. */
	readonly ratio: number;
}

/** The rows of the lanes in device pixels, as the pixel painter wants them. */
export function drawnRows(
	rows: readonly LaneRow[],
	{ scroll, ratio }: Frame,
	palette: LanePalette,
	pattern: boolean,
): readonly (DrawnLane | DrawnSpace)[] {
	const lines = LINES[pattern ? "pattern" : "plain"];
	let traces = 0;
	return rows.map((row) => {
		const top = Math.round((row.top - scroll) * ratio);
		const height = Math.round((row.top + row.height - scroll) * ratio) - top;
		if (row.kind !== "trace")
			return { kind: "space", top, height, mask: row.kind === "bus" ? rowMask(row) : 0 };
		return {
			kind: "trace",
			top,
			height,
			channel: row.channel,
			inverted: row.inverted,
			line: (lines[traces++ % 2] ?? 1.5) * ratio,
			padTop: Math.round(row.padTop * ratio),
			padBottom: Math.round(row.padBottom * ratio),
			color: palette.traces[row.color] ?? palette.ground,
		};
	});
}

/** The buses among the rows, with what they show. */
export function drawnBuses(
	rows: readonly LaneRow[],
	{ scroll, ratio }: Frame,
	columns: LaneColumns,
	stored: StoredRange,
): readonly DrawnBus[] {
	return rows.flatMap((row) => {
		if (row.kind !== "bus") return [];
		const bits = busBits(row.channels, row.bus.top);
		return {
			runs: busRuns(columns, rowMask(row), stored, ratio),
			top: Math.round((row.top + row.padTop - scroll) * ratio),
			bottom: Math.round((row.top + row.height - row.padBottom - scroll) * ratio),
			textOf: (levels) => busText(busValue(levels ^ row.inverted, bits), bits.length, row.bus.radix),
		};
	});
}

/** How buses look in the current scheme. */
export function busStyle(colors: CanvasColors, font: string): BusStyle {
	return { color: colors.traces[0] ?? colors.t2, text: colors.t1, fill: 0.15, dense: colors.dense, font };
}
