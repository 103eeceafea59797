import { formatSpan } from "@gpioscope/logic";
import styles from "./PulsePreview.module.css";

interface Props {
	/** Microseconds high in each period. */
	readonly high: number;
	/** Microseconds of a period. */
	readonly period: number;
	readonly samplePeriod: number;
}

const WIDTH = 296;
const TOP = 14;
const BOTTOM = 45;
/** px of one period: two and a half fit. */
const PERIOD = 118;
const START = 6;
const STARTS = [0, 1, 2].map((index) => START + index * PERIOD);

/** The pulses to scale, with their width and period. */
export function PulsePreview({ high, period, samplePeriod }: Props) {
	const share = period === 0 ? 0 : high / period;
	const width = share * PERIOD;
	const always = share <= 0 ? "Always low" : share >= 1 ? "Always high" : undefined;
	const text = (micros: number): string => formatSpan(micros, { resolution: samplePeriod });
	const label = always ?? `Pulse ${text(high)} in every ${text(period)}`;
	return (
		<svg
			className={styles["preview"]}
			viewBox={`0 0 ${WIDTH} 58`}
			preserveAspectRatio="xMinYMid meet"
			role="img"
			aria-label={label}
		>
			<title>{label}</title>
			{always === undefined ? (
				<>
					<path
						d={STARTS.map((x) => `M${x} ${TOP}H${Math.min(WIDTH, x + width)}V${BOTTOM}H${x}Z`).join("")}
						className={styles["area"]}
					/>
					<path
						d={`M0 ${BOTTOM}${STARTS.map((x) => pulse(x, width)).join("")}H${WIDTH}`}
						className={styles["line"]}
					/>
					<Dimension from={START + PERIOD} to={START + PERIOD + width} y={7.5} text={text(high)} beside />
					<Dimension from={START} to={START + PERIOD} y={52.5} text={text(period)} />
				</>
			) : (
				<>
					<path d={`M0 ${share >= 1 ? TOP : BOTTOM}H${WIDTH}`} className={styles["line"]} />
					<text x={WIDTH / 2} y={34} textAnchor="middle" className={styles["text"]}>
						{always}
					</text>
				</>
			)}
		</svg>
	);
}

function pulse(x: number, width: number): string {
	const end = x + width;
	return end >= WIDTH ? `H${x}V${TOP}H${WIDTH}` : `H${x}V${TOP}H${end}V${BOTTOM}`;
}

interface DimensionProps {
	readonly from: number;
	readonly to: number;
	readonly y: number;
	readonly text: string;
	/** The text stands right of the arrow instead of in its middle. */
	readonly beside?: boolean;
}

function Dimension({ from, to, y, text, beside = false }: DimensionProps) {
	const room = text.length * 5.4 + 6;
	const isBeside = beside || to - from < room;
	// Near the right rim the text stands left of the arrow.
	const left = isBeside && to + room > WIDTH;
	return (
		<g>
			<path d={`M${from} ${y}H${to}M${from} ${y - 2.5}v5M${to} ${y - 2.5}v5`} className={styles["arrow"]} />
			{!isBeside && (
				<rect x={(from + to - room) / 2} y={y - 6} width={room} height={11} className={styles["gap"]} />
			)}
			<text
				x={isBeside ? (left ? from - 6 : to + 6) : (from + to) / 2}
				y={y + 3.5}
				textAnchor={isBeside ? (left ? "end" : "start") : "middle"}
				className={styles["text"]}
			>
				{text}
			</text>
		</g>
	);
}
