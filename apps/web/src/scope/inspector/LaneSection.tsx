import { boardOf, formatSpan, groupDigits, pinOf } from "@gpioscope/logic";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { shownCapture, shownStore } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import { samplePeriod } from "../currentZero.ts";
import { channelOf, channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { markedStretch } from "../markers/markedStretch.ts";
import { scopeStore } from "../scopeStore.ts";
import { Histogram } from "./Histogram.tsx";
import styles from "./inspector.module.css";
import { highWidths, type Widths } from "./widths.ts";

const BEAT_MS = 500;
/** More edges than this are not needed to know a width's spread. */
const MOST_EDGES = 4000;
/** µs that are looked at while live. */
const LIVE_STRETCH = 2e6;

interface Measured {
	readonly widths: Widths | undefined;
	/** Of which stretch, in words. */
	readonly where: string;
	readonly failed: boolean;
}

/** The selected lane: the spread of its pulse widths. */
export function LaneSection() {
	const channel = useStore(scopeStore, (state) => state.selected[0]);
	if (channel === undefined) {
		return (
			<Section title="Lane">
				<p className={styles["hint"]}>
					Click a lane's name to measure it and to step along its edges with ← →.
				</p>
			</Section>
		);
	}
	return <SelectedLane key={channel} channel={channel} />;
}

function SelectedLane({ channel }: { readonly channel: number }) {
	const { name, place, gpio } = useStore(channelsStore, (state) => channelOf(channel, state));
	const color = useStore(
		laneStore,
		(state) => state.lanes.find((lane) => lane.channel === channel)?.color ?? 0,
	);
	const pin = useStore(connectionStore, ({ target }) =>
		gpio !== undefined && target !== undefined && "revision" in target.state
			? pinOf(boardOf(target.state.revision), gpio)?.pin
			: undefined,
	);
	const { widths, where, failed } = useMeasured(channel);
	const places = [name === place ? "" : place, pin === undefined ? "" : `pin ${pin}`];
	return (
		<Section
			title={
				<>
					<span className={styles["swatch"]} style={{ background: `var(--c${color})` }} />
					{name} <span className={styles["place"]}>{places.filter((part) => part !== "").join(", ")}</span>
				</>
			}
		>
			<Histogram widths={widths} color={color} />
			<div className={styles["scale"]}>
				<span>{widths === undefined ? "" : formatSpan(widths.min, { trim: true })}</span>
				<span>
					{failed
						? "The capture did not answer"
						: widths === undefined
							? `No whole high pulse ${where}`
							: `High width, ${groupDigits(widths.count, 0)} ${widths.count === 1 ? "pulse" : "pulses"}, log scale`}
				</span>
				<span>{widths === undefined ? "" : formatSpan(widths.max, { trim: true })}</span>
			</div>
			<KeyValues
				rows={[
					[
						"Mean ± deviation",
						widths === undefined
							? undefined
							: `${formatSpan(widths.mean)} ± ${formatSpan(widths.deviation, { resolution: widths.deviation < 0.05 ? 1 : 0.1, significant: 2 })}`,
					],
					[
						"Min, max",
						widths === undefined
							? undefined
							: `${formatSpan(widths.min, { trim: true })}, ${formatSpan(widths.max, { trim: true })}`,
					],
					["Measured", where],
				]}
			/>
		</Section>
	);
}

function stretchNow(): { readonly from: number; readonly to: number; readonly where: string } {
	const marked = markedStretch();
	if (marked !== undefined) return { ...marked, where: "between markers" };
	const { endTime } = shownStore.getState();
	if (viewport.following) return { from: endTime - LIVE_STRETCH, to: endTime, where: "in the last 2 s" };
	return { from: viewport.view.from, to: viewport.view.to, where: "in view" };
}

function useMeasured(channel: number): Measured {
	const [measured, setMeasured] = useState<Measured>({ widths: undefined, where: "", failed: false });
	useEffect(() => {
		let isCurrent = true;
		let asked = "";
		const read = async (): Promise<void> => {
			const { from, to, where } = stretchNow();
			const key = `${from} ${to}`;
			if (key === asked) return;
			asked = key;
			try {
				const edges = await shownCapture.edges(channel, from, to, MOST_EDGES);
				if (isCurrent) setMeasured({ widths: highWidths(edges, samplePeriod() ?? 1), where, failed: false });
			} catch {
				if (isCurrent) setMeasured({ widths: undefined, where, failed: true });
			}
		};
		void read();
		const timer = setInterval(() => void read(), BEAT_MS);
		return () => {
			isCurrent = false;
			clearInterval(timer);
		};
	}, [channel]);
	return measured;
}
