import type { PictureColors, ViewPicture } from "@gpioscope/logic";
import { shownCapture, shownEntry, shownStore } from "../../bridge/index.ts";
import { type CanvasColors, canvasColors } from "../../theme/canvasColors.ts";
import { comparedPicture } from "../compare/otherSource.ts";
import { currentZero } from "../currentZero.ts";
import { lanePalette } from "../draw/lanePalette.ts";
import { cssColor } from "../draw/pixelColor.ts";
import { captureName } from "../files/captureText.ts";
import { breakLabel } from "../fold/foldNow.ts";
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
import { derivedTracks } from "./derivedTracks.ts";
import { FINENESS, pictureRows } from "./pictureRows.ts";

const NAME_WIDTH = 160;

/** What the scope shows now, or would show of another stretch, for a picture of it. */
export async function viewPicture(view: TimeView): Promise<ViewPicture> {
	const { width } = viewport;
	const place = viewport.placeOf(view);
	const { map, axis } = place;
	const count = Math.round(width * FINENESS);
	const columns = await shownCapture.queryPieces(
		map.columnPieces(axis.from, (axis.to - axis.from) / count, count),
	);
	const compared = await comparedPicture(place, count);
	const { rows, lanes } = laneStore.getState();
	const inverted = new Set(lanes.filter((lane) => lane.inverted).map(({ channel }) => channel));
	const tracks = await derivedTracks(
		rows,
		inverted,
		map.columnPieces(axis.from, (axis.to - axis.from) / width, width),
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
		rows: rows.flatMap((row) =>
			pictureRows(row, { axis, map, columns, colors, firstTime, endTime, compared, tracks }),
		),
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
		attention: colors.amb,
		difference: colors.red,
		fill,
		dense,
	};
}

function ruler(place: FoldedView, width: number): Pick<ViewPicture, "ruler" | "corner"> {
	const { ruler: steps, style } = rulerFor({
		...place,
		width,
		zero: currentZero(),
		tick: 1 / shownStore.getState().ticksPerMicro,
	});
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
