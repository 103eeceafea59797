import { parseTime } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { NumberField } from "../../widgets/NumberField.tsx";
import { ValueSlider } from "../../widgets/ValueSlider.tsx";
import { useSamplePeriod } from "../activity/currentBoard.ts";
import { realServoWidth, servoAngle, servoCentre } from "../model/servoWidth.ts";
import styles from "./inspector.module.css";
import { ServoDial } from "./ServoDial.tsx";
import { ServoLimits } from "./ServoLimits.tsx";
import { useServo } from "./useServo.ts";

/** A servo on a GPIO: pulse width within safe limits, centre, sweep, off. */
export function ServoDrive({ gpio, disabled }: { readonly gpio: number; readonly disabled: boolean }) {
	const samplePeriod = useSamplePeriod();
	const { isOn, width, limits, set, off, sweep, toggleSweep } = useServo(gpio, disabled);
	const real = realServoWidth(width, samplePeriod);
	return (
		<>
			<ServoDial width={width} limits={limits} isOn={isOn} />
			<div className={styles["label"]}>
				<span>Pulse width</span>
				<NumberField
					label="Pulse width"
					value={width}
					{...limits}
					step={samplePeriod}
					unit="µs"
					width={104}
					disabled={disabled}
					parse={parseTime}
					onChange={set}
				/>
			</div>
			<ValueSlider
				label="Pulse width"
				value={width}
				{...limits}
				step={samplePeriod}
				disabled={disabled}
				speak={(value) => `${value} microseconds, ${Math.round(servoAngle(value))} degrees`}
				onSlide={set}
			/>
			<div className={styles["ends"]}>
				<span>{limits.min}</span>
				<ServoLimits gpio={gpio} disabled={disabled} />
				<span>{limits.max}</span>
			</div>
			<p className={styles["note"]}>
				{isOn ? "Sends " : "Will send "}
				<b>{real} µs</b> 50 times a second{real === width ? "." : `: whole samples of ${samplePeriod} µs.`}
			</p>
			<div className={styles["buttons"]}>
				<Button size="xs" disabled={disabled} onClick={() => set(servoCentre)}>
					Centre
				</Button>
				<Button size="xs" disabled={disabled} onClick={toggleSweep}>
					{sweep.running ? "Stop sweep" : "Sweep"}
				</Button>
				<Button size="xs" disabled={disabled || !isOn} onClick={off}>
					Off
				</Button>
			</div>
			<div className={`${styles["label"]} ${styles["spaced"]}`}>
				<span>Sweep speed</span>
				<NumberField
					label="Sweep speed"
					value={sweep.speed}
					min={50}
					max={5000}
					step={50}
					unit="µs/s"
					width={104}
					disabled={disabled}
					onChange={sweep.setSpeed}
				/>
			</div>
		</>
	);
}
