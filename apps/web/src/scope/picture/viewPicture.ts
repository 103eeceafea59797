import type { Columns, PictureColors, PictureRow, ViewPicture } from "@gpioscope/logic";
import { shownCapture, shownEntry, shownStore } from "../../bridge/index.ts";
import { type CanvasColors, canvasColors } from "../../theme/canvasColors.ts";
import { busRuns, RunKind } from "../draw/busRuns.ts";
import { lanePalette } from "../draw/lanePalette.ts";
import { cssColor } from "../draw/pixelColor.ts";
import { captureName } from "../files/captureText.ts";
import { breakLabel } from "../fold/breakText.ts";
import { busBits, busText, busValue } from "../lanes/busValue.ts";
import { channelOf } from "../lanes/channelsStore.ts";
import { type LaneRow, rowMask } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { shownMarkers } from "../markers/shownMarkers.ts";
import { scopeStore } from "../scopeStore.ts";
import { gapLabel } from "../timeline/gapText.ts";
import { openPieces, rulerFor } from "../timeline/Shown.ts";
import type { FoldedView } from "../view/foldedView.ts";
import { tickLabel } from "../view/tickLabels.ts";
import { multiplesIn } from "../view/ticks.ts";
import type { TimeView } from "../view/timeView.ts";

const NAME_WIDTH = 160;
/** Columns a CSS pixel: edges stay sharp when the picture is enlarged. */
const FINENESS = 2;

/** What the scope shows now, or would show of another stretch, for a picture of it. */
export async function viewPicture(view: TimeView): Promise<ViewPicture> {
	const { width } = viewport;
	const place = viewport.placeOf(view);
	const { map, axis } = place;
	const count = Math.round(width * FINENESS);
	const columns = await shownCapture.queryPieces(
		map.columnPieces(axis.from, (axis.to - axis.from) / count, count),
	);
	const colors = canvasColors();
	const facts = shownStore.getState();
	const firstTime = map.axisOf(facts.firstTime);
	const endTime = map.axisOf(facts.endTime);
	return {
		title: `${captureName(shownEntry().source)} in gpioscope`,
		width,
		nameWidth: NAME_WIDTH,
		...axis,
		columns,
		firstTime,
		endTime,
		rows: laneStore
			.getState()
			.rows.flatMap((row) => pictureRow(row, { axis, columns, colors, firstTime, endTime })),
		...ruler(place, width),
		gaps: columns.gaps.map((gap) => ({
			from: map.axisOf(gap.from),
			to: map.axisOf(gap.to),
			label: gapLabel(gap),
		})),
		breaks: map.breaksIn(axis).map((one) => ({
			from: one.axisFrom,
			to: one.axisTo,
			label: breakLabel(one),
		})),
		markers: shownMarkers(scopeStore.getState()).map(({ time, flag, tone, dashed }) => ({
			time: map.axisOf(time),
			name: flag,
			color: tone === "red" ? colors.mred : colors[tone],
			dashed,
		})),
		colors: pictureColors(colors),
	};
}

/** Opaque colours, as some programs read no others: what is translucent on the page is laid onto the lanes' ground. */
function pictureColors(colors: CanvasColors): PictureColors {
	const { ground, hairline, gridMinor, gridMajor, hatchLine, hatchGround, fill, dense } = lanePalette(colors);
	return {
		lane: cssColor(ground),
		panel: colors.panel,
		line: cssColor(hairline),
		grid: cssColor(gridMinor),
		gridMajor: cssColor(gridMajor),
		text: colors.t1,
		textSoft: colors.t2,
		hatch: cssColor(hatchLine),
		hatchGround: cssColor(hatchGround),
		fill,
		dense,
	};
}

function ruler(place: FoldedView, width: number): Pick<ViewPicture, "ruler" | "corner"> {
	const { ruler: steps, style } = rulerFor({ ...place, width });
	const { time: zero } = style.zero;
	const pieces = openPieces(place);
	const timesOf = (step: number): number[] =>
		pieces.flatMap((piece) => multiplesIn(piece, step, zero).map((count) => zero + count * step));
	const labelled = new Map(timesOf(steps.labels).map((time) => [time, tickLabel(time, style)] as const));
	const times = [...new Set([...labelled.keys(), ...timesOf(steps.division)])].sort((a, b) => a - b);
	return {
		ruler: times.map((time) => ({ time: place.map.axisOf(time), label: labelled.get(time) })),
		corner: "",
	};
}

/** What of the capture is in the picture; times are places on its axis. */
interface Seen {
	readonly axis: TimeView;
	readonly columns: Columns;
	readonly colors: CanvasColors;
	readonly firstTime: number;
	readonly endTime: number;
}

function pictureRow(row: LaneRow, seen: Seen): readonly PictureRow[] {
	const { colors } = seen;
	switch (row.kind) {
		case "trace": {
			const { name, place } = channelOf(row.channel);
			const { height, channel, inverted, padTop, padBottom } = row;
			const color = colors.traces[row.color] ?? colors.t2;
			const note = name === place ? "" : place;
			return [{ kind: "trace", name, note, height, color, channel, inverted, padTop, padBottom }];
		}
		case "group":
			return [{ kind: "heading", name: row.name, note: "", height: row.height, color: colors.t3 }];
		case "bus": {
			const { name, height, padTop, padBottom } = row;
			const color = colors.traces[0] ?? colors.t2;
			return [{ kind: "bus", name, note: "", height, color, padTop, padBottom, values: values(row, seen) }];
		}
		case "derived":
		case "events":
			return [];
	}
}

function values(
	row: Extract<LaneRow, { kind: "bus" }>,
	{ axis, columns, firstTime, endTime }: Seen,
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
