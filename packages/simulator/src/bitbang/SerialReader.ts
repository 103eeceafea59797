import type { Cancel, Level, Micros } from "../devices/Device.ts";
import type { Alerts } from "../signals/Alerts.ts";
import { bytesPerCharacter } from "../waves/serialPulses.ts";

/** Characters kept until they are read. */
const BUFFER_BYTES = 8192;
/** What stands for the watchdog's firing where a level is expected. */
const TIMEOUT = 2;
const IDLE = -1;

/** What a reader needs of the daemon. */
export interface SerialHost {
	readonly alerts: Alerts;
	/** The present moment. */
	readonly now: () => Micros;
}

/**
 * Reads serial data from a GPIO's sampled levels, as the daemon does: by the times of the edges, with the
 * GPIO's watchdog to end a character whose last bits are high. No parity or stop bit is checked.
 */
export class SerialReader {
	readonly #host: SerialHost;
	readonly #gpio: number;
	readonly #dataBits: number;
	readonly #bytes: number;
	/** Nanoseconds. */
	readonly #fullBit: number;
	readonly #halfBit: number;
	readonly #timeout: Micros;
	readonly #buffer = new Uint8Array(BUFFER_BYTES);
	readonly #unfollow: Cancel;
	#readAt = 0;
	#writeAt = 0;
	/** The bit that is awaited: 0 is the start bit. */
	#bit = IDLE;
	#data = 0;
	#level = 0;
	#startTime: Micros = 0;
	/** When the awaited bit is read, in nanoseconds from the start bit. */
	#nextBit = 0;
	#invert = 0;

	constructor(host: SerialHost, gpio: number, baud: number, dataBits: number) {
		this.#host = host;
		this.#gpio = gpio;
		this.#dataBits = dataBits;
		this.#bytes = bytesPerCharacter(dataBits);
		this.#fullBit = Math.floor(1_000_000_000 / baud);
		this.#halfBit = Math.floor(this.#fullBit / 2) + 500;
		this.#timeout = 1000 * Math.max(1, Math.floor(((dataBits + 2) * this.#fullBit) / 1_000_000));
		this.#unfollow = host.alerts.follow(gpio, (_gpio, level, time) => this.#see(level, time));
	}

	/** Whether the line idles low. */
	set isInverted(inverted: boolean) {
		this.#invert = inverted ? 1 : 0;
	}

	/** Takes whole characters of at most `count` bytes, up to the end of the ring. */
	read(count: number): Uint8Array {
		const end = this.#writeAt >= this.#readAt ? this.#writeAt : BUFFER_BYTES;
		const most = Math.min(end - this.#readAt, count);
		const length = most - (most % this.#bytes);
		const bytes = this.#buffer.slice(this.#readAt, this.#readAt + length);
		this.#readAt = (this.#readAt + length) % BUFFER_BYTES;
		return bytes;
	}

	close(): void {
		this.#setWatchdog(0);
		this.#unfollow();
	}

	#see(seen: Level | "timeout", time: Micros): void {
		// An inverted timeout is no longer taken for one: so it is in the daemon.
		const level = (seen === "timeout" ? TIMEOUT : seen) ^ this.#invert;
		if (this.#bit === IDLE) {
			if (level === 0) this.#begin(time);
			return;
		}
		let last = this.#level;
		if (level !== TIMEOUT) {
			this.#level = level;
			last = level === 0 ? 1 : 0;
		}
		const elapsed = time - this.#startTime;
		while (this.#bit <= this.#dataBits && elapsed > Math.floor(this.#nextBit / 1000)) {
			if (this.#bit === 0) this.#data = 0;
			else if (last !== 0) this.#data |= 1 << (this.#bit - 1);
			this.#bit++;
			this.#nextBit += this.#fullBit;
		}
		if (this.#bit <= this.#dataBits) return;
		this.#store();
		if (level === 0) this.#begin(time);
		else {
			this.#bit = IDLE;
			this.#setWatchdog(0);
		}
	}

	#begin(time: Micros): void {
		this.#setWatchdog(this.#timeout);
		this.#level = 0;
		this.#bit = 0;
		this.#startTime = time;
		this.#nextBit = this.#halfBit;
	}

	/** A full buffer drops what comes. */
	#store(): void {
		for (let index = 0; index < this.#bytes; index++) {
			this.#buffer[this.#writeAt + index] = this.#data >>> (8 * index);
		}
		const next = (this.#writeAt + this.#bytes) % BUFFER_BYTES;
		if (next !== this.#readAt) this.#writeAt = next;
	}

	#setWatchdog(timeout: Micros): void {
		this.#host.alerts.watchdogs.set(this.#gpio, timeout, this.#host.now());
	}
}
