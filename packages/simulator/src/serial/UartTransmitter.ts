import type { Level, Micros } from "../devices/Device.ts";
import type { Engine, Source } from "../engine/Engine.ts";

/** Bytes written and not yet begun to be sent that Linux takes. */
const BUFFER_BYTES = 4096;
/** Start bit, eight data bits and a stop bit. */
const BITS_PER_BYTE = 10;
const STOP_BIT = 9;

/** Sends bytes with eight data bits and no parity, one after another. */
export class UartTransmitter implements Source {
	nextTime: Micros = Number.POSITIVE_INFINITY;
	/** Bits a second; a byte that is being sent keeps the rate it began with. */
	baud = 9600;
	readonly #engine: Engine;
	readonly #drive: (level: Level) => void;
	#waiting: number[] = [];
	#byte = 0;
	/** The bit that comes next: 0 is the start bit. */
	#bit = 0;
	#start: Micros = 0;
	#bitTime: Micros = 0;

	/** `drive` puts a level on the line, which rests high. */
	constructor(engine: Engine, drive: (level: Level) => void) {
		this.#engine = engine;
		this.#drive = drive;
		drive(1);
	}

	/** Takes what there is room for. @returns how many bytes that were */
	write(bytes: Uint8Array): number {
		const taken = bytes.subarray(0, BUFFER_BYTES - this.#waiting.length);
		this.#waiting.push(...taken);
		if (this.nextTime === Number.POSITIVE_INFINITY) {
			this.#next(this.#engine.time);
			this.#engine.hurry(this.nextTime);
		}
		return taken.length;
	}

	/** When all bytes that wait will have been sent. */
	get sentAt(): Micros {
		if (this.nextTime === Number.POSITIVE_INFINITY) return this.#engine.time;
		const byteTime = (1_000_000 * BITS_PER_BYTE) / this.baud;
		return this.#start + BITS_PER_BYTE * this.#bitTime + this.#waiting.length * byteTime;
	}

	/** Forgets the bytes whose sending has not begun. */
	drop(): void {
		this.#waiting = [];
	}

	run(): void {
		const engine = this.#engine;
		while (this.nextTime <= engine.horizon) {
			engine.time = this.nextTime;
			const bit = this.#bit++;
			this.nextTime = this.#start + this.#bit * this.#bitTime;
			if (bit === 0) this.#drive(0);
			else if (bit < STOP_BIT) this.#drive(((this.#byte >>> (bit - 1)) & 1) as Level);
			else if (bit === STOP_BIT) this.#drive(1);
			else this.#next(this.#start + BITS_PER_BYTE * this.#bitTime);
		}
	}

	/** Begins with the next byte at `time`. */
	#next(time: Micros): void {
		const byte = this.#waiting.shift();
		if (byte === undefined) {
			this.nextTime = Number.POSITIVE_INFINITY;
			return;
		}
		this.#byte = byte;
		this.#bit = 0;
		this.#start = time;
		this.#bitTime = 1_000_000 / this.baud;
		this.nextTime = time;
	}
}
