import { nearestPwmFrequency, type PwmFrequency } from "@gpioscope/logic";
import type { Board } from "../board/Board.ts";
import { modes } from "../board/powerOn.ts";
import type { Micros } from "../devices/Device.ts";
import type { Engine } from "../engine/Engine.ts";
import { delayTime } from "../handlers/delayTime.ts";
import type { PulseRing } from "./PulseRing.ts";
import { DEFAULT_FREQUENCY_INDEX, servoFrequency } from "./pwmTables.ts";

/** What the daemon uses a GPIO for, as far as it keeps account of it. */
export type GpioUse = "nothing" | "write" | "pwm" | "servo" | "hardwarePwm" | "hardwareClock";

const DEFAULT_RANGE = 255;
/** How long stopping a servo waits for the pulse that is under way. */
const LONGEST_SERVO_PULSE: Micros = delayTime(2500);

interface GpioState {
	use: GpioUse;
	/** Duty cycle or pulse width in force; 0 when off. */
	width: number;
	range: number;
	frequencyIndex: number;
	/** A fall that is taken out with the next change, so that no cycle stays high: its offset and spacing. */
	lateFall: { offset: number; every: number } | undefined;
}

/** What each GPIO is used for, and the PWM and servo pulses that follow from it. */
export class GpioFunctions {
	readonly frequencies: readonly PwmFrequency[];
	readonly #engine: Engine;
	readonly #board: Board;
	readonly #ring: PulseRing;
	readonly #servo: PwmFrequency;
	readonly #states: GpioState[] = Array.from({ length: 54 }, () => ({
		use: "nothing",
		width: 0,
		range: DEFAULT_RANGE,
		frequencyIndex: DEFAULT_FREQUENCY_INDEX,
		lateFall: undefined,
	}));

	constructor(engine: Engine, board: Board, ring: PulseRing, frequencies: readonly PwmFrequency[]) {
		this.#engine = engine;
		this.#board = board;
		this.#ring = ring;
		this.frequencies = frequencies;
		this.#servo = servoFrequency(frequencies);
	}

	/** What the GPIO is used for, with its width and range. */
	of(gpio: number): Readonly<GpioState> {
		return this.#state(gpio);
	}

	/** The frequency PWM on this GPIO has or would have. */
	frequencyOf(gpio: number): PwmFrequency {
		return this.#frequency(this.#state(gpio));
	}

	/** Notes a new use of the GPIO without stopping the old one. */
	use(gpio: number, use: GpioUse): void {
		this.#state(gpio).use = use;
	}

	/**
	 * Stops PWM or servo pulses.
	 * @returns how long the daemon waits for a servo pulse under way before it goes on, in microseconds
	 */
	stop(gpio: number): Micros {
		const state = this.#state(gpio);
		const { use, width } = state;
		state.width = 0;
		if (use === "servo") return this.#changeServo(gpio, width, 0);
		if (use === "pwm") this.#changePwm(gpio, width, 0);
		return 0;
	}

	/** Starts or changes PWM; the duty cycle must lie within the range. The GPIO becomes an output. */
	setDutyCycle(gpio: number, dutyCycle: number): void {
		const state = this.#state(gpio);
		this.#board.setMode(gpio, modes.output);
		this.#changePwm(gpio, state.width, dutyCycle);
		state.width = dutyCycle;
	}

	/**
	 * Starts, changes or stops (0) servo pulses. The GPIO becomes an output.
	 * @returns how long the daemon waits for a pulse under way, in microseconds
	 */
	setPulseWidth(gpio: number, pulseWidth: number): Micros {
		const state = this.#state(gpio);
		this.#board.setMode(gpio, modes.output);
		const wait = this.#changeServo(gpio, state.width, pulseWidth);
		state.width = pulseWidth;
		return wait;
	}

	/** Changes the range; PWM under way is restarted with the duty cycle scaled. */
	setRange(gpio: number, range: number): void {
		const state = this.#state(gpio);
		if (state.width !== 0 && state.use === "pwm") {
			const scaled = Math.floor((range * state.width) / state.range);
			this.#changePwm(gpio, state.width, 0);
			state.range = range;
			state.width = scaled;
			this.#changePwm(gpio, 0, scaled);
		}
		state.range = range;
	}

	/**
	 * Changes the frequency to the nearest there is; PWM under way is restarted.
	 * @returns that frequency
	 */
	setFrequency(gpio: number, requested: number): number {
		const state = this.#state(gpio);
		const index = nearestPwmFrequency(this.frequencies, requested);
		const { width } = state;
		if (width !== 0 && state.use === "pwm") {
			this.#changePwm(gpio, width, 0);
			state.frequencyIndex = index;
			this.#changePwm(gpio, 0, width);
		}
		state.frequencyIndex = index;
		return this.#frequency(state).frequency;
	}

	#changePwm(gpio: number, from: number, to: number): void {
		const state = this.#state(gpio);
		const { realRange, cycles } = this.#frequency(state);
		const bit = 1 << gpio;
		const newFall = Math.floor((to * realRange) / state.range);
		const oldFall = Math.floor((from * realRange) / state.range);
		this.#dropLateFall(bit, state);
		if (newFall === oldFall) return;
		if (newFall !== 0) {
			if (newFall !== realRange) this.#ring.fall(bit, newFall, realRange, true);
			if (oldFall === 0) this.#ring.rise(bit, cycles, true);
			else this.#retireFall(bit, state, oldFall, newFall, realRange);
			return;
		}
		this.#ring.rise(bit, cycles, false);
		this.#ring.fall(bit, oldFall, realRange, false);
		this.#board.low.clearLatches(bit);
	}

	#changeServo(gpio: number, from: number, to: number): Micros {
		const state = this.#state(gpio);
		const { realRange, cycles } = this.#servo;
		const bit = 1 << gpio;
		const newFall = Math.floor((to * realRange) / 20_000);
		const oldFall = Math.floor((from * realRange) / 20_000);
		this.#dropLateFall(bit, state);
		if (newFall === oldFall) return 0;
		if (newFall !== 0) {
			this.#ring.fall(bit, newFall, realRange, true);
			if (oldFall === 0) this.#ring.rise(bit, cycles, true);
			else this.#retireFall(bit, state, oldFall, newFall, realRange);
			return 0;
		}
		this.#ring.rise(bit, cycles, false);
		const wait = this.#board.read(gpio) === 1 ? LONGEST_SERVO_PULSE : 0;
		const drop = () => this.#ring.fall(bit, oldFall, realRange, false);
		if (wait === 0) drop();
		else this.#engine.at(this.#engine.time + wait, drop);
		return wait;
	}

	/** A longer pulse takes over at once; a shorter one keeps the old fall until the next change. */
	#retireFall(bit: number, state: GpioState, oldFall: number, newFall: number, every: number): void {
		if (newFall > oldFall) this.#ring.fall(bit, oldFall, every, false);
		else state.lateFall = { offset: oldFall, every };
	}

	#dropLateFall(bit: number, state: GpioState): void {
		if (state.lateFall === undefined) return;
		this.#ring.fall(bit, state.lateFall.offset, state.lateFall.every, false);
		state.lateFall = undefined;
	}

	#frequency(state: GpioState): PwmFrequency {
		const frequency = this.frequencies[state.frequencyIndex];
		if (frequency === undefined) throw new RangeError(`no PWM frequency ${state.frequencyIndex}`);
		return frequency;
	}

	#state(gpio: number): GpioState {
		const state = this.#states[gpio];
		if (state === undefined) throw new RangeError(`GPIO ${gpio} is not 0 to 53`);
		return state;
	}
}
