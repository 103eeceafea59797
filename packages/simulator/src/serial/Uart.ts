import type { Board } from "../board/Board.ts";
import { modes } from "../board/powerOn.ts";
import { PeripheralLines } from "../buses/PeripheralLines.ts";
import type { Micros } from "../devices/Device.ts";
import { UartReceiver } from "../devices/lines/UartReceiver.ts";
import type { Engine } from "../engine/Engine.ts";
import type { SerialPort } from "./SerialPort.ts";
import { UartTransmitter } from "./UartTransmitter.ts";

/** The GPIOs of the UART. */
export const uartPins = { txd: 14, rxd: 15 } as const;

/** What a program can have of a terminal's buffer of 4096 bytes, and what Linux keeps behind it. */
const TERMINAL_BYTES = 4095;
const KERNEL_BYTES = 65_536;

/** Linux's rate of a terminal that nobody has set. */
const POWER_ON_BAUD = 9600;

/**
 * The chip's UART and Linux's terminal before it: raw, eight data bits, no parity, shared by all that open it. A
 * character without a stop bit is delivered as it was read, a break as a single 0; what finds no room is lost.
 */
export class Uart implements SerialPort {
	readonly #transmitter: UartTransmitter;
	readonly #received: number[] = [];
	readonly #receiver: UartReceiver<keyof typeof uartPins>;
	#baud = POWER_ON_BAUD;
	#isOpen = false;

	constructor(engine: Engine, board: Board) {
		this.#transmitter = new UartTransmitter(engine, (level) =>
			board.drivePeripheral(uartPins.txd, modes.alt0, level),
		);
		engine.add(this.#transmitter);
		const wiring = { pins: uartPins, mode: modes.alt0, isOpenDrain: false };
		const lines = new PeripheralLines(engine, board, wiring);
		const uart = this;
		const format = {
			get baud() {
				return uart.#baud;
			},
			dataBits: 8,
			parity: "none",
			stopBits: 1,
		} as const;
		this.#receiver = new UartReceiver(lines, "rxd", format, (byte) => this.#receive(byte));
	}

	/** Opens it once more: the rate is then everyone's, and what nobody has read is gone. */
	open(baud: number): void {
		this.#isOpen = true;
		this.#baud = baud;
		this.#transmitter.baud = baud;
		this.#receiver.reset();
		this.#received.length = 0;
	}

	close(): void {
		this.#isOpen = false;
		this.#transmitter.drop();
	}

	get available(): number {
		return Math.min(this.#received.length, TERMINAL_BYTES);
	}

	get sentAt(): Micros {
		return this.#transmitter.sentAt;
	}

	write(bytes: Uint8Array): number {
		return this.#transmitter.write(bytes);
	}

	read(count: number): Uint8Array {
		return Uint8Array.from(this.#received.splice(0, Math.min(count, this.available)));
	}

	#receive(byte: number): void {
		const hasRoom = this.#received.length < TERMINAL_BYTES + KERNEL_BYTES;
		if (this.#isOpen && hasRoom) this.#received.push(byte);
	}
}
