import type { Micros } from "../devices/Device.ts";

/** How many serial ports can be open. */
const PORT_COUNT = 16;
/** Start bit, data and stop bit of a byte on the line. */
const BITS_PER_BYTE = 10;

/** One open port whose line is looped back: what is sent comes in again when it has been sent. */
class LoopedPort {
	readonly #byteTime: Micros;
	/** Bytes that have come or will come in, with the moment at which each is complete. */
	#bytes: { byte: number; time: Micros }[] = [];

	constructor(baud: number) {
		this.#byteTime = (1_000_000 * BITS_PER_BYTE) / baud;
	}

	send(bytes: Uint8Array, now: Micros): void {
		let time = Math.max(now, this.#bytes.at(-1)?.time ?? 0);
		for (const byte of bytes) {
			time += this.#byteTime;
			this.#bytes.push({ byte, time });
		}
	}

	available(now: Micros): number {
		const first = this.#bytes.findIndex(({ time }) => time > now);
		return first < 0 ? this.#bytes.length : first;
	}

	receive(count: number, now: Micros): Uint8Array {
		const taken = this.#bytes.splice(0, Math.min(count, this.available(now)));
		return Uint8Array.from(taken, ({ byte }) => byte);
	}
}

/** The serial ports of the Pi: none, or as many as are asked for, all looped back. */
export class SerialPorts {
	readonly #exist: boolean;
	readonly #ports: (LoopedPort | undefined)[] = Array.from({ length: PORT_COUNT }, () => undefined);

	/** `exist`: whether there are ports to open. */
	constructor(exist: boolean) {
		this.#exist = exist;
	}

	open(baud: number): number | "noHandle" | "failed" {
		const handle = this.#ports.indexOf(undefined);
		if (handle < 0) return "noHandle";
		if (!this.#exist) return "failed";
		this.#ports[handle] = new LoopedPort(baud);
		return handle;
	}

	get(handle: number): LoopedPort | undefined {
		return this.#ports[handle];
	}

	close(handle: number): void {
		this.#ports[handle] = undefined;
	}
}
