import {
	type Board,
	formatFrequency,
	gpiosOfClock,
	gpiosOfPwmChannel,
	hardwareClock,
	hardwarePwmChannel,
	hardwarePwmOutcome,
	parseFrequency,
} from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { useState } from "react";
import { usePin } from "../../stores/pinsStore.ts";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import { useIsWrong } from "../../widgets/fieldGroup.ts";
import { NumberField } from "../../widgets/NumberField.tsx";
import { ValueSlider } from "../../widgets/ValueSlider.tsx";
import { requestChange, requestSlide } from "../activity/pinGestures.ts";
import styles from "./inspector.module.css";

/** Duty cycle at which hardware PWM is always high. */
const FULL = 1_000_000;

/** Hz of a clock before another is chosen. */
const defaultClock = 1_000_000;

/** Limits of frequencies in Hz, which the BCM2711 has wider. */
function limitsOf(board: Board) {
	return board.processor === "BCM2711"
		? { pwm: { min: 1, max: 187_500_000 }, clock: { min: 13_184, max: 375_000_000 } }
		: { pwm: { min: 1, max: 125_000_000 }, clock: { min: 4689, max: 250_000_000 } };
}

/** Of a duty cycle in millionths. */
const PERCENT = FULL / 100;

function parsePercent(text: string): number | undefined {
	const percent = text.replace("%", "").trim();
	return percent === "" ? undefined : Number(percent) * PERCENT;
}

interface Props {
	readonly gpio: number;
	readonly board: Board;
	readonly disabled: boolean;
}

/** Hardware PWM and clock of the GPIOs that have them. */
export function HardwareDrive({ gpio, board, disabled }: Props) {
	const channel = hardwarePwmChannel(gpio);
	const clock = hardwareClock(gpio);
	const usable = (candidates: readonly number[]): string =>
		candidates.filter((each) => board.gpios.includes(each)).join(", ");
	if (channel === undefined && (clock === undefined || clock === 1)) {
		return (
			<p className={styles["note"]}>
				GPIO {gpio} has no hardware PWM and no free clock. Hardware PWM: GPIO{" "}
				{usable([...gpiosOfPwmChannel(0), ...gpiosOfPwmChannel(1)].sort((a, b) => a - b))}; clocks: GPIO{" "}
				{usable([4, 6, 20])}.
			</p>
		);
	}
	return (
		<>
			{channel !== undefined && (
				<HardwarePwm
					gpio={gpio}
					channel={channel}
					limits={limitsOf(board).pwm}
					disabled={disabled}
					board={board}
				/>
			)}
			{clock !== undefined && clock !== 1 && (
				<HardwareClock
					gpio={gpio}
					clock={clock}
					limits={limitsOf(board).clock}
					disabled={disabled}
					shared={gpiosOfClock(clock).filter((each) => each !== gpio && board.gpios.includes(each))}
				/>
			)}
		</>
	);
}

interface Limits {
	readonly min: number;
	readonly max: number;
}

function HardwarePwm({
	gpio,
	channel,
	limits,
	disabled,
	board,
}: Props & { readonly channel: number; readonly limits: Limits }) {
	const drive = usePin(gpio)?.drive;
	const running = drive?.kind === "hardwarePwm" ? drive : undefined;
	const [draft, setDraft] = useState({ frequency: 25_000, dutyCycle: FULL / 2 });
	const frequency = running?.frequency ?? draft.frequency;
	const dutyCycle = running?.dutyCycle ?? draft.dutyCycle;
	const set = (next: { frequency: number; dutyCycle: number }): void => {
		setDraft(next);
		requestSlide({ command: "setHardwarePwm", args: { gpio, ...next } });
	};
	const outcome = hardwarePwmOutcome(frequency, board.processor);
	const shared = gpiosOfPwmChannel(channel).filter((each) => each !== gpio && board.gpios.includes(each));
	return (
		<FieldForm>
			<div className={styles["label"]}>
				<span>Frequency</span>
				<NumberField
					label="Hardware PWM frequency"
					value={frequency}
					{...limits}
					unit="Hz"
					width={124}
					disabled={disabled}
					parse={parseFrequency}
					onChange={(next) => set({ frequency: next, dutyCycle })}
				/>
			</div>
			<div className={`${styles["label"]} ${styles["spaced"]}`}>
				<span>Duty</span>
				<NumberField
					label="Hardware PWM duty"
					value={dutyCycle}
					min={0}
					max={FULL}
					step={FULL / 1000}
					unit="%"
					range="0 to 100 %"
					width={124}
					disabled={disabled}
					format={(value) => String(value / PERCENT)}
					parse={parsePercent}
					onChange={(next) => set({ frequency, dutyCycle: next })}
				/>
			</div>
			<ValueSlider
				label="Hardware PWM duty cycle"
				value={dutyCycle}
				min={0}
				max={FULL}
				step={FULL / 1000}
				disabled={disabled}
				speak={(value) => `${value / (FULL / 100)} percent`}
				onSlide={(next) => set({ frequency, dutyCycle: next })}
			/>
			<p className={styles["note"]}>
				{running === undefined ? "Gets " : "Runs at "}
				<b>{formatFrequency(outcome.frequency, { trim: true })}</b> with {outcome.steps}{" "}
				{outcome.steps === 1 ? "step" : "steps"} of duty. Channel PWM{channel}
				{shared.length > 0 && `, shared with GPIO ${shared.join(" and ")}`}. Starting it stops a wave that is
				being sent, and sending one stops it.
			</p>
			<StartStop
				gpio={gpio}
				running={running !== undefined}
				disabled={disabled}
				onStart={() => set({ frequency, dutyCycle })}
			/>
		</FieldForm>
	);
}

interface StartStopProps {
	readonly gpio: number;
	readonly running: boolean;
	readonly disabled: boolean;
	readonly onStart: () => void;
}

/** Stopping leaves the pin as a low output. */
function StartStop({ gpio, running, disabled, onStart }: StartStopProps) {
	const isWrong = useIsWrong();
	const stop = (): void => requestChange("inspector", { command: "write", args: { gpio, level: 0 } });
	return (
		<div className={styles["buttons"]}>
			<Button size="xs" disabled={disabled || (isWrong && !running)} onClick={running ? stop : onStart}>
				{running ? "Stop" : "Start"}
			</Button>
		</div>
	);
}

function HardwareClock({
	gpio,
	clock,
	limits,
	disabled,
	shared,
}: {
	readonly gpio: number;
	readonly clock: number;
	readonly limits: Limits;
	readonly disabled: boolean;
	/** Other GPIOs of the board that can have the same clock. */
	readonly shared: readonly number[];
}) {
	const drive = usePin(gpio)?.drive;
	const running = drive?.kind === "clock";
	const [draft, setDraft] = useState(defaultClock);
	const frequency = running ? drive.frequency : draft;
	const start = (next: number): void => {
		setDraft(next);
		requestChange("inspector", { command: "setHardwareClock", args: { gpio, frequency: next } });
	};
	return (
		<FieldForm className={styles["spaced"]}>
			<div className={styles["label"]}>
				<span>Clock {clock}</span>
				<NumberField
					label={`Frequency of clock ${clock}`}
					value={frequency}
					{...limits}
					unit="Hz"
					width={124}
					disabled={disabled}
					parse={parseFrequency}
					onChange={start}
				/>
			</div>
			<p className={styles["note"]}>
				A square wave of that frequency{shared.length > 0 && `, the same on GPIO ${shared.join(" and ")}`}.
				What drives the pin now stops.
			</p>
			<StartStop gpio={gpio} running={running} disabled={disabled} onStart={() => start(frequency)} />
		</FieldForm>
	);
}
