import type { DeviceContext } from "../defineDevice.ts";
import type { UartFormat } from "../waveforms/uart.ts";
import { uartWaveform } from "../waveforms/uart.ts";
import type { Lines } from "./Lines.ts";

type PlayedLines<Pin extends string> = Lines<Pin> & Pick<DeviceContext<Pin, unknown>, "play">;

/** The sending half of a UART: bytes go out one after the other, in the order they were given. */
export class UartSender<Pin extends string> {
	readonly #lines: PlayedLines<Pin>;
	readonly #pin: Pin;
	readonly #format: UartFormat;
	readonly #waiting: number[] = [];
	#isSending = false;

	constructor(lines: PlayedLines<Pin>, pin: Pin, format: UartFormat) {
		this.#lines = lines;
		this.#pin = pin;
		this.#format = format;
		lines.drive(pin, 1);
	}

	/** Whether everything it was given has gone out. */
	get isIdle(): boolean {
		return !this.#isSending;
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
