import type { Board } from "../board/Board.ts";
import { delayTime } from "../handlers/delayTime.ts";
import type { WaveSender } from "../waves/WaveSender.ts";
import { type ChipClocks, realClockFrequency } from "./ClockDividers.ts";
import type { GpioFunctions } from "./GpioFunctions.ts";
import type { HardwareSignals } from "./HardwareSignals.ts";
import { clockPins, type HardwarePin, pwmPins } from "./hardwarePins.ts";

/** Duty cycles of hardware PWM are parts of a million. */
export const HARDWARE_RANGE = 1_000_000;

/**
 * How long the daemon takes to set up the clock of the waves, in microseconds: as measured with the PWM peripheral,
 * and with the PCM peripheral, which is given three sleeps of a millisecond in place of five short waits.
 */
const PWM_SETUP = 2185;
const PCM_SETUP: number = PWM_SETUP - 5 * delayTime(10) + 3 * delayTime(1000);

/** What a PWM channel was last set to. */
interface PwmSetting {
	frequency: number;
	dutyCycle: number;
	realRange: number;
}

/** Hardware PWM and hardware clocks: which GPIOs have them, what they are set to, what they disturb. */
export class HardwareOutputs {
	readonly chip: ChipClocks;
	/** Whether the PWM peripheral is taken by the sampling. */
	readonly pwmIsTaken: boolean;
	readonly #functions: GpioFunctions;
	readonly #board: Board;
	readonly #signals: HardwareSignals;
	readonly #waves: WaveSender;
	readonly #pwm: PwmSetting[] = [0, 1].map(() => ({ frequency: 0, dutyCycle: 0, realRange: 0 }));
	readonly #clocks = [0, 0, 0];
	/** Hardware PWM and waves share a clock: whoever starts takes it from the other. */
	#waveClockReady = false;

	constructor(
		functions: GpioFunctions,
		board: Board,
		signals: HardwareSignals,
		waves: WaveSender,
		chip: ChipClocks,
		pwmIsTaken: boolean,
	) {
		this.#functions = functions;
		this.#board = board;
		this.#signals = signals;
		this.#waves = waves;
		this.chip = chip;
		this.pwmIsTaken = pwmIsTaken;
	}

	pwmPin(gpio: number): HardwarePin | undefined {
		return pwmPins.find((pin) => pin.gpio === gpio);
	}

	clockPin(gpio: number): HardwarePin | undefined {
		return clockPins.find((pin) => pin.gpio === gpio);
	}

	/** What the PWM channel of a GPIO is set to. */
	pwmOf(gpio: number): Readonly<PwmSetting> {
		return this.#pwm[this.pwmPin(gpio)?.channel ?? 0] ?? { frequency: 0, dutyCycle: 0, realRange: 0 };
	}

	/** The rounded frequency of the clock of a GPIO, in hertz. */
	clockFrequencyOf(gpio: number): number {
		return this.#clocks[this.clockPin(gpio)?.channel ?? 0] ?? 0;
	}

	/**
	 * Starts hardware PWM; a wave being sent is aborted. Both must be in range.
	 * @returns how long the daemon waits for a servo pulse under way, in microseconds
	 */
	startPwm({ gpio, channel, mode }: HardwarePin, frequency: number, dutyCycle: number): number {
		const setting = this.#pwm[channel];
		if (setting === undefined) return 0;
		const { plld } = this.chip;
		setting.realRange = Math.floor(plld / (2 * frequency) + 0.5);
		setting.frequency = Math.floor(plld / (2 * setting.realRange) + 0.5);
		setting.dutyCycle = dutyCycle;
		if (this.#waves.isBusy) this.#waves.stop();
		this.#waveClockReady = false;
		const highUnits = Math.floor((dutyCycle * setting.realRange) / HARDWARE_RANGE);
		const unit = 2_000_000 / plld;
		this.#signals.startPwm(channel, setting.realRange * unit, highUnits * unit);
		if (this.#functions.of(gpio).use === "hardwarePwm") return 0;
		const wait = this.#functions.stop(gpio);
		this.#board.setMode(gpio, mode);
		this.#functions.use(gpio, "hardwarePwm");
		return wait;
	}

	/** Stops the channel if this GPIO uses it. */
	stopPwm({ gpio, channel }: HardwarePin): void {
		if (this.#functions.of(gpio).use !== "hardwarePwm") return;
		this.#signals.stopPwm(channel);
		this.#functions.use(gpio, "nothing");
	}

	/** Starts a clock. @returns false if no divider gives anything near the frequency */
	startClock({ gpio, channel, mode }: HardwarePin, wanted: number): boolean {
		const frequency = realClockFrequency(this.chip, wanted);
		if (frequency === undefined) return false;
		this.#signals.startClock(channel, frequency);
		this.#board.setMode(gpio, mode);
		this.#functions.use(gpio, "hardwareClock");
		this.#clocks[channel] = Math.floor(frequency + 0.5);
		return true;
	}

	stopClock({ gpio, channel }: HardwarePin): void {
		this.#signals.stopClock(channel);
		if (this.#functions.of(gpio).use === "hardwareClock") this.#functions.use(gpio, "nothing");
	}

	/**
	 * To be called before a wave is sent: the first one after the start or after hardware PWM ends that.
	 * @returns how long setting up the clock takes the daemon, in microseconds
	 */
	yieldToWaves(): number {
		if (this.#waveClockReady) return 0;
		this.#waveClockReady = true;
		for (const { gpio, channel } of pwmPins) {
			if (this.#functions.of(gpio).use !== "hardwarePwm") continue;
			this.#signals.stopPwm(channel);
			this.#functions.stop(gpio);
			this.#functions.use(gpio, "nothing");
		}
		return this.pwmIsTaken ? PCM_SETUP : PWM_SETUP;
	}
}
