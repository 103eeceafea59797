import { boardOf, formatSpan, groupDigits, pinOf, type WidthKind, type WidthSummary } from "@gpioscope/logic";
import { useState } from "react";
import { useStore } from "zustand";
import { connectionStore } from "../../stores/connectionStore.ts";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { isInView } from "../actions/here.ts";
import { searchAndShow } from "../find/stepToMatch.ts";
import { jump } from "../jumps.ts";
import { channelOf, channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { viewport } from "../mainViewport.ts";
import { Histogram } from "../measure/Histogram.tsx";
import { binSearchText } from "../measure/isOutlier.ts";
import measureStyles from "../measure/measure.module.css";
import { timeStep, useLaneWidths } from "../measure/useLaneWidths.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";
import { spanText, timeResolution } from "../spanText.ts";
import styles from "./inspector.module.css";

const KINDS: readonly { readonly value: WidthKind; readonly label: string; readonly words: string }[] = [
	{ value: "high", label: "High", words: "high pulse" },
	{ value: "low", label: "Low", words: "low pulse" },
	{ value: "period", label: "Period", words: "period" },
];

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
	const pin = useStore(connectionStore, ({ target }) =>
		gpio !== undefined && target !== undefined && "revision" in target.state
			? pinOf(boardOf(target.state.revision), gpio)?.pin
			: undefined,
	);
	const color = useStore(
		laneStore,
		(state) => state.lanes.find((lane) => lane.channel === channel)?.color ?? 0,
	);
	const [kind, setKind] = useState<WidthKind>("high");
	const places = [name === place ? "" : place, pin === undefined ? "" : `pin ${pin}`];
	return (
		<Section
			title={
				<>
					<span className={styles["swatch"]} style={{ background: `var(--c${color})` }} />
					<span className={styles["lane"]}>{name}</span>{" "}
					<span className={styles["place"]}>{places.filter((part) => part !== "").join(", ")}</span>
				</>
			}
		>
			<div className={styles["kinds"]}>
				<Segments label="Width of" segments={KINDS} value={kind} size="bar" fit onPick={setKind} />
			</div>
			<Widths channel={channel} name={name} color={color} kind={kind} />
		</Section>
	);
}

function Widths({
	channel,
	name,
	color,
	kind,
}: {
	readonly channel: number;
	readonly name: string;
	readonly color: number;
	readonly kind: WidthKind;
}) {
	const isInverted = useStore(channelsStore, (state) => channelOf(channel, state).style.inverted === true);
	const { spread, lane, where, failed } = useLaneWidths(channel, kind, isInverted);
	const words = KINDS.find(({ value }) => value === kind)?.words ?? kind;
	const summary = spread?.summary;
	const scale = spread?.scale === "log" ? "log widths and counts" : "log counts";
	const count = summary?.count ?? 0;
	return (
		<>
			<Histogram
				spread={spread}
				step={timeStep()}
				color={color}
				label={`Histogram of ${words} widths`}
				onPick={
					kind === "period"
						? undefined
						: (bin) => searchAndShow(`${words} ${binSearchText(bin, timeResolution())} on ${name}`)
				}
			/>
			<div className={styles["scale"]}>
				<span>{summary === undefined ? "" : spanText(summary.min, { trim: true })}</span>
				<span>
					{failed
						? "The capture did not answer"
						: summary === undefined
							? where === ""
								? ""
								: `No whole ${words} ${where}`
							: `${groupDigits(count, 0)} ${words}${count === 1 ? "" : "s"}, ${scale}`}
				</span>
				<span>{summary === undefined ? "" : spanText(summary.max, { trim: true })}</span>
			</div>
			<KeyValues
				rows={[
					["Mean ± deviation", summary && meanText(summary)],
					["Min, max", summary && <Extremes summary={summary} />],
					["High time", lane && `${spanText(lane.highTime)} of ${spanText(lane.knownTime)}`],
					[
						"Measured",
						<span key="where" className={lane?.overGap === true ? styles["attention"] : undefined}>
							{where}
							{lane?.overGap === true ? ", over a gap" : ""}
						</span>,
					],
				]}
			/>
		</>
	);
}

/** The mean has a digit more than the step in which widths come, the deviation two digits in all. */
function meanText({ mean, deviation }: WidthSummary): string {
	const step = timeResolution();
	const resolution = deviation < step / 20 ? step : step / 10;
	return `${formatSpan(mean, { resolution, significant: 5 })} ± ${formatSpan(deviation, { resolution, significant: 2 })}`;
}

function Extremes({ summary: { min, max, minAt, maxAt } }: { readonly summary: WidthSummary }) {
	const go = (time: number): void => {
		scopeStore.getState().pause();
		setCursor("blue", time);
		if (!isInView(time)) jump(() => viewport.showTime(time));
	};
	return (
		<>
			<button
				type="button"
				className={measureStyles["link"]}
				title="Go to the shortest"
				onClick={() => go(minAt)}
			>
				{spanText(min, { trim: true })}
			</button>
			{", "}
			<button
				type="button"
				className={measureStyles["link"]}
				title="Go to the longest"
				onClick={() => go(maxAt)}
			>
				{spanText(max, { trim: true })}
			</button>
		</>
	);
}
