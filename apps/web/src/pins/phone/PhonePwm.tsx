import { Button, Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { requestChange } from "../activity/pinGestures.ts";
import { ReleaseButton } from "../inspector/PinInspector.tsx";
import { usePwmSettings } from "../inspector/usePwmSettings.ts";
import { nextDutyCycle } from "../model/pwmSteps.ts";
import styles from "./PinSheet.module.css";
import { StepLine } from "./StepLine.tsx";

/** PWM by thumb. */
export function PhonePwm({ gpio, disabled }: { readonly gpio: number; readonly disabled: boolean }) {
	const { dutyCycle, range, steps, index, setDuty, setFrequency } = usePwmSettings(gpio);
	const step = steps[index];
	return (
		<>
			<StepLine
				label="duty"
				caption="Duty"
				value={dutyCycle}
				min={0}
				max={range}
				disabled={disabled}
				figure={
					<>
						{dutyCycle}
						<span>/{range}</span>
					</>
				}
				onSlide={setDuty}
				onStep={(direction) => {
					if (step !== undefined) setDuty(nextDutyCycle(dutyCycle, range, step, direction));
				}}
			/>
			<div className={styles["buttons"]}>
				<Button
					size="lg"
					disabled={disabled}
					onClick={() => requestChange("inspector", { command: "write", args: { gpio, level: 0 } })}
				>
					Off
				</Button>
				<Menu position="top">
					<Menu.Target>
						<Button size="lg" disabled={disabled} rightSection={<ChevronDown size={14} />}>
							{step?.frequency ?? "–"} Hz
						</Button>
					</Menu.Target>
					<Menu.Dropdown mah={280} style={{ overflowY: "auto" }}>
						{steps.map(({ frequency }, each) => (
							<Menu.Item key={frequency} onClick={() => setFrequency(each)}>
								{frequency} Hz
							</Menu.Item>
						))}
					</Menu.Dropdown>
				</Menu>
				<Button size="lg" disabled={disabled} onClick={() => setDuty(range)}>
					Full
				</Button>
				<ReleaseButton gpio={gpio} disabled={disabled} touch />
			</div>
		</>
	);
}
