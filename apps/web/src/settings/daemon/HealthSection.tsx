import { type PointerEvent, useState } from "react";
import { useStore } from "zustand";
import { type HealthSample, healthStore } from "../../stores/healthStore.ts";
import { rateText } from "../../widgets/rateText.ts";
import { Section } from "../../widgets/Section.tsx";
import styles from "./HealthSection.module.css";
import { type HealthFigure, healthPath, niceCeiling, sampleAt, summaryOf } from "./healthFigures.ts";

interface Row {
	readonly figure: HealthFigure;
	readonly name: string;
	/** What the figure tells, in one sentence. */
	readonly means: string;
	/** The scale is never finer than this. */
	readonly least: number;
	readonly format: (value: number) => string;
}

const milliseconds = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

const ROWS: readonly Row[] = [
	{
		figure: "roundTripMs",
		name: "Round trip",
		means: "From a command to pigpiod's answer. Grows with the network, and when the Pi is busy.",
		least: 1,
		format: milliseconds,
	},
	{
		figure: "probeMs",
		name: "Report path",
		means: "From an event to its report. Stops when another program does not read its notifications.",
		least: 1,
		format: milliseconds,
	},
	{
		figure: "reportsPerSecond",
		name: "Reports",
		means: "Changes that pigpiod reports in a second. Many cost its processor and the network.",
		least: 10,
		format: rateText,
	},
];

/** The last ten minutes of the way to the daemon, a graph for each figure. */
export function HealthSection() {
	const { samples } = useStore(healthStore);
	const [place, setPlace] = useState<number>();
	const pointed = place === undefined ? undefined : sampleAt(samples, place);
	return (
		<Section
			title="Connection health"
			aside={pointed === undefined ? "last 10 min" : new Date(pointed.at).toLocaleTimeString("en-GB")}
		>
			<div className={styles["rows"]}>
				{ROWS.map((row) => (
					<Graph
						key={row.figure}
						row={row}
						samples={samples}
						pointed={pointed}
						place={place}
						onPlace={setPlace}
					/>
				))}
			</div>
		</Section>
	);
}

const WIDTH = 600;
const HEIGHT = 44;

interface GraphProps {
	readonly row: Row;
	readonly samples: readonly HealthSample[];
	readonly pointed: HealthSample | undefined;
	readonly place: number | undefined;
	readonly onPlace: (place: number | undefined) => void;
}

function Graph({ row, samples, pointed, place, onPlace }: GraphProps) {
	const { figure, name, means, least, format } = row;
	const { now, median, worst, missing } = summaryOf(samples, figure);
	const ceiling = niceCeiling(worst ?? 0, least);
	const shown = pointed === undefined ? now : pointed[figure];
	const text = (value: number | undefined): string => (value === undefined ? "–" : format(value));
	const onMove = (event: PointerEvent<HTMLElement>): void => {
		const { left, width } = event.currentTarget.getBoundingClientRect();
		onPlace((event.clientX - left) / width);
	};
	const path = healthPath(samples, figure, { width: WIDTH, height: HEIGHT, ceiling });
	return (
		<div className={styles["row"]}>
			<div className={styles["head"]} title={means}>
				<span className={styles["name"]}>{name}</span>
				<b className={styles["now"]}>{text(shown)}</b>
			</div>
			<div
				className={styles["plot"]}
				role="img"
				aria-label={`${name}: now ${text(now)}, usually ${text(median)}, at most ${text(worst)} in the last 10 minutes`}
				onPointerMove={onMove}
				onPointerLeave={() => onPlace(undefined)}
			>
				<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
					<path className={styles["line"]} d={path} />
				</svg>
				<span className={styles["ceiling"]}>{format(ceiling)}</span>
				{pointed !== undefined && place !== undefined && (
					<span className={styles["pointer"]} style={{ left: `${place * 100}%` }} />
				)}
			</div>
			<dl className={styles["figures"]}>
				<dt>usually</dt>
				<dd>{text(median)}</dd>
				<dt>at most</dt>
				<dd>{text(worst)}</dd>
				<dt>unanswered</dt>
				<dd data-attention={missing > 0 || undefined}>{missing === 0 ? "none" : `${missing} s`}</dd>
			</dl>
		</div>
	);
}
