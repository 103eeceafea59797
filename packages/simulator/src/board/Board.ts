import type { Cancel, Level } from "../devices/Device.ts";
import type { Engine } from "../engine/Engine.ts";
import type { SampleBuffer } from "../signals/SampleBuffer.ts";
import { Bank } from "./Bank.ts";
import { type LevelListener, LevelListeners } from "./LevelListeners.ts";
import { type Mode, modes, type Pull, powerOnMode, powerOnPull } from "./powerOn.ts";

/** GPIOs are numbered 0 to 53; those from 32 on are not sampled. */
export const GPIO_COUNT = 54;

/** How many modes a GPIO has. */
const MODE_COUNT = 8;
const NOT_DRIVEN = -1;

/** The GPIOs of a virtual Pi: modes, pulls, latches, what drives them from outside, and the resulting levels. */
export class Board {
	/** GPIOs 0 to 31. */
	readonly low: Bank;
	/** GPIOs 32 to 53. */
	readonly high: Bank;
	/** Told after the mode of a GPIO has changed. */
	onMode: (gpio: number, mode: Mode) => void = () => {};
	readonly #modes = new Uint8Array(GPIO_COUNT);
	readonly #pulls: Pull[] = [];
	/** What peripherals drive each GPIO to in each mode, whichever it is in. */
	readonly #peripherals = new Int8Array(GPIO_COUNT * MODE_COUNT).fill(NOT_DRIVEN);
	readonly #lowListeners: LevelListeners;
	readonly #highListeners: LevelListeners;

	/** The board as after power-on. Every change of GPIO 0 to 31 goes to `samples`. */
	constructor(engine: Engine, samples: SampleBuffer) {
		const lowListeners = new LevelListeners(engine);
		const highListeners = new LevelListeners(engine);
		this.#lowListeners = lowListeners;
		this.#highListeners = highListeners;
		this.low = new Bank((before, after) => {
			samples.record(engine.time, after);
			lowListeners.tell(before, after);
		});
		this.high = new Bank((before, after) => highListeners.tell(before, after));
		for (let gpio = 0; gpio < GPIO_COUNT; gpio++) {
			this.setPull(gpio, powerOnPull(gpio));
			this.setMode(gpio, powerOnMode(gpio));
		}
	}

	getMode(gpio: number): number {
		return this.#modes[gpio] ?? modes.input;
	}

	/** Sets the mode alone: what else a mode change stops is not the board's matter. */
	setMode(gpio: number, mode: Mode): void {
		this.#modes[gpio] = mode;
		const driven = this.#peripherals[gpio * MODE_COUNT + mode] ?? NOT_DRIVEN;
		const peripheral = driven === NOT_DRIVEN ? undefined : driven;
		this.#bank(gpio).setFunction(1 << (gpio & 31), mode === modes.output, peripheral);
		this.onMode(gpio, mode);
	}

	/** Pulls cannot be read back from a real Pi; a bench can. */
	getPull(gpio: number): Pull {
		return this.#pulls[gpio] ?? "off";
	}

	setPull(gpio: number, pull: Pull): void {
		this.#pulls[gpio] = pull;
		this.#bank(gpio).setPull(1 << (gpio & 31), pull);
	}

	read(gpio: number): Level {
		return ((this.#bank(gpio).level >>> (gpio & 31)) & 1) as Level;
	}

	/** Sets one output latch. */
	write(gpio: number, level: number): void {
		const bit = 1 << (gpio & 31);
		if (level === 0) this.#bank(gpio).clearLatches(bit);
		else this.#bank(gpio).setLatches(bit);
	}

	/** Drives the GPIO from outside, or lets go of it. */
	drive(gpio: number, level: Level | undefined): void {
		this.#bank(gpio).drive(1 << (gpio & 31), level);
	}

	/** Notes what the peripheral of alternate function `mode` drives; it reaches the GPIO while that has this mode. */
	drivePeripheral(gpio: number, mode: Mode, level: Level | undefined): void {
		this.#peripherals[gpio * MODE_COUNT + mode] = level ?? NOT_DRIVEN;
		if (this.#modes[gpio] === mode) this.#bank(gpio).drivePeripheral(1 << (gpio & 31), level);
	}

	/** Calls `fn` at every change of the GPIO. */
	onLevel(gpio: number, fn: LevelListener): Cancel {
		const listeners = gpio < 32 ? this.#lowListeners : this.#highListeners;
		return listeners.add(gpio & 31, fn);
	}

	#bank(gpio: number): Bank {
		return gpio < 32 ? this.low : this.high;
	}
}
