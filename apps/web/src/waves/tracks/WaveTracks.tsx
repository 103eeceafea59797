import { formatSpan } from "@gpioscope/logic";
import { useMediaQuery } from "@mantine/hooks";
import { AudioWaveform } from "lucide-react";
import { type DragEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { useConnection } from "../../stores/connectionStore.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { trackHeight } from "../draw/trackGeometry.ts";
import { openGivenFile } from "../model/documentActions.ts";
import { selectNextEdge } from "../model/editing.ts";
import { editorStore, useEditor } from "../model/editorStore.ts";
import { permittedMask } from "../model/surroundings.ts";
import { fitLength } from "../model/viewport.ts";
import { useShownDocument } from "../verify/shownDocument.ts";
import { useVerify, verifyWhatIsPlayed } from "../verify/verifyStore.ts";
import { AddTrack } from "./AddTrack.tsx";
import { PlotCanvas } from "./PlotCanvas.tsx";
import { ReadoutPill } from "./ReadoutPill.tsx";
import { RulerCanvas } from "./RulerCanvas.tsx";
import { TrackHeader } from "./TrackHeader.tsx";
import { usePlotGestures } from "./usePlotGestures.ts";
import styles from "./WaveTracks.module.css";

/** The tracks of the open document on one time axis, to draw on. */
export function WaveTracks() {
	const document = useShownDocument();
	const mode = useEditor((state) => state.mode);
	const hasVerdict = useVerify((state) => state.kind === "done");
	const mask = useConnection((state) => permittedMask(state.target?.state));
	const plot = useRef<HTMLDivElement>(null);
	const ruler = useRef<HTMLDivElement>(null);
	usePlotGestures(plot, "plot");
	usePlotGestures(ruler, "ruler");
	usePlotWidth(plot);
	useEffect(verifyWhatIsPlayed, []);
	const isTouch = useMediaQuery("(pointer: coarse)");
	const free = freeGpios(
		mask,
		document.tracks.map((track) => track.gpio),
	);
	const count = document.tracks.length;
	return (
		<div className={styles["tracks"]}>
			<div className={styles["corner"]}>
				<b>{formatSpan(document.length, { significant: 5 })}</b>
				<span className={styles["dim"]}>
					{count} {count === 1 ? "track" : "tracks"}
				</span>
			</div>
			<div className={styles["ruler"]} ref={ruler}>
				<RulerCanvas />
			</div>
			<div className={styles["scroll"]} data-scrolls>
				<div className={styles["heads"]}>
					<ul>
						{document.tracks.map((track, place) => (
							<TrackHeader key={track.gpio} {...{ track, place, count }} freeGpios={free} />
						))}
					</ul>
					{mode === "edit" && <AddTrack gpios={free} />}
				</div>
				<div
					ref={plot}
					className={styles["plot"]}
					style={{ minHeight: count * trackHeight + 40 }}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys.
					tabIndex={0}
					role="application"
					aria-roledescription="wave editor"
					aria-label="Wave tracks"
					aria-describedby="wave-announcement"
					data-testid="wave-plot"
					onKeyDown={onKeyDown}
					onDragOver={(event) => event.preventDefault()}
					onDrop={onDrop}
				>
					<PlotCanvas />
					<ReadoutPill />
					<div className={styles["hint"]} style={{ top: count * trackHeight }}>
						<EmptyNote icon={AudioWaveform}>
							{mode === "edit" ? hintFor(count, isTouch) : verifyHint(hasVerdict)}
						</EmptyNote>
					</div>
				</div>
			</div>
			<Announcement />
		</div>
	);
}

const verifyHint = (hasVerdict: boolean): string =>
	hasVerdict
		? "Solid is what was captured, dashed what was drawn; the bands are the tolerance."
		: "Play the wave: what is captured of it is compared with what is drawn.";

function hintFor(tracks: number, isTouch: boolean): string {
	if (tracks === 0) return "Add a track, then drag on it to draw a pulse.";
	return isTouch
		? "Tap a pulse to select it, then drag it or its handles. Draw with the pencil."
		: "Drag on a track to draw a pulse, drag an edge or a pulse to move it, double click to split.";
}

function onDrop(event: DragEvent<HTMLDivElement>): void {
	event.preventDefault();
	const [file] = event.dataTransfer.files;
	if (file !== undefined) void openGivenFile(file);
}

/** Tab walks the edges as long as there is a next one; then it leaves the plot. */
function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
	if (event.key !== "Tab" || event.ctrlKey || event.altKey) return;
	if (selectNextEdge(event.shiftKey ? -1 : 1)) event.preventDefault();
}

/** The GPIOs of the board that may change and have no track yet. */
function freeGpios(mask: number | undefined, taken: readonly number[]): number[] {
	const all = Array.from({ length: 32 }, (_, gpio) => gpio);
	const allowed = mask ?? 0x0fff_ffff;
	return all.filter((gpio) => ((allowed >>> gpio) & 1) === 1 && !taken.includes(gpio));
}

function usePlotWidth(plot: React.RefObject<HTMLDivElement | null>): void {
	useEffect(() => {
		const element = plot.current;
		if (element === null) return;
		const measure = new ResizeObserver(() => {
			const plotWidth = element.clientWidth;
			if (plotWidth === 0) return;
			editorStore.setState(({ view, history, plotWidth: before }) => ({
				plotWidth,
				// The same stretch of time stays in sight, and a document seen for the first time is seen whole.
				view:
					view === undefined
						? fitLength(history.present.document.length, plotWidth)
						: { ...view, scale: before === 0 ? view.scale : (view.scale * before) / plotWidth },
			}));
		});
		measure.observe(element);
		return () => measure.disconnect();
	}, [plot]);
}

function Announcement() {
	const text = useEditor((state) => state.announcement);
	return (
		<div id="wave-announcement" className="visuallyHidden" role="status">
			{text}
		</div>
	);
}
