import type { WaveDocument } from "@gpioscope/logic";
import { trackRuns } from "../draw/trackRuns.ts";
import { colourOf } from "../tracks/trackColours.ts";

const width = 168;
const rowHeight = 9;
const shownTracks = 4;

/** A small picture of a wave: its first tracks. */
export function WaveThumbnail({ document }: { readonly document: WaveDocument }) {
	const view = { from: 0, scale: document.length / width };
	const tracks = document.tracks.slice(0, shownTracks);
	return (
		<svg width={width} height={shownTracks * rowHeight} aria-hidden="true">
			{tracks.map((track, row) => (
				<path
					key={track.gpio}
					d={pathOf(trackRuns(track, view, width), row * rowHeight)}
					fill="none"
					stroke={`var(--c${colourOf(track, row)})`}
				/>
			))}
		</svg>
	);
}

function pathOf(runs: ReturnType<typeof trackRuns>, top: number): string {
	let path = "";
	for (const { from, to, level } of runs) {
		const y = top + (level === 0 ? rowHeight - 1.5 : 1.5);
		path += `${path === "" ? "M" : "L"}${from.toFixed(1)} ${y}H${to.toFixed(1)}`;
		// An activity block is drawn as a zigzag wide enough to be one.
		if (level === "dense") path += `M${from.toFixed(1)} ${top + rowHeight - 1.5}H${to.toFixed(1)}`;
	}
	return path;
}
