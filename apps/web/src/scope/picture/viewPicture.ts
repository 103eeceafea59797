import type { Columns, PictureColors, PictureRow, ViewPicture } from "@gpioscope/logic";
import { shownCapture, shownEntry, shownStore } from "../../bridge/index.ts";
import { type CanvasColors, canvasColors } from "../../theme/canvasColors.ts";
import { busRuns, RunKind } from "../draw/busRuns.ts";
import { lanePalette } from "../draw/lanePalette.ts";
import { cssColor } from "../draw/pixelColor.ts";
import { captureName } from "../files/captureText.ts";
import { busBits, busText, busValue } from "../lanes/busValue.ts";
import { channelOf } from "../lanes/channelsStore.ts";
import { type LaneRow, rowMask } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { shownMarkers } from "../markers/shownMarkers.ts";
import { scopeStore } from "../scopeStore.ts";
import { gapLabel } from "../timeline/gapText.ts";
import { rulerFor } from "../timeline/Shown.ts";
import { tickLabel } from "../view/tickLabels.ts";
import { multiplesIn } from "../view/ticks.ts";
import type { TimeView } from "../view/timeView.ts";

const NAME_WIDTH = 160;
/** Columns a CSS pixel: edges stay sharp when the picture is enlarged. */
const FINENESS = 2;

/** What the scope shows now, or would show of another stretch, for a picture of it. */
export async function viewPicture(view: TimeView): Promise<ViewPicture> {
	const { width } = viewport;
	const columns = await shownCapture.query(view.from, view.to, Math.round(width * FINENESS));
	const colors = canvasColors();
	const { firstTime, endTime } = shownStore.getState();
	return {
		title: `${captureName(shownEntry().source)} in gpioscope`,
		width,
		nameWidth: NAME_WIDTH,
		...view,
		columns,
		firstTime,
		endTime,
		rows: laneStore
			.getState()
			.rows.flatMap((row) => pictureRow(row, { view, columns, colors, firstTime, endTime })),
		...ruler(view, width),
		gaps: columns.gaps.map((gap) => ({ from: gap.from, to: gap.to, label: gapLabel(gap) })),
		markers: shownMarkers(scopeStore.getState()).map(({ time, flag, tone, dashed }) => ({
			time,
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

function ruler(view: TimeView, width: number): Pick<ViewPicture, "ruler" | "corner"> {
	const { ruler: steps, style } = rulerFor({ view, width });
	const { time: zero } = style.zero;
	const labelled = new Map(
		multiplesIn(view, steps.labels, zero).map((count) => {
			const time = zero + count * steps.labels;
			return [time, tickLabel(time, style)] as const;
		}),
	);
	const divisions = multiplesIn(view, steps.division, zero).map((count) => zero + count * steps.division);
	const times = [...new Set([...labelled.keys(), ...divisions])].sort((a, b) => a - b);
	return { ruler: times.map((time) => ({ time, label: labelled.get(time) })), corner: "" };
}

interface Seen {
	readonly view: TimeView;
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
	{ view, columns, firstTime, endTime }: Seen,
): Extract<PictureRow, { kind: "bus" }>["values"] {
	const count = columns.changed.length;
	const scale = (view.to - view.from) / count;
	const columnOf = (time: number): number => Math.min(count, Math.max(0, (time - view.from) / scale));
	const stored = { first: Math.ceil(columnOf(firstTime)), end: Math.floor(columnOf(endTime)) };
	const bits = busBits(row.channels, row.bus.top);
	const kinds = { [RunKind.value]: "value", [RunKind.dense]: "dense", [RunKind.unknown]: "unknown" } as const;
	return busRuns(columns, rowMask(row), stored, FINENESS).map(({ kind, from, to, levels }) => ({
		kind: kinds[kind],
		from: view.from + from * scale,
		to: view.from + to * scale,
		text:
			kind === RunKind.value
				? busText(busValue(levels ^ row.inverted, bits), bits.length, row.bus.radix)
				: "",
	}));
}
