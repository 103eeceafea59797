import { Button } from "@mantine/core";
import { useState } from "react";
import type { PinCall } from "../../actions/pins/pinCall.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { useSamplePeriod } from "../activity/currentBoard.ts";
import { requestChange, requestSlide, takePin } from "../activity/pinGestures.ts";
import { movePin } from "../activity/sendPin.ts";
import { ReleaseButton } from "../inspector/PinInspector.tsx";
import { ServoLimits } from "../inspector/ServoLimits.tsx";
import { useSweep } from "../inspector/useSweep.ts";
import { safeServoLimits, servoCentre, servoLimits } from "../model/servoWidth.ts";
import { usePinsView } from "../pinsViewStore.ts";
import styles from "./PinSheet.module.css";
import { StepLine } from "./StepLine.tsx";

/** A servo by thumb, within its safe limits. */
export function PhoneServo({ gpio, disabled }: { readonly gpio: number; readonly disabled: boolean }) {
	const drive = usePin(gpio)?.drive;
	const width = drive?.kind === "servo" ? drive.pulseWidth : 0;
	const isWide = usePinsView((state) => state.wideServos[gpio] === true);
	const samplePeriod = useSamplePeriod();
	const [draft, setDraft] = useState(servoCentre);
	const limits = isWide ? servoLimits : safeServoLimits;
	const shown = width > 0 ? width : draft;
	const callOf = (pulseWidth: number): PinCall => ({ command: "setServo", args: { gpio, pulseWidth } });
	const set = (pulseWidth: number): void => {
		setDraft(pulseWidth);
		requestSlide(callOf(pulseWidth));
	};
	const sweep = useSweep(limits, !disabled, (pulseWidth) => movePin(callOf(pulseWidth)));
	const toggleSweep = (): void =>
		sweep.running ? sweep.stop() : takePin("inspector", callOf(shown), () => sweep.start(shown));
	return (
		<>
			<StepLine
				label="pulse width"
				caption="Pulse"
				value={shown}
				{...limits}
				disabled={disabled}
				figure={
					<>
						{shown}
						<span> µs</span>
					</>
				}
				onSlide={set}
				onStep={(direction) =>
					set(Math.min(limits.max, Math.max(limits.min, shown + direction * Math.max(10, samplePeriod))))
				}
			/>
			<div className={styles["buttons"]}>
				<Button
					size="lg"
					disabled={disabled || width === 0}
					onClick={() => {
						sweep.stop();
						requestChange("inspector", { command: "setServo", args: { gpio, pulseWidth: 0 } });
					}}
				>
					Off
				</Button>
				<Button size="lg" disabled={disabled} onClick={() => set(servoCentre)}>
					Centre
				</Button>
				<Button size="lg" disabled={disabled} onClick={toggleSweep}>
					{sweep.running ? "Stop" : "Sweep"}
				</Button>
				<ReleaseButton gpio={gpio} disabled={disabled} touch />
			</div>
			<div className={styles["limits"]}>
				<ServoLimits gpio={gpio} disabled={disabled} touch />
			</div>
		</>
	);
}
