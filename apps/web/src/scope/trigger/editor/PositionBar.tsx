import { type Extent, formatSpan, groupDigits } from "@gpioscope/logic";
import { Slider } from "@mantine/core";
import styles from "./editor.module.css";

interface Props {
	/** Share of the length that lies before the trigger, 0 to 1. */
	readonly position: number;
	readonly length: Extent;
	readonly number: number;
	readonly onChange: (position: number) => void;
}

/** Positions that piscope has names for. */
const NAMED = [
	{ value: 0, label: "from" },
	{ value: 50, label: "around" },
	{ value: 100, label: "to" },
] as const;

/** Where the trigger stands in what is looked at: a small picture of the capture with a flag that is dragged. */
export function PositionBar({ position, length, number, onChange }: Props) {
	const percent = Math.round(position * 100);
	const before = extentText(length, position);
	const after = extentText(length, 1 - position);
	return (
		<div className={styles["position"]}>
			<div className={styles["positionText"]}>
				<span>
					<b>{before}</b> before
				</span>
				<span className={styles["percent"]}>{percent} %</span>
				<span>
					<b>{after}</b> after
				</span>
			</div>
			<Slider
				classNames={{
					root: styles["bar"] ?? "",
					track: styles["barTrack"] ?? "",
					bar: styles["barBefore"] ?? "",
					thumb: styles["barThumb"] ?? "",
					mark: styles["barMark"] ?? "",
					markLabel: styles["barLabel"] ?? "",
				}}
				thumbLabel={`Position of trigger ${number}`}
				thumbProps={{ "aria-valuetext": `${percent} percent, ${before} before, ${after} after` }}
				thumbChildren={<span className={styles["barFlag"]}>T{number}</span>}
				label={null}
				min={0}
				max={100}
				step={1}
				value={percent}
				marks={[...NAMED]}
				onChange={(next) => onChange(next / 100)}
			/>
		</div>
	);
}

function extentText(length: Extent, share: number): string {
	if (length.unit === "time") return formatSpan(length.micros * share, { trim: true });
	const count = Math.round(length.count * share);
	return `${groupDigits(count, 0)} ${count === 1 ? "change" : "changes"}`;
}
