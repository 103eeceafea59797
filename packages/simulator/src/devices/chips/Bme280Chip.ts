import type { I2cTarget } from "../lines/I2cSlave.ts";
import { type RawValues, rawValues, writeCalibration } from "./bme280Calibration.ts";

const registers = {
	id: 0xd0,
	reset: 0xe0,
	humidityControl: 0xf2,
	status: 0xf3,
	measureControl: 0xf4,
	config: 0xf5,
	data: 0xf7,
} as const;
const CHIP_ID = 0x60;
const RESET_WORD = 0xb6;
const MEASURING = 8;
/** What the data registers hold of a sensor that is skipped. */
const skipped = { twentyBits: 0x80000, sixteenBits: 0x8000 } as const;
/** Writable registers. */
const writable: readonly number[] = [registers.humidityControl, registers.measureControl, registers.config];

/** What it measures. */
export interface Weather {
	/** -40 to 85 degrees. */
	celsius: number;
	/** 300 to 1100 hPa. */
	hectopascal: number;
	/** 0 to 100 % relative humidity. */
	humidity: number;
}

/** A BME280 behind its I2C interface, after Bosch's data sheet: calibration, modes and raw values. */
export class Bme280Chip implements I2cTarget {
	readonly address: number;
	readonly #registers = new Uint8Array(256);
	readonly #sense: () => Weather;
	readonly #wait: (micros: number, then: () => void) => void;
	#pointer = 0;
	#isRegister = true;
	/** The humidity's oversampling counts from the next write of the control register on. */
	#humidityControl = 0;
	/** Counts resets, so that a measurement begun before one has no effect. */
	#life = 0;

	constructor(address: number, sense: () => Weather, wait: (micros: number, then: () => void) => void) {
		this.address = address;
		this.#sense = sense;
		this.#wait = wait;
		this.#reset();
	}

	begin(isRead: boolean): boolean {
		this.#isRegister = !isRead;
		// Data are shadowed while they are read; in normal mode they are fresh.
		if (isRead && (this.#control & 3) === 3) this.#measure();
		return true;
	}

	/** Register and value in turn: a write does not go on to the next register. */
	write(byte: number): boolean {
		if (this.#isRegister) this.#pointer = byte;
		else this.#put(this.#pointer, byte);
		this.#isRegister = !this.#isRegister;
		return true;
	}

	read(): number {
		const byte = this.#registers[this.#pointer] ?? 0;
		this.#pointer = (this.#pointer + 1) & 0xff;
		return byte;
	}

	end(): void {}

	get #control(): number {
		return this.#registers[registers.measureControl] ?? 0;
	}

	#reset(): void {
		this.#life++;
		this.#humidityControl = 0;
		this.#registers.fill(0);
		this.#registers[registers.id] = CHIP_ID;
		writeCalibration(this.#registers);
		this.#showData(undefined);
	}

	#put(register: number, byte: number): void {
		if (register === registers.reset && byte === RESET_WORD) this.#reset();
		if (!writable.includes(register)) return;
		this.#registers[register] = register === registers.humidityControl ? byte & 7 : byte;
		if (register !== registers.measureControl) return;
		this.#humidityControl = this.#registers[registers.humidityControl] ?? 0;
		const mode = byte & 3;
		if (mode === 1 || mode === 2) this.#measureOnce();
	}

	/** Forced mode: measures once, then sleeps. */
	#measureOnce(): void {
		const life = this.#life;
		this.#registers[registers.status] = MEASURING;
		this.#wait(this.#measureTime, () => {
			if (life !== this.#life) return;
			this.#registers[registers.status] = 0;
			this.#registers[registers.measureControl] = this.#control & 0xfc;
			this.#measure();
		});
	}

	/** Typical measurement time in microseconds (data sheet, appendix B). */
	get #measureTime(): number {
		const samples = (setting: number) => (setting === 0 ? 0 : 2 ** (Math.min(setting, 5) - 1));
		const [temperature, pressure, humidity] = [
			samples(this.#control >> 5),
			samples((this.#control >> 2) & 7),
			samples(this.#humidityControl),
		];
		return (
			1000 +
			2000 * temperature +
			(pressure > 0 ? 2000 * pressure + 500 : 0) +
			(humidity > 0 ? 2000 * humidity + 500 : 0)
		);
	}

	#measure(): void {
		const { celsius, hectopascal, humidity } = this.#sense();
		this.#showData(rawValues(celsius, hectopascal * 100, humidity));
	}

	/** Pressure and temperature in 20 bits each, then humidity in 16. */
	#showData(raw: RawValues | undefined): void {
		const [pressure, temperature, humidity] = [
			this.#coarse(raw?.pressure, (this.#control >> 2) & 7),
			this.#coarse(raw?.temperature, this.#control >> 5),
			this.#humidityControl === 0 ? undefined : raw?.humidity,
		];
		const bytes = [pressure, temperature].flatMap((value = skipped.twentyBits) => [
			value >> 12,
			(value >> 4) & 0xff,
			(value & 0x0f) << 4,
		]);
		const last = humidity ?? skipped.sixteenBits;
		this.#registers.set([...bytes, last >> 8, last & 0xff], registers.data);
	}

	/** Without the filter a value has 16 bits, and one more for each doubling of its oversampling. */
	#coarse(value: number | undefined, oversampling: number): number | undefined {
		if (value === undefined || oversampling === 0) return undefined;
		const isFiltered = ((this.#registers[registers.config] ?? 0) & 0x1c) !== 0;
		const missing = isFiltered ? 0 : Math.max(0, 4 - (oversampling - 1));
		return (value >> missing) << missing;
	}
}
