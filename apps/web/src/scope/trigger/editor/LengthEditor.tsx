import { type Extent, formatSpan, groupDigits, piscopeSamples } from "@gpioscope/logic";
import { triggerLimits } from "@gpioscope/protocol";
import { NumberField } from "../../../widgets/NumberField.tsx";
import { Segments } from "../../../widgets/Segments.tsx";
import styles from "./editor.module.css";
import { TimeField } from "./TimeField.tsx";

interface Props {
	readonly length: Extent;
	readonly onChange: (length: Extent) => void;
}

/** µs. */
const TIMES = [1000, 10_000, 100_000, 1_000_000, 10_000_000] as const;

const UNITS = [
	{ value: "time", label: "Time" },
	{ value: "changes", label: "Changes" },
] as const;

/** What each begins with. */
const USUAL = {
	time: { unit: "time", micros: 100_000 },
	changes: { unit: "changes", count: 1000 },
} as const satisfies Record<Extent["unit"], Extent>;

/** How much is looked at: a time, or a number of changes as in piscope. */
export function LengthEditor({ length, onChange }: Props) {
	return (
		<>
			<div className={styles["row"]}>
				<span className={styles["label"]}>Length</span>
				{length.unit === "time" ? (
					<TimeField
						label="Length"
						value={length.micros}
						width={104}
						onChange={(micros) => {
							if (micros !== undefined) onChange({ unit: "time", micros });
						}}
					/>
				) : (
					<NumberField
						label="Length"
						value={length.count}
						min={1}
						max={triggerLimits.changes}
						step={100}
						width={104}
						onChange={(count) => onChange({ unit: "changes", count })}
					/>
				)}
				<Segments
					label="Length in"
					segments={UNITS}
					value={length.unit}
					size="bar"
					fit
					onPick={(unit) => {
						if (unit !== length.unit) onChange(USUAL[unit]);
					}}
				/>
			</div>
			<div className={styles["proposals"]}>
				{length.unit === "time"
					? TIMES.map((micros) => (
							<button
								key={micros}
								type="button"
								aria-pressed={length.micros === micros}
								onClick={() => onChange({ unit: "time", micros })}
							>
								{formatSpan(micros, { trim: true })}
							</button>
						))
					: piscopeSamples.map((count) => (
							<button
								key={count}
								type="button"
								aria-pressed={length.count === count}
								onClick={() => onChange({ unit: "changes", count })}
							>
								{groupDigits(count, 0)}
							</button>
						))}
			</div>
		</>
	);
}
