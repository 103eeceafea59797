/**
 * The levels of up to 32 GPIOs as bit masks (signed 32-bit words, as JavaScript's bit operators make them).
 * A GPIO's level is its latch in output mode, else what a peripheral drives in its alternate function, else
 * what drives it from outside, else its pull.
 */
export class Bank {
	/** The output latches, which SET and CLEAR registers, PWM and waves change whatever the mode. */
	latch = 0;
	/** The levels now. */
	level = 0;
	#outputs = 0;
	#peripheralMask = 0;
	#peripheralLevels = 0;
	#drivenMask = 0;
	#drivenLevels = 0;
	/** Pulled up and pulled down GPIOs; one in neither keeps the level it had. */
	#up = 0;
	#off = 0;
	/** The level of every GPIO that is not an output. */
	#others = 0;
	readonly #onChange: (before: number, after: number) => void;

	constructor(onChange: (before: number, after: number) => void) {
		this.#onChange = onChange;
	}

	/** Sets latches, then clears latches, as one change. */
	change(set: number, clear: number): void {
		this.latch = (this.latch | set) & ~clear;
		this.#settle();
	}

	setLatches(bits: number): void {
		this.latch |= bits;
		this.#settle();
	}

	clearLatches(bits: number): void {
		this.latch &= ~bits;
		this.#settle();
	}

	/** What has the GPIO: its latch as an output, else a peripheral that drives it, else whatever is outside. */
	setFunction(bit: number, isOutput: boolean, peripheral: number | undefined): void {
		this.#outputs = isOutput ? this.#outputs | bit : this.#outputs & ~bit;
		this.drivePeripheral(bit, peripheral);
	}

	/** Pull of the GPIO: up, down, or off, which leaves an undriven line as it is. */
	setPull(bit: number, pull: "off" | "down" | "up"): void {
		this.#up = pull === "up" ? this.#up | bit : this.#up & ~bit;
		this.#off = pull === "off" ? this.#off | bit : this.#off & ~bit;
		this.#resolve();
	}

	/** What drives the GPIO from outside: a level, or nothing. */
	drive(bit: number, level: number | undefined): void {
		this.#drivenMask = level === undefined ? this.#drivenMask & ~bit : this.#drivenMask | bit;
		this.#drivenLevels = level === 1 ? this.#drivenLevels | bit : this.#drivenLevels & ~bit;
		this.#resolve();
	}

	/** What an on-chip peripheral drives the GPIO to in its alternate function. */
	drivePeripheral(bit: number, level: number | undefined): void {
		this.#peripheralMask = level === undefined ? this.#peripheralMask & ~bit : this.#peripheralMask | bit;
		this.#peripheralLevels = level === 1 ? this.#peripheralLevels | bit : this.#peripheralLevels & ~bit;
		this.#resolve();
	}

	#resolve(): void {
		const pulled = this.#up | (this.#off & this.level);
		const outside = (this.#drivenMask & this.#drivenLevels) | (~this.#drivenMask & pulled);
		const peripheral = this.#peripheralMask;
		this.#others = ~this.#outputs & ((peripheral & this.#peripheralLevels) | (~peripheral & outside));
		this.#settle();
	}

	#settle(): void {
		const before = this.level;
		const after = (this.#outputs & this.latch) | this.#others;
		if (after === before) return;
		this.level = after;
		this.#onChange(before, after);
	}
}
