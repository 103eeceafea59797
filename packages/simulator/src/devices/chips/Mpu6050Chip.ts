import type { I2cTarget } from "../lines/I2cSlave.ts";

const registers = {
	gyroConfig: 0x1b,
	accelConfig: 0x1c,
	interruptStatus: 0x3a,
	data: 0x3b,
	power: 0x6b,
	id: 0x75,
} as const;
const REGISTER_COUNT = 0x80;
/** Seven words: acceleration, temperature, rates of turn. */
const DATA_BYTES = 14;
const DATA_READY = 1;
const CHIP_ID = 0x68;
const power = { reset: 0x80, sleep: 0x40 } as const;
/** Registers nobody can write. */
const readOnly = (register: number) => register >= registers.interruptStatus && register <= 0x60;

/** What it measures; x forward, y left, z up. */
export interface Motion {
	/** Of gravity. */
	readonly acceleration: readonly [x: number, y: number, z: number];
	readonly degreesPerSecond: readonly [x: number, y: number, z: number];
	readonly celsius: number;
}

/** An MPU-6050 behind its I2C interface, after InvenSense's register map; without FIFO, motion processor and slaves. */
export class Mpu6050Chip implements I2cTarget {
	readonly address: number;
	readonly #registers = new Uint8Array(REGISTER_COUNT);
	readonly #sense: () => Motion;
	#pointer = 0;
	#isPointing = true;

	constructor(address: number, sense: () => Motion) {
		this.address = address;
		this.#sense = sense;
		this.#reset();
	}

	/** A burst is read of one measurement. */
	begin(isRead: boolean): boolean {
		this.#isPointing = !isRead;
		if (isRead && !this.#isAsleep) this.#measure();
		return true;
	}

	write(byte: number): boolean {
		if (this.#isPointing) {
			this.#pointer = byte % REGISTER_COUNT;
			this.#isPointing = false;
			return true;
		}
		this.#put(this.#pointer, byte);
		this.#pointer = (this.#pointer + 1) % REGISTER_COUNT;
		return true;
	}

	read(): number {
		const byte = this.#registers[this.#pointer] ?? 0;
		this.#pointer = (this.#pointer + 1) % REGISTER_COUNT;
		return byte;
	}

	end(): void {}

	get #isAsleep(): boolean {
		return (this.#register(registers.power) & power.sleep) !== 0;
	}

	#reset(): void {
		this.#registers.fill(0);
		this.#registers[registers.power] = power.sleep;
		this.#registers[registers.id] = CHIP_ID;
	}

	#put(register: number, byte: number): void {
		if (register === registers.power && (byte & power.reset) !== 0) this.#reset();
		else if (!readOnly(register) && register !== registers.id) this.#registers[register] = byte;
	}

	#measure(): void {
		const { acceleration, degreesPerSecond, celsius } = this.#sense();
		// Full scale is 2, 4, 8 or 16 times gravity, and 250 to 2000 degrees a second.
		const accelerationStep = 2 ** ((this.#register(registers.accelConfig) >> 3) & 3) / 16384;
		const turnStep = 2 ** ((this.#register(registers.gyroConfig) >> 3) & 3) / 131.072;
		const words = [
			...acceleration.map((value) => value / accelerationStep),
			(celsius - 36.53) * 340,
			...degreesPerSecond.map((value) => value / turnStep),
		];
		const view = new DataView(this.#registers.buffer, registers.data, DATA_BYTES);
		for (const [index, word] of words.entries()) view.setInt16(index * 2, saturate(word));
		this.#registers[registers.interruptStatus] = DATA_READY;
	}

	#register(index: number): number {
		return this.#registers[index] ?? 0;
	}
}

function saturate(word: number): number {
	return Math.min(32767, Math.max(-32768, Math.round(word)));
}
