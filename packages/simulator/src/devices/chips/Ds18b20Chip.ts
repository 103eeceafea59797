import { crc8 } from "../lines/crc8.ts";
import { romOf, selectRom } from "../lines/oneWireRom.ts";
import { type Dialogue, giveBytes, takeByte } from "../lines/oneWireSlots.ts";

/** Function commands of the DS18B20. */
export const ds18b20Commands = {
	convert: 0x44,
	readScratchpad: 0xbe,
	writeScratchpad: 0x4e,
	copyScratchpad: 0x48,
	recall: 0xb8,
	readPowerSupply: 0xb4,
} as const;

const FAMILY = 0x28;
/** What the temperature registers hold until the first conversion: 85 degrees. */
const POWER_ON = 85;
const DEFAULT_CONFIGURATION = 0x7f;
/** Of a conversion with 12 bits; each bit less halves it. */
const conversionTime = 750_000;
/** Of writing TH, TL and the configuration into the EEPROM. */
const copyTime = 10_000;

/** Waiting, as the chip needs it of its device. */
export type Wait = (micros: number, then: () => void) => void;

/** A DS18B20 thermometer behind its line, after Maxim's data sheet, with a power supply of its own. */
export class Ds18b20Chip {
	readonly rom: Uint8Array;
	/** Degrees, -55 to 125. */
	celsius: number;
	readonly #wait: Wait;
	/** Sixteenths of a degree, as last converted. */
	#sixteenths = POWER_ON * 16;
	#high = 75;
	#low = 70;
	#configuration = DEFAULT_CONFIGURATION;
	#stored: readonly [high: number, low: number, configuration: number];
	#isBusy = false;

	/** @param serial 48 bits */
	constructor(serial: number, celsius: number, wait: Wait) {
		this.rom = romOf(FAMILY, serial);
		this.celsius = celsius;
		this.#wait = wait;
		this.#stored = [this.#high, this.#low, this.#configuration];
	}

	/** Resolution in bits, 9 to 12. */
	get resolution(): number {
		return 9 + ((this.#configuration >> 5) & 3);
	}

	/** The temperature as last converted, as degrees. */
	get converted(): number {
		return this.#sixteenths / 16;
	}

	/** What it says and hears after each reset. */
	*dialogue(): Dialogue {
		if (!(yield* selectRom(this.rom, () => this.#hasAlarm))) return;
		const command = yield* takeByte();
		if (command === ds18b20Commands.convert) yield* this.#convert();
		else if (command === ds18b20Commands.readScratchpad) yield* giveBytes(this.#scratchpad());
		else if (command === ds18b20Commands.writeScratchpad) yield* this.#takeScratchpad();
		else if (command === ds18b20Commands.copyScratchpad) yield* this.#copy();
		else if (command === ds18b20Commands.recall) this.#recall();
		else if (command === ds18b20Commands.readPowerSupply) yield () => 1;
	}

	/** The alarm compares whole degrees. */
	get #hasAlarm(): boolean {
		const degrees = this.#sixteenths >> 4;
		return degrees >= signed(this.#high) || degrees <= signed(this.#low);
	}

	#scratchpad(): Uint8Array {
		const pad = Uint8Array.of(
			this.#sixteenths & 0xff,
			(this.#sixteenths >> 8) & 0xff,
			this.#high,
			this.#low,
			this.#configuration,
			0xff,
			0x0c,
			0x10,
			0,
		);
		pad[8] = crc8(pad.subarray(0, 8));
		return pad;
	}

	*#convert(): Dialogue {
		const unused = 12 - this.resolution;
		this.#isBusy = true;
		this.#wait(conversionTime / 2 ** unused, () => {
			this.#isBusy = false;
			this.#sixteenths = (Math.round(this.celsius * 16) >> unused) << unused;
		});
		yield* this.#giveProgress();
	}

	/** 0 while it is busy, then 1, as often as the master asks. */
	*#giveProgress(): Dialogue {
		for (;;) yield () => (this.#isBusy ? 0 : 1);
	}

	*#takeScratchpad(): Dialogue {
		this.#high = yield* takeByte();
		this.#low = yield* takeByte();
		// All but the two bits of the resolution are fixed.
		this.#configuration = ((yield* takeByte()) & 0x60) | 0x1f;
	}

	*#copy(): Dialogue {
		this.#stored = [this.#high, this.#low, this.#configuration];
		this.#isBusy = true;
		this.#wait(copyTime, () => {
			this.#isBusy = false;
		});
		yield* this.#giveProgress();
	}

	#recall(): void {
		[this.#high, this.#low, this.#configuration] = this.#stored;
	}
}

/** A byte as two's complement. */
function signed(byte: number): number {
	return (byte << 24) >> 24;
}
