import { formatTime, type SnapTarget, trackOf, type WaveDocument } from "@gpioscope/logic";
import { trackHeight } from "../draw/trackGeometry.ts";
import { trackName } from "../model/describeSelection.ts";
import { shownEdit, useEditor } from "../model/editorStore.ts";
import { toPixel } from "../model/viewport.ts";
import { previewOf } from "../tools/ToolState.ts";
import styles from "./WaveTracks.module.css";

/** Room the pill needs at its right, px; otherwise it stands left of what is dragged. */
const pillWidth = 280;

/** Time, width and snap target of what is being dragged. */
export function ReadoutPill() {
	const { readout, document, view, plotWidth } = useEditor((state) => ({
		readout: previewOf(state.toolState)?.readout,
		document: shownEdit(state).document,
		view: state.view,
		plotWidth: state.plotWidth,
	}));
	if (readout === undefined || view === undefined) return null;
	const row = document.tracks.findIndex((track) => track.gpio === readout.gpio);
	const x = toPixel(view, readout.time);
	const isLeft = x + pillWidth > plotWidth;
	// Above the track, never over the pulse; the topmost track has no room above it.
	const top = row <= 0 ? trackHeight * Math.max(0, row + 1) + 2 : row * trackHeight - 25;
	return (
		<div
			className={styles["pill"]}
			style={{ top, ...(isLeft ? { right: plotWidth - x + 10 } : { left: x + 10 }) }}
			data-testid="wave-readout"
		>
			<b>{formatTime(readout.time)}</b>
			{readout.width !== undefined && <span>width {formatTime(readout.width)}</span>}
			{readout.gpio === undefined && <span>end of the wave</span>}
			{targetText(document, readout.target) !== undefined && <em>{targetText(document, readout.target)}</em>}
		</div>
	);
}

function targetText(document: WaveDocument, target: SnapTarget | undefined): string | undefined {
	if (target?.kind === "marker") return `at ${target.name}`;
	if (target?.kind !== "edge") return undefined;
	const track = trackOf(document, target.edge.gpio);
	return track === undefined ? undefined : `on edge of ${trackName(track)}`;
}
