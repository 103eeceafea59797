import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { connectionStore } from "../../stores/connectionStore.ts";
import { CompareLayer } from "../compare/CompareLayer.ts";
import { DerivedLayer } from "../derived/DerivedLayer.ts";
import { FindLayer } from "../find/FindLayer.ts";
import { FoldLayer } from "../fold/FoldLayer.ts";
import { breakAtPixel, openBreak } from "../fold/foldNow.ts";
import { laneAt, rowAt, rowMask } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { mainWorld } from "../mainWorld.ts";
import { onTick } from "../markers/onTick.ts";
import { moveMarkerFreely, moveMarkerSnapped, SNAP_PIXELS } from "../markers/placeMarker.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";
import { TriggerLayer } from "../trigger/TriggerLayer.ts";
import { holdMarker } from "./dragMarker.ts";
import { addElement } from "./element.ts";
import { emptyText } from "./emptyText.ts";
import { focusPlot, PLOT_ID } from "./focusPlot.ts";
import { GapLayer } from "./GapLayer.ts";
import { Gestures } from "./Gestures.ts";
import { HoverLayer } from "./HoverLayer.ts";
import { LiveLine } from "./LiveLine.tsx";
import { MarkerLayer } from "./MarkerLayer.ts";
import { PlotMenu, type PlotMenuPlace } from "./PlotMenu.tsx";
import { RULER_HEIGHT } from "./plotOptions.ts";
import { SnapDots } from "./SnapDots.ts";
import { Timeline } from "./Timeline.ts";
import styles from "./timeline.module.css";
import { workRuler } from "./workRuler.ts";

interface Props {
	readonly phone?: boolean;
	/** Scrolls the lanes by CSS pixels. */
	readonly scrollLanes: (pixels: number) => void;
	/** Hears of the timeline when it is there and when it goes. */
	readonly onTimeline: (timeline: Timeline | undefined) => void;
}

/** Ruler, lanes and everything over them. */
export function TimelineHost({ phone = false, scrollLanes, onTimeline }: Props) {
	const host = useRef<HTMLDivElement>(null);
	const drawn = useRef<Timeline>(undefined);
	const tool = useStore(scopeStore, (state) => state.tool);
	const isPlaying = useStore(scopeStore, (state) => state.mode === "play");
	const [isDragging, setDragging] = useState(false);
	const [menu, setMenu] = useState<PlotMenuPlace>();

	useEffect(() => {
		if (host.current === null) return;
		const timeline = new Timeline(host.current, mainWorld);
		drawn.current = timeline;
		const ruler = addElement(host.current, "div", styles["ruler"]);
		const rulerEnd = workRuler(ruler, viewport);
		const box = addElement(timeline.over, "div", styles["box"]);
		box.style.display = "none";
		const derived = new DerivedLayer(timeline);
		const compared = new CompareLayer(timeline);
		const hover = new HoverLayer(timeline, compared);
		const layers = [
			derived,
			compared,
			new FoldLayer(timeline, ruler),
			new GapLayer(timeline),
			new FindLayer(timeline),
			new MarkerLayer(timeline, ruler, phone),
			new SnapDots(timeline),
			new TriggerLayer(timeline, ruler),
			hover,
		];
		// After an edge key, blue is the keys' until the pointer really moves.
		let heldAt: { readonly x: number; readonly time: number } | undefined;
		const gestures = new Gestures(timeline.over, viewport, {
			tool: () => scopeStore.getState().tool,
			click: (x, y, event) => {
				timeline.over.closest<HTMLElement>("[role=application]")?.focus({ preventScroll: true });
				const idle = breakAtPixel(x);
				if (idle !== undefined) {
					openBreak(idle);
					return;
				}
				const time = viewport.timeAt(x);
				const shown = timeline.shown;
				const row = rowAt(laneStore.getState(), y + (shown?.scroll ?? 0));
				const reach = SNAP_PIXELS * viewport.scale;
				if (row === undefined || row.kind === "events" || event.altKey) moveMarkerFreely("gold", time);
				else moveMarkerSnapped("gold", time, rowMask(row), reach);
			},
			hover: (place) => {
				hover.point(place);
				timeline.over.toggleAttribute(
					"data-on-break",
					place !== undefined && breakAtPixel(place.x) !== undefined,
				);
				const { mode, bluePinned, cursors } = scopeStore.getState();
				if (place === undefined || mode !== "paused" || bluePinned) {
					heldAt = undefined;
					return;
				}
				if (cursors.blue !== heldAt?.time) {
					// Something else moved blue: it stays until the pointer has gone its way.
					if (heldAt !== undefined && Math.abs(place.x - heldAt.x) < BLUE_HOLD) return;
				}
				const time = onTick(viewport.timeAt(place.x));
				heldAt = { x: place.x, time };
				setCursor("blue", time);
			},
			range: (kind, fromX, toX, done) => {
				const [left, right] = fromX < toX ? [fromX, toX] : [toX, fromX];
				const [from, to] = [onTick(viewport.timeAt(left)), onTick(viewport.timeAt(right))];
				if (kind === "measure") {
					setCursor("green", from);
					setCursor("red", to);
					return;
				}
				box.style.display = done ? "none" : "";
				box.style.transform = `translateX(${left}px)`;
				box.style.width = `${right - left}px`;
				if (done && right - left >= 3) viewport.show({ from, to });
			},
			cancelRange: () => {
				box.style.display = "none";
				setCursor("green", undefined);
				setCursor("red", undefined);
			},
			hold: (x) => holdMarker(x, timeline),
			scrollLanes,
			dragging: setDragging,
		});
		onTimeline(timeline);
		return () => {
			onTimeline(undefined);
			rulerEnd();
			gestures.destroy();
			for (const layer of layers) layer.destroy();
			timeline.destroy();
			drawn.current = undefined;
			ruler.remove();
		};
	}, [phone, scrollLanes, onTimeline]);

	return (
		<div
			ref={host}
			id={PLOT_ID}
			className={styles["host"]}
			style={{ ["--ruler" as string]: `${RULER_HEIGHT}px` }}
			role="application"
			aria-label="Traces"
			aria-roledescription="timeline"
			aria-describedby="scope-live-line"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys.
			tabIndex={0}
			data-tool={tool}
			data-playing={isPlaying || undefined}
			data-dragging={isDragging || undefined}
			onContextMenu={(event) => {
				event.preventDefault();
				const { left, top } = event.currentTarget.getBoundingClientRect();
				const time = onTick(viewport.timeAt(event.clientX - left));
				const scroll = drawn.current?.shown?.scroll ?? 0;
				const lane = laneAt(laneStore.getState(), event.clientY - top - RULER_HEIGHT + scroll);
				setMenu({ x: event.clientX, y: event.clientY, time, channel: lane?.channel });
			}}
		>
			<EmptyText />
			<LiveLine />
			<PlotMenu
				place={menu}
				onClose={() => {
					setMenu(undefined);
					if (host.current !== null) focusPlot(host.current);
				}}
			/>
		</div>
	);
}

/** CSS pixels the pointer must move before it takes blue back from the keys. */
const BLUE_HOLD = 4;

function EmptyText() {
	const hasLanes = useStore(laneStore, (state) => state.lanes.length > 0);
	const hasIdle = useStore(laneStore, (state) => state.idleRow !== undefined);
	const text = useStore(connectionStore, ({ socket, target }) => emptyText(socket, target?.state, hasIdle));
	if (hasLanes) return null;
	return <div className={styles["note"]}>{text}</div>;
}
