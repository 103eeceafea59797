import type { Micros } from "../devices/Device.ts";
import type { Engine } from "../engine/Engine.ts";
import type { SerialPort } from "./SerialPort.ts";

/** Start bit, data and stop bit of a byte on the line. */
const BITS_PER_BYTE = 10;

/** A port whose line is looped back: what is sent comes in again when it has been sent. */
export class LoopedPort implements SerialPort {
	readonly #engine: Engine;
	readonly #byteTime: Micros;
	/** Bytes that have come or will come in, with the moment at which each is complete. */
	#bytes: { byte: number; time: Micros }[] = [];

	constructor(engine: Engine, baud: number) {
		this.#engine = engine;
		this.#byteTime = (1_000_000 * BITS_PER_BYTE) / baud;
	}

	get available(): number {
		const first = this.#bytes.findIndex(({ time }) => time > this.#engine.time);
		return first < 0 ? this.#bytes.length : first;
	}

	/** Nobody waits for it. */
	get sentAt(): Micros {
		return this.#engine.time;
	}

	write(bytes: Uint8Array): number {
		let time = Math.max(this.#engine.time, this.#bytes.at(-1)?.time ?? 0);
		for (const byte of bytes) {
			time += this.#byteTime;
			this.#bytes.push({ byte, time });
		}
		return bytes.length;
	}

	read(count: number): Uint8Array {
		const taken = this.#bytes.splice(0, Math.min(count, this.available));
		return Uint8Array.from(taken, ({ byte }) => byte);
	}

	close(): void {}
}
