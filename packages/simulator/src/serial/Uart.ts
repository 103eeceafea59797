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

/**
 * The chip's UART and Linux's terminal before it: raw, eight data bits, no parity, shared by all that open it. A
 * character without a stop bit is delivered as it was read, a break as a single 0; what finds no room is lost.
 */
export class Uart implements SerialPort {
	readonly #engine: Engine;
	readonly #board: Board;
	readonly #transmitter: UartTransmitter;
	readonly #received: number[] = [];
	/** Ends the receiving, while it is open. */
	#stopListening: (() => void) | undefined;

	constructor(engine: Engine, board: Board) {
		this.#engine = engine;
		this.#board = board;
		this.#transmitter = new UartTransmitter(engine, (level) =>
			board.drivePeripheral(uartPins.txd, modes.alt0, level),
		);
		engine.add(this.#transmitter);
	}

	/** Opens it, or once more: the rate is then everyone's, and what nobody has read is gone. */
	open(baud: number): void {
		this.#stopListening?.();
		this.#received.length = 0;
		this.#transmitter.baud = baud;
		this.#stopListening = this.#listen(baud);
	}

	close(): void {
		this.#stopListening?.();
		this.#stopListening = undefined;
		this.#transmitter.drop();
	}

	/** Receives at a rate. @returns what ends it, also in the middle of a character */
	#listen(baud: number): () => void {
		const wiring = { pins: { rxd: uartPins.rxd }, mode: modes.alt0, isOpenDrain: false };
		const lines = new PeripheralLines(this.#engine, this.#board, wiring);
		const format = { baud, dataBits: 8, parity: "none", stopBits: 1 } as const;
		const receiver = new UartReceiver(lines, "rxd", format, (byte) => this.#receive(byte));
		return () => {
			lines.release();
			receiver.reset();
		};
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
		if (this.#received.length < TERMINAL_BYTES + KERNEL_BYTES) this.#received.push(byte);
	}
}
