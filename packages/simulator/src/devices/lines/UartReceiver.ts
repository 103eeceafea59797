import type { Cancel } from "../Device.ts";
import type { UartFormat } from "../waveforms/uart.ts";
import type { Lines } from "./Lines.ts";

/** What a receiver found wrong with a character. */
export type UartFault = "parity" | "framing";

/** Told of every character: its value, and what was wrong with it. */
export type OnCharacter = (value: number, fault: UartFault | undefined) => void;

/**
 * The receiving half of a UART: a falling edge begins a character, whose bits are looked at in their middles. A
 * start bit that is gone by its middle was a spike; after a missing stop bit the line must rise before it goes on.
 */
export class UartReceiver<Pin extends string> {
	readonly #lines: Lines<Pin>;
	readonly #pin: Pin;
	readonly #format: UartFormat;
	readonly #onCharacter: OnCharacter;
	#cancel: Cancel | undefined;

	constructor(lines: Lines<Pin>, pin: Pin, format: UartFormat, onCharacter: OnCharacter) {
		this.#lines = lines;
		this.#pin = pin;
		this.#format = format;
		this.#onCharacter = onCharacter;
		lines.onLevel(pin, (level) => {
			if (level === 0 && this.#cancel === undefined) this.#begin();
		});
	}

	/** Forgets the character under way. */
	reset(): void {
		this.#cancel?.();
		this.#cancel = undefined;
	}

	get #bit(): number {
		return 1e6 / this.#format.baud;
	}

	#begin(): void {
		this.#cancel = this.#lines.after(this.#bit / 2, () => {
			if (this.#lines.level(this.#pin) === 1) this.#cancel = undefined;
			else this.#take(0, 0);
		});
	}

	/** Waits for the bit at `index` and takes it: data bits, then parity, then the first stop bit. */
	#take(index: number, bits: number): void {
		const { dataBits, parity } = this.#format;
		const length = dataBits + (parity === "none" ? 0 : 1);
		this.#cancel = this.#lines.after(this.#bit, () => {
			const level = this.#lines.level(this.#pin);
			if (index < length) this.#take(index + 1, bits | (level << index));
			else {
				this.#cancel = undefined;
				this.#onCharacter(bits & ((1 << dataBits) - 1), this.#faultOf(bits, level));
			}
		});
	}

	#faultOf(bits: number, stopBit: number): UartFault | undefined {
		if (stopBit === 0) return "framing";
		if (this.#format.parity === "none") return undefined;
		let ones = 0;
		for (let left = bits; left > 0; left >>= 1) ones += left & 1;
		return ones % 2 === (this.#format.parity === "even" ? 0 : 1) ? undefined : "parity";
	}
}
