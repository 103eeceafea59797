import type { Columns, PictureRow } from "@gpioscope/logic";
import type { CanvasColors } from "../../theme/canvasColors.ts";
import { halfOf } from "../compare/LowerHalves.ts";
import type { ComparedPicture } from "../compare/otherSource.ts";
import { quantityText } from "../derived/quantityText.ts";
import { busRuns, RunKind } from "../draw/busRuns.ts";
import { busBits, busText, busValue } from "../lanes/busValue.ts";
import { channelOf } from "../lanes/channelsStore.ts";
import { quantities } from "../lanes/derivedStore.ts";
import { type LaneRow, rowMask } from "../lanes/laneLayout.ts";
import type { TimeMap } from "../view/TimeMap.ts";
import type { TimeView } from "../view/timeView.ts";
import type { DerivedTrackPicture } from "./derivedTracks.ts";

/** Columns a CSS pixel: edges stay sharp when the picture is enlarged. */
export const FINENESS = 2;

/** What of the capture is in the picture; times are places on its axis. */
interface Seen {
	readonly map: TimeMap;
	readonly axis: TimeView;
	readonly columns: Columns;
	readonly colors: CanvasColors;
	readonly firstTime: number;
	readonly endTime: number;
	readonly compared: ComparedPicture | undefined;
	/** Derived tracks, by the id of their row. */
	readonly tracks: ReadonlyMap<string, DerivedTrackPicture>;
}

/** A row of the scope as rows of a picture: two where another capture stands below. */
export function pictureRows(row: LaneRow, seen: Seen): readonly PictureRow[] {
	const { colors, compared, columns, map } = seen;
	switch (row.kind) {
		case "trace": {
			const { name, place } = channelOf(row.channel);
			const { channel, inverted, padTop, padBottom, lower } = row;
			const there = compared?.pairs.find(({ first }) => first === channel)?.second;
			const isOver = compared !== undefined && !compared.isBeside && there !== undefined;
			const trace = {
				kind: "trace",
				name,
				note: name === place ? "" : place,
				height: row.height - lower,
				color: colors.traces[row.color] ?? colors.t2,
				channel,
				inverted,
				padTop,
				padBottom: padBottom - lower,
				reports: columns.watchdogs.filter(({ gpio }) => gpio === channel).map(({ time }) => map.axisOf(time)),
				differs: compared?.differs(rowMask(row)),
			} as const;
			const own = { ...trace, laidOver: isOver ? { channel: there, of: compared.of } : undefined };
			if (lower === 0 || compared === undefined || there === undefined) return [own];
			return [own, { ...trace, channel: there, name: compared.name, note: "", reports: [], of: compared.of }];
		}
		case "group":
			return [{ kind: "heading", name: row.name, note: "", height: row.height, color: colors.t3 }];
		case "bus": {
			const { name, lower } = row;
			const bus = {
				kind: "bus",
				note: "",
				height: row.height - lower,
				color: colors.traces[0] ?? colors.t2,
				padTop: row.padTop,
				padBottom: row.padBottom - lower,
				differs: compared?.differs(rowMask(row)),
			} as const;
			const own = { ...bus, name, values: values(row, seen) };
			const [half] = compared === undefined ? [] : halfOf(row, compared.pairs);
			if (compared === undefined || half?.kind !== "bus") return [own];
			const there = values(half, { ...seen, ...compared.of, columns: compared.columns });
			return [own, { ...bus, name: compared.name, values: there, of: compared.of }];
		}
		case "derived": {
			const { height, padTop, padBottom, quantity } = row;
			const track = seen.tracks.get(row.id);
			if (track === undefined) return [];
			const { low, high } = track.range;
			return [
				{
					kind: "derived",
					name: quantities[quantity].label,
					note: channelOf(row.channel).name,
					height,
					padTop,
					padBottom,
					color: colors.traces[row.color] ?? colors.t2,
					...track.columns,
					low,
					high,
					lowText: quantityText(quantity, low, 3),
					highText: quantityText(quantity, high, 3),
				},
			];
		}
		case "events":
			return [
				{
					kind: "events",
					name: "Events",
					note: "",
					height: row.height,
					color: colors.t3,
					reports: columns.events.map(({ time }) => map.axisOf(time)),
				},
			];
	}
}

function values(
	row: Extract<LaneRow, { kind: "bus" }>,
	{ axis, columns, firstTime, endTime }: Pick<Seen, "axis" | "columns" | "firstTime" | "endTime">,
): Extract<PictureRow, { kind: "bus" }>["values"] {
	const count = columns.changed.length;
	const scale = (axis.to - axis.from) / count;
	const columnOf = (time: number): number => Math.min(count, Math.max(0, (time - axis.from) / scale));
	const stored = { first: Math.ceil(columnOf(firstTime)), end: Math.floor(columnOf(endTime)) };
	const bits = busBits(row.channels, row.bus.top);
	const kinds = { [RunKind.value]: "value", [RunKind.dense]: "dense", [RunKind.unknown]: "unknown" } as const;
	return busRuns(columns, rowMask(row), stored, FINENESS).map(({ kind, from, to, levels }) => ({
		kind: kinds[kind],
		from: axis.from + from * scale,
		to: axis.from + to * scale,
		text:
			kind === RunKind.value
				? busText(busValue(levels ^ row.inverted, bits), bits.length, row.bus.radix)
				: "",
	}));
}
