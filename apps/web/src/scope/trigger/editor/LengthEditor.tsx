import { type Extent, formatSpan, groupDigits, piscopeSamples } from "@gpioscope/logic";
import { triggerLimits } from "@gpioscope/protocol";
import { NumberField } from "../../../widgets/NumberField.tsx";
import { radioGroupKeys } from "../../../widgets/radioGroupKeys.ts";
import styles from "./editor.module.css";
import { TimeField } from "./TimeField.tsx";

interface Props {
	readonly length: Extent;
	readonly onChange: (length: Extent) => void;
}

/** µs. */
const TIMES = [1000, 10_000, 100_000, 1_000_000, 10_000_000] as const;

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
				<div className={styles["segment"]} role="radiogroup" aria-label="Length in" {...radioGroupKeys}>
					{/* biome-ignore lint/a11y/useSemanticElements: a segment of buttons, as everywhere on these bars. */}
					<button
						type="button"
						role="radio"
						aria-checked={length.unit === "time"}
						onClick={() => onChange({ unit: "time", micros: 100_000 })}
					>
						Time
					</button>
					{/* biome-ignore lint/a11y/useSemanticElements: a segment of buttons, as everywhere on these bars. */}
					<button
						type="button"
						role="radio"
						aria-checked={length.unit === "changes"}
						onClick={() => onChange({ unit: "changes", count: 1000 })}
					>
						Changes
					</button>
				</div>
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
