import { Button } from "@mantine/core";
import { useSamplePeriod } from "../activity/currentBoard.ts";
import { ReleaseButton } from "../inspector/PinInspector.tsx";
import { ServoLimits } from "../inspector/ServoLimits.tsx";
import { useServo } from "../inspector/useServo.ts";
import { servoCentre } from "../model/servoWidth.ts";
import styles from "./PinSheet.module.css";
import { StepLine } from "./StepLine.tsx";

/** A servo by thumb, within its safe limits. */
export function PhoneServo({ gpio, disabled }: { readonly gpio: number; readonly disabled: boolean }) {
	const samplePeriod = useSamplePeriod();
	const { isOn, width, limits, set, off, sweep, toggleSweep } = useServo(gpio, disabled);
	return (
		<>
			<StepLine
				label="pulse width"
				caption="Pulse"
				value={width}
				{...limits}
				disabled={disabled}
				figure={
					<>
						{width}
						<span> µs</span>
					</>
				}
				onSlide={set}
				onStep={(direction) =>
					set(Math.min(limits.max, Math.max(limits.min, width + direction * Math.max(10, samplePeriod))))
				}
			/>
			<div className={styles["buttons"]}>
				<Button size="lg" disabled={disabled || !isOn} onClick={off}>
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
