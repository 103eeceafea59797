import type { UartFormat } from "../waveforms/uart.ts";
import { uartWaveform } from "../waveforms/uart.ts";
import type { Lines } from "./Lines.ts";

/** The sending half of a UART: bytes go out one after the other, in the order they were given. */
export class UartSender<Pin extends string> {
	readonly #lines: Lines<Pin>;
	readonly #pin: Pin;
	readonly #format: UartFormat;
	readonly #waiting: number[] = [];
	#isSending = false;

	constructor(lines: Lines<Pin>, pin: Pin, format: UartFormat) {
		this.#lines = lines;
		this.#pin = pin;
		this.#format = format;
		lines.drive(pin, 1);
	}

	send(bytes: Iterable<number>): void {
		this.#waiting.push(...bytes);
		if (!this.#isSending) this.#next();
	}

	#next(): void {
		const bytes = Uint8Array.from(this.#waiting.splice(0));
		this.#isSending = bytes.length > 0;
		if (!this.#isSending) return;
		const { edges, length } = uartWaveform(bytes, this.#format);
		const pin = this.#pin;
		this.#lines.play({ edges: edges.map(({ time, level }) => ({ time, line: pin, level })), length }, () =>
			this.#next(),
		);
	}
}
