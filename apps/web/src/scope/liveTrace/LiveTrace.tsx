import { useEffect, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { captureStore } from "../../bridge/index.ts";
import { useConnection } from "../../stores/connectionStore.ts";
import { namesStore, ownName } from "../../stores/namesStore.ts";
import { type TracedLine, tracedLinesStore } from "../../stores/tracedLinesStore.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { LevelBox } from "../../widgets/LevelBox.tsx";
import type { Lane } from "../lanes/laneLayout.ts";
import { addElement } from "../timeline/element.ts";
import { Gestures } from "../timeline/Gestures.ts";
import { RULER_HEIGHT } from "../timeline/plotOptions.ts";
import { Timeline } from "../timeline/Timeline.ts";
import timelineStyles from "../timeline/timeline.module.css";
import { ZOOM_NOTCH } from "../view/timeView.ts";
import { followActivity } from "./followActivity.ts";
import styles from "./LiveTrace.module.css";
import { liveLanesStore, liveTraceStore, liveViewport, liveWorld, startLiveTrace } from "./liveTrace.ts";

/** The lines that a view works with, live and in time, drawn as the scope draws them. */
export function LiveTrace() {
	const { lines, absent } = useStore(tracedLinesStore);
	const rows = useStore(liveLanesStore, (state) => state.rows);
	const plot = useRef<Timeline>(undefined);
	const heads = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => startLiveTrace(), []);
	useEffect(() => followActivity(), []);
	if (rows.length === 0)
		return (
			<EmptyNote>
				{absent ?? "These lines are not among GPIO 0 to 31, which are all that is captured."}
			</EmptyNote>
		);
	return (
		<div className={styles["trace"]}>
			<div className={styles["corner"]} />
			<div
				ref={heads}
				className={styles["heads"]}
				onScroll={(event) => plot.current?.scrollTo(event.currentTarget.scrollTop)}
			>
				<ul style={{ height: rows.reduce((sum, { height }) => sum + height, 0) }}>
					{rows.map((row) => (
						<Head key={row.id} row={row} line={lines.find(({ gpio }) => gpio === row.channel)} />
					))}
				</ul>
			</div>
			<Plot
				lines={lines}
				onTimeline={(timeline) => {
					plot.current = timeline;
					timeline?.scrollTo(heads.current?.scrollTop ?? 0);
				}}
				scrollLanes={(pixels) => heads.current?.scrollBy(0, pixels)}
			/>
		</div>
	);
}

function Head({ row, line }: { readonly row: Lane; readonly line: TracedLine | undefined }) {
	const gpio = row.channel;
	const name = useStore(namesStore, (state) => ownName(state, gpio));
	const isLive = useConnection(
		({ socket, target }) => socket.kind === "open" && target?.state.kind === "live",
	);
	const level = useStore(captureStore, ({ level, known }) =>
		((known >>> gpio) & 1) === 0 ? undefined : (((level >>> gpio) & 1) as 0 | 1),
	);
	const place = `GPIO ${gpio}`;
	const role = line?.role ?? place;
	return (
		<li
			className={styles["head"]}
			style={{ height: row.height, ["--tone" as string]: `var(--c${row.color})` }}
		>
			<span className={styles["label"]}>
				<span className={styles["name"]}>{role}</span>
				<span className={styles["place"]}>
					{name === undefined || name === role ? place : `${place} · ${name}`}
				</span>
			</span>
			<LevelBox level={isLive ? level : undefined} />
		</li>
	);
}

interface PlotProps {
	readonly lines: readonly TracedLine[];
	readonly onTimeline: (timeline: Timeline | undefined) => void;
	readonly scrollLanes: (pixels: number) => void;
}

/** CSS pixels of one press of an arrow key. */
const STEP = 40;

function Plot({ lines, ...hooks }: PlotProps) {
	const host = useRef<HTMLDivElement>(null);
	const latest = useRef(hooks);
	latest.current = hooks;
	useEffect(() => {
		if (host.current === null) return;
		const timeline = new Timeline(host.current, liveWorld);
		const gestures = zoomAndPan(timeline, (pixels) => latest.current.scrollLanes(pixels));
		latest.current.onTimeline(timeline);
		return () => {
			latest.current.onTimeline(undefined);
			gestures.destroy();
			timeline.destroy();
		};
	}, []);
	return (
		<div
			ref={host}
			className={`${timelineStyles["host"]} ${styles["plot"]}`}
			style={{ ["--ruler" as string]: `${RULER_HEIGHT}px` }}
			role="application"
			aria-roledescription="timeline"
			aria-label={`Live trace of ${lines.map(({ role, gpio }) => `${role} on GPIO ${gpio}`).join(", ")}. Arrow keys pan and zoom.`}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys.
			tabIndex={0}
			onPointerDown={takeOver}
			onWheel={takeOver}
			onKeyDown={(event) => {
				const act = keys[event.key];
				if (act === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
				event.preventDefault();
				takeOver();
				act();
			}}
		/>
	);
}

const keys: Readonly<Record<string, () => void>> = {
	ArrowLeft: () => liveViewport.pan(-STEP),
	ArrowRight: () => liveViewport.pan(STEP),
	ArrowUp: () => liveViewport.zoom(ZOOM_NOTCH),
	ArrowDown: () => liveViewport.zoom(1 / ZOOM_NOTCH),
};

/** Who moves the view by hand wants to stay there. */
function takeOver(): void {
	if (liveTraceStore.getState().followsActivity) liveTraceStore.setState({ followsActivity: false });
}

/** Mouse, touch and wheel move the view; a drag with Shift or Ctrl shows what it spans. */
function zoomAndPan(timeline: Timeline, scrollLanes: (pixels: number) => void): Gestures {
	const box = addElement(timeline.over, "div", timelineStyles["box"]);
	box.style.display = "none";
	return new Gestures(timeline.over, liveViewport, {
		tool: () => "select",
		click: () => undefined,
		hover: () => undefined,
		range: (_kind, fromX, toX, isDone) => {
			const [left, right] = fromX < toX ? [fromX, toX] : [toX, fromX];
			box.style.display = isDone ? "none" : "";
			box.style.transform = `translateX(${left}px)`;
			box.style.width = `${right - left}px`;
			if (isDone && right > left)
				liveViewport.show({ from: liveViewport.timeAt(left), to: liveViewport.timeAt(right) });
		},
		cancelRange: () => {
			box.style.display = "none";
		},
		hold: () => undefined,
		scrollLanes,
		dragging: () => undefined,
	});
}
