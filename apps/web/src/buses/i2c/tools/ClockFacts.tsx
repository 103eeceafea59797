import { decodableClock, formatFrequency, samplePeriodFor } from "@gpioscope/logic";
import { Chip } from "../../../widgets/Chip.tsx";
import styles from "./I2cTools.module.css";
import { useClock } from "./useClock.ts";

/** The clock that a Pi's controller has unless it is set up otherwise, Hz. */
const USUAL_CLOCK = 100_000;

/** How fast the clock line runs, and whether the samples are dense enough to decode it. */
export function ClockFacts() {
	const { clock, isTooFast, samplePeriod } = useClock();
	const decodable = decodableClock(samplePeriod);
	const wanted = samplePeriodFor(clock ?? USUAL_CLOCK);
	const isBeyond = isTooFast || (clock !== undefined && clock > decodable);
	const remedy =
		wanted === undefined
			? ""
			: ` pigpiod -s ${wanted} samples often enough for ${formatFrequency(clock ?? USUAL_CLOCK, { trim: true })}.`;
	return (
		<>
			<span className={styles["fact"]}>
				Clock measured <b>{isTooFast ? "too fast" : clock === undefined ? "–" : formatFrequency(clock)}</b>
			</span>
			<Chip
				tone={isBeyond ? "attention" : "outline"}
				title={`A clock period takes five samples to be decoded for certain.${isBeyond ? remedy : ""}`}
			>
				{samplePeriod} µs sampling decodes up to {formatFrequency(decodable, { trim: true })}
			</Chip>
		</>
	);
}
