import type { I2cTarget } from "../lines/I2cSlave.ts";

/** Registers by the pointer's lowest bits. */
const registers = { temperature: 0, configuration: 1, hysteresis: 2, overtemperature: 3 } as const;
/** Bits of the configuration register. */
const shutdown = 1;
const interruptMode = 2;
const activeHigh = 4;
/** How many conversions in a row must be too hot, by the two fault queue bits. */
const faultQueue = [1, 2, 4, 6];
const faultQueueShift = 3;
/** Only the nine highest bits exist; one is half a degree. */
const nineBits = 0xff80;

/** An LM75 behind its two-wire interface, after National Semiconductor's data sheet. */
export class Lm75Chip implements I2cTarget {
	readonly address: number;
	/** Told when a write has changed a register. */
	onConfigured: () => void = () => {};
	#pointer = 0;
	#configuration = 0;
	/** Temperature and the limits (75 and 80 degrees after power-on), as the registers hold them. */
	readonly #words = new Map<number, number>([
		[registers.hysteresis, toWord(75)],
		[registers.overtemperature, toWord(80)],
	]);
	#index = 0;
	#isPointing = true;
	#faults = 0;
	/** Whether the output says "too hot"; and in interrupt mode, which way the temperature must cross next. */
	#isTripped = false;
	#isHot = false;

	constructor(address: number, celsius: number) {
		this.address = address;
		this.#words.set(registers.temperature, toWord(celsius));
	}

	/** The level of the overtemperature output. */
	get isOutputHigh(): boolean {
		return this.#isTripped === ((this.#configuration & activeHigh) !== 0);
	}

	/** Measures, unless it is shut down. */
	convert(celsius: number): void {
		if ((this.#configuration & shutdown) !== 0) return;
		const word = toWord(celsius);
		this.#words.set(registers.temperature, word);
		const measured = toSigned(word);
		const limit = this.#isHot ? registers.hysteresis : registers.overtemperature;
		const threshold = toSigned(this.#words.get(limit) ?? 0);
		const isBeyond = this.#isHot ? measured < threshold : measured > threshold;
		this.#faults = isBeyond ? this.#faults + 1 : 0;
		if (this.#faults < (faultQueue[(this.#configuration >> faultQueueShift) & 3] ?? 1)) return;
		this.#faults = 0;
		this.#isHot = !this.#isHot;
		// A comparator follows the temperature, an interrupt stays until the chip is read.
		this.#isTripped = (this.#configuration & interruptMode) !== 0 || this.#isHot;
	}

	begin(isRead: boolean): boolean {
		this.#index = 0;
		this.#isPointing = !isRead;
		if (isRead && (this.#configuration & interruptMode) !== 0) {
			this.#isTripped = false;
			this.onConfigured();
		}
		return true;
	}

	write(byte: number): boolean {
		if (this.#isPointing) {
			this.#pointer = byte & 3;
			this.#isPointing = false;
			return true;
		}
		if (this.#pointer === registers.configuration) {
			this.#configuration = byte & 0x1f;
			if ((byte & interruptMode) === 0) this.#isTripped = this.#isHot;
		} else if (this.#pointer !== registers.temperature) this.#writeHalf(byte);
		this.onConfigured();
		return true;
	}

	/** The high byte, the low byte, and so on again. */
	#writeHalf(byte: number): void {
		const word = this.#words.get(this.#pointer) ?? 0;
		const isHigh = this.#index++ % 2 === 0;
		this.#words.set(
			this.#pointer,
			(isHigh ? (byte << 8) | (word & 0xff) : (word & 0xff00) | byte) & nineBits,
		);
	}

	read(): number {
		if (this.#pointer === registers.configuration) return this.#configuration;
		const word = this.#words.get(this.#pointer) ?? 0;
		return this.#index++ % 2 === 0 ? word >> 8 : word & 0xff;
	}

	end(): void {}
}

/** Degrees as nine bits of two's complement at the top of a word; the chip rounds down. */
function toWord(celsius: number): number {
	return (Math.floor(celsius * 2) << 7) & nineBits;
}

function toSigned(word: number): number {
	return (word << 16) >> 16;
}
