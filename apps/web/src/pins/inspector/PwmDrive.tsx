import { nearestPwmFrequency, parseFrequency } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { NumberField } from "../../widgets/NumberField.tsx";
import { ValueSlider } from "../../widgets/ValueSlider.tsx";
import { useSamplePeriod } from "../activity/currentBoard.ts";
import { requestChange } from "../activity/pinGestures.ts";
import { outcomeWords, pwmOutcome, rangeLimits } from "../model/pwmSteps.ts";
import styles from "./inspector.module.css";
import { PulsePreview } from "./PulsePreview.tsx";
import { usePwmSettings } from "./usePwmSettings.ts";

/** PWM of a GPIO: duty, the frequencies the daemon really has, range, and the pulse that comes of it. */
export function PwmDrive({ gpio, disabled }: { readonly gpio: number; readonly disabled: boolean }) {
	const { running, dutyCycle, range, steps, index, setDuty, setFrequency, setRange } = usePwmSettings(gpio);
	const samplePeriod = useSamplePeriod();
	const step = steps[index];
	if (step === undefined) return null;
	const outcome = pwmOutcome(Math.min(range, dutyCycle), range, step);
	const words = outcomeWords(outcome);
	const hertz = step.frequency;
	return (
		<>
			<div className={styles["label"]}>
				<span>Duty</span>
				<NumberField
					label="Duty cycle"
					value={dutyCycle}
					min={0}
					max={range}
					unit={`of ${range}`}
					range={`0 to ${range}`}
					width={104}
					disabled={disabled}
					onChange={setDuty}
				/>
			</div>
			<ValueSlider
				label="Duty cycle"
				value={dutyCycle}
				min={0}
				max={range}
				disabled={disabled}
				speak={(value) => `${value} of ${range}`}
				onSlide={setDuty}
			/>
			<div className={`${styles["label"]} ${styles["spaced"]}`}>
				<span>Frequency</span>
				<NumberField
					label="Frequency"
					value={hertz}
					min={steps[0]?.frequency ?? 0}
					max={steps.at(-1)?.frequency ?? 0}
					unit="Hz"
					width={104}
					disabled={disabled}
					parse={parseFrequency}
					onChange={(next) => setFrequency(stepTowards(next, hertz, index, nearestPwmFrequency(steps, next)))}
				/>
			</div>
			<ValueSlider
				label="Frequency"
				value={index}
				min={0}
				max={steps.length - 1}
				disabled={disabled}
				speak={(value) => `${steps[value]?.frequency ?? 0} hertz`}
				onSlide={setFrequency}
			/>
			<div className={styles["ends"]}>
				<span>{steps[0]?.frequency}</span>
				<span>
					{steps.length} steps at {samplePeriod} µs sampling
				</span>
				<span>{steps.at(-1)?.frequency}</span>
			</div>
			<PulsePreview high={outcome.high} period={outcome.period} samplePeriod={samplePeriod} />
			<p className={styles["note"]}>
				{words.before}
				<b>{words.share}</b>
				{words.after}
			</p>
			<div className={styles["line"]}>
				<span>
					{running && (
						<Button
							size="xs"
							disabled={disabled}
							onClick={() => requestChange("inspector", { command: "write", args: { gpio, level: 0 } })}
						>
							Stop PWM
						</Button>
					)}
				</span>
				<span>Range</span>
				<NumberField
					label="Range"
					value={range}
					{...rangeLimits}
					unit="steps"
					width={104}
					disabled={disabled}
					onChange={setRange}
				/>
			</div>
		</>
	);
}

/** An arrow key moves the field by one hertz, which means the next step; anything typed means the nearest one. */
function stepTowards(asked: number, present: number, index: number, nearest: number): number {
	if (nearest !== index || asked === present) return nearest;
	return asked > present ? index + 1 : index - 1;
}
