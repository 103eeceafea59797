import type { Columns, OtherSource } from "@gpioscope/logic";
import { captureOf, capturesStore } from "../../bridge/index.ts";
import { captureName } from "../files/captureText.ts";
import { besideStore } from "../lanes/besideStore.ts";
import type { FoldedView } from "../view/foldedView.ts";
import { compareStore } from "./compareStore.ts";
import { differencesByChannel, differingPixels, joined } from "./differenceIndex.ts";
import type { ChannelPair } from "./pairChannels.ts";

/** What a comparison adds to a picture of the shown capture. */
export interface ComparedPicture {
	/** Name of the other capture. */
	readonly name: string;
	readonly isBeside: boolean;
	readonly columns: Columns;
	readonly of: OtherSource;
	readonly pairs: readonly ChannelPair[];
	/** Where one of the channels in a mask differs, on the axis. */
	differs(mask: number): readonly { readonly from: number; readonly to: number }[];
}

/** Asks the other capture what it shows of a view, in so many columns; undefined while nothing is compared. */
export async function comparedPicture(
	{ map, axis }: Pick<FoldedView, "map" | "axis">,
	count: number,
): Promise<ComparedPicture | undefined> {
	const { other, result, way } = compareStore.getState();
	if (other === undefined || result === undefined) return undefined;
	const entry = capturesStore.getState().entries.find(({ id }) => id === other);
	if (entry === undefined) return undefined;
	const { shift, pairs, differences } = result;
	const scale = (axis.to - axis.from) / count;
	const pieces = map
		.columnPieces(axis.from, scale, count)
		.map((piece) => ({ ...piece, from: piece.from - shift, to: piece.to - shift }));
	const columns = await captureOf(other).queryPieces(pieces);
	const placeOf = (time: number): number => map.axisOf(time + shift);
	const byChannel = differencesByChannel(differences);
	return {
		name: captureName(entry.source),
		isBeside: way === "beside" && besideStore.getState().other !== undefined,
		columns,
		of: {
			columns,
			firstTime: placeOf(columns.firstTime),
			endTime: placeOf(columns.endTime),
			gaps: columns.gaps.map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) })),
		},
		pairs,
		differs: (mask) => {
			const runs = [...byChannel].flatMap(([channel, one]) =>
				((mask >>> channel) & 1) === 0
					? []
					: differingPixels(
							one,
							(time) => (map.axisOf(time) - axis.from) / scale,
							(pixel) => map.timeOf(axis.from + pixel * scale),
							count,
						),
			);
			return joined(runs).map(({ from, to }) => ({
				from: axis.from + from * scale,
				to: axis.from + to * scale,
			}));
		},
	};
}
