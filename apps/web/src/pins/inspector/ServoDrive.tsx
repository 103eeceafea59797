import { parseTime } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { useState } from "react";
import type { PinCall } from "../../actions/pins/pinCall.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { NumberField } from "../../widgets/NumberField.tsx";
import { ValueSlider } from "../../widgets/ValueSlider.tsx";
import { useSamplePeriod } from "../activity/currentBoard.ts";
import { requestChange, requestSlide, takePin } from "../activity/pinGestures.ts";
import { movePin } from "../activity/sendPin.ts";
import {
	realServoWidth,
	safeServoLimits,
	servoAngle,
	servoCentre,
	servoLimits,
} from "../model/servoWidth.ts";
import { usePinsView } from "../pinsViewStore.ts";
import styles from "./inspector.module.css";
import { ServoDial } from "./ServoDial.tsx";
import { ServoLimits } from "./ServoLimits.tsx";
import { useSweep } from "./useSweep.ts";

/** A servo on a GPIO: pulse width within safe limits, centre, sweep, off. */
export function ServoDrive({ gpio, disabled }: { readonly gpio: number; readonly disabled: boolean }) {
	const drive = usePin(gpio)?.drive;
	const width = drive?.kind === "servo" ? drive.pulseWidth : 0;
	const isWide = usePinsView((state) => state.wideServos[gpio] === true);
	const samplePeriod = useSamplePeriod();
	const [draft, setDraft] = useState<number>();
	const limits = isWide ? servoLimits : safeServoLimits;
	const callOf = (pulseWidth: number): PinCall => ({ command: "setServo", args: { gpio, pulseWidth } });
	const set = (pulseWidth: number): void => {
		setDraft(pulseWidth);
		requestSlide(callOf(pulseWidth));
	};
	const sweep = useSweep(limits, !disabled, (pulseWidth) => movePin(callOf(pulseWidth)));
	const toggleSweep = (): void =>
		sweep.running ? sweep.stop() : takePin("inspector", callOf(shown), () => sweep.start(shown));
	const isOn = width > 0;
	const shown = isOn ? width : (draft ?? servoCentre);
	const real = realServoWidth(shown, samplePeriod);
	return (
		<>
			<ServoDial width={shown} limits={limits} isOn={isOn} />
			<div className={styles["label"]}>
				<span>Pulse width</span>
				<NumberField
					label="Pulse width"
					value={shown}
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
				value={shown}
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
				<b>{real} µs</b> 50 times a second{real === shown ? "." : `: whole samples of ${samplePeriod} µs.`}
			</p>
			<div className={styles["buttons"]}>
				<Button size="xs" disabled={disabled} onClick={() => set(servoCentre)}>
					Centre
				</Button>
				<Button size="xs" disabled={disabled} onClick={toggleSweep}>
					{sweep.running ? "Stop sweep" : "Sweep"}
				</Button>
				<Button
					size="xs"
					disabled={disabled || !isOn}
					onClick={() => {
						sweep.stop();
						requestChange("inspector", { command: "setServo", args: { gpio, pulseWidth: 0 } });
					}}
				>
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
