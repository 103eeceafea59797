import type { DerivedColumns } from "@gpioscope/logic";
import type { ColumnPiece } from "../../bridge/columnPieces.ts";
import { shownCapture } from "../../bridge/index.ts";
import { type ValueRange, valueRange } from "../derived/valueRange.ts";
import type { LaneRow } from "../lanes/laneLayout.ts";

/** A derived track as a picture shows it. */
export interface DerivedTrackPicture {
	readonly columns: Pick<DerivedColumns, "min" | "mean" | "max">;
	readonly range: ValueRange;
}

/** The derived tracks among the rows, by the id of their row. */
export async function derivedTracks(
	rows: readonly LaneRow[],
	inverted: ReadonlySet<number>,
	pieces: readonly ColumnPiece[],
): Promise<ReadonlyMap<string, DerivedTrackPicture>> {
	const tracks = rows.filter((row) => row.kind === "derived");
	const made = await Promise.all(
		tracks.map(async ({ id, channel, quantity }) => {
			const options = { quantity, isInverted: inverted.has(channel) };
			const { min, mean, max } = await shownCapture.derive(channel, pieces, options);
			let least = Number.POSITIVE_INFINITY;
			let most = Number.NEGATIVE_INFINITY;
			// Comparisons with NaN are false: holes count for nothing.
			for (const value of min) if (value < least) least = value;
			for (const value of max) if (value > most) most = value;
			const range = least > most ? { low: 0, high: 1 } : valueRange(quantity, least, most, undefined);
			return [id, { columns: { min, mean, max }, range }] as const;
		}),
	);
	return new Map(made);
}
