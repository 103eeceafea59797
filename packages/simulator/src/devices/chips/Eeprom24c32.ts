import type { I2cTarget } from "../lines/I2cSlave.ts";

/** Bytes of the memory, and of a page, within which a write wraps. */
export const EEPROM_BYTES = 4096;
const PAGE_BYTES = 32;

/**
 * A 24C32 behind its two-wire interface, after Microchip's 24LC32A data sheet: twelve address bits in two bytes,
 * writes collected in a page buffer and burnt when the stop comes, deaf while it burns.
 */
export class Eeprom24c32 implements I2cTarget {
	readonly address: number;
	readonly memory = new Uint8Array(EEPROM_BYTES).fill(0xff);
	/** The WP pin: writes are acknowledged and have no effect. */
	isProtected = false;
	/** Told when burning begins; the chip is busy until `finishWrite`. */
	onWrite: () => void = () => {};
	#isBusy = false;
	#position = 0;
	/** Address bytes still to come. */
	#addressBytes = 0;
	readonly #page = new Map<number, number>();

	constructor(address: number) {
		this.address = address;
	}

	begin(isRead: boolean): boolean {
		if (this.#isBusy) return false;
		this.#page.clear();
		this.#addressBytes = isRead ? 0 : 2;
		return true;
	}

	write(byte: number): boolean {
		if (this.#addressBytes > 0) {
			this.#addressBytes--;
			this.#position = ((this.#position << 8) | byte) % EEPROM_BYTES;
			return true;
		}
		this.#page.set(this.#position, byte);
		const page = this.#position - (this.#position % PAGE_BYTES);
		this.#position = page + ((this.#position + 1) % PAGE_BYTES);
		return true;
	}

	read(): number {
		const byte = this.memory[this.#position] ?? 0;
		this.#position = (this.#position + 1) % EEPROM_BYTES;
		return byte;
	}

	/** Only a stop burns what was collected; a repeated start or a lost clock drops it. */
	end(isStop: boolean): void {
		if (isStop && this.#page.size > 0 && !this.isProtected) {
			this.#isBusy = true;
			this.onWrite();
			return;
		}
		this.#page.clear();
	}

	/** Burning is over. */
	finishWrite(): void {
		for (const [position, byte] of this.#page) this.memory[position] = byte;
		this.#page.clear();
		this.#isBusy = false;
	}
}
