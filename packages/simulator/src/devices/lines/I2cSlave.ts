import type { Cancel, Level, Micros } from "../Device.ts";
import type { Lines } from "./Lines.ts";

/** What answers at an address of an I2C bus. A transfer is one address byte and what follows it. */
export interface I2cTarget {
	/** The 7-bit address. */
	readonly address: number;
	/** The address was called to be read or written; false leaves the call unacknowledged, as a busy chip does. */
	begin(isRead: boolean): boolean;
	/** The next byte of the master; false refuses it. */
	write(byte: number): boolean;
	/** The next byte for the master, which is taken as sent even if the master goes away in the middle of it. */
	read(): number;
	/** The transfer is over: by a stop, by a repeated start, or because the clock was lost. */
	end(isStop: boolean): void;
}

/** What differs between chips. */
export interface I2cSlaveOptions {
	/** How long the clock is held low after each byte; 0 for chips that are always fast enough. */
	readonly stretch?: () => Micros;
	/** After so long without a clock edge within a transfer the chip gives up and lets go of the bus. */
	readonly timeout?: Micros;
}

/** SMBus lets a chip give up after 25 ms at the earliest and demands it after 35 ms. */
export const SMBUS_TIMEOUT: Micros = 30_000;

/** How long SDA keeps its level after the clock's fall (UM10204 asks a chip to bridge at least 300 ns of it). */
const DATA_HOLD: Micros = 0.3;

/**
 * Idle: waits for a start. Calling: takes the address byte. Taking and giving: data bytes. Acknowledging: holds (or
 * not) its bit during the ninth clock. Asking: the master's ninth bit decides whether to go on.
 */
type Phase = "idle" | "calling" | "taking" | "giving" | "acknowledging" | "asking";

/**
 * A chip on an I2C bus, as its lines see it: everything is decided by the edges of SDA and SCL, whoever makes them.
 * It pulls lines low and lets go of them, and keeps a resistor's high on them meanwhile. A start resets it at any
 * moment, so lost clocks and spikes cost the transfer they hit and no more.
 */
export class I2cSlave {
	/** Whether it is plugged in; an absent chip acknowledges nothing. */
	isConnected = true;
	readonly #lines: Lines<"sda" | "scl">;
	readonly #target: I2cTarget;
	readonly #options: I2cSlaveOptions;
	#phase: Phase = "idle";
	#next: "taking" | "giving" | "idle" = "idle";
	#bits = 0;
	#byte = 0;
	#isAddressed = false;
	#isHolding = false;
	#lastEdge: Micros = 0;
	#cancelTimeout: Cancel | undefined;

	constructor(lines: Lines<"sda" | "scl">, target: I2cTarget, options: I2cSlaveOptions = {}) {
		this.#lines = lines;
		this.#target = target;
		this.#options = options;
		lines.drive("sda", 1);
		lines.drive("scl", 1);
		lines.onLevel("sda", (level) => this.#onData(level));
		lines.onLevel("scl", (level) => this.#onClock(level));
	}

	/** SDA may only move while the clock is high to start and stop. The clock is asked, as it may just have moved. */
	#onData(level: Level): void {
		if (this.#lines.level("scl") === 0) return;
		this.#lastEdge = this.#lines.now();
		this.#finish(level === 1);
		if (level === 0 && this.isConnected) {
			this.#phase = "calling";
			this.#bits = 0;
			this.#byte = 0;
			this.#watch();
		}
	}

	#onClock(level: Level): void {
		if (this.#phase === "idle") return;
		this.#lastEdge = this.#lines.now();
		if (level === 1) this.#onRise();
		else this.#onFall();
	}

	/** Bits are valid while the clock is high. */
	#onRise(): void {
		const bit = this.#lines.level("sda");
		if (this.#phase === "calling" || this.#phase === "taking") {
			this.#byte = ((this.#byte << 1) | bit) & 0xff;
			this.#bits++;
		} else if (this.#phase === "giving") this.#bits++;
		else if (this.#phase === "asking") this.#next = bit === 0 ? "giving" : "idle";
	}

	/** Bits change while the clock is low. */
	#onFall(): void {
		if (this.#phase === "calling" && this.#bits === 8) this.#answerCall();
		else if (this.#phase === "taking" && this.#bits === 8) this.#acknowledge(this.#target.write(this.#byte));
		else if (this.#phase === "giving") this.#giveBit();
		else if (this.#phase === "acknowledging" || this.#phase === "asking") this.#goOn();
	}

	#answerCall(): void {
		const isRead = (this.#byte & 1) === 1;
		const isCalled = this.#byte >> 1 === this.#target.address;
		if (!isCalled || !this.#target.begin(isRead)) {
			this.#phase = "idle";
			return;
		}
		this.#isAddressed = true;
		this.#acknowledge(true);
		this.#next = isRead ? "giving" : "taking";
	}

	#acknowledge(isTaken: boolean): void {
		this.#phase = "acknowledging";
		this.#next = isTaken ? "taking" : "idle";
		this.#pull(isTaken);
		this.#stretch();
	}

	/** The ninth clock is over. */
	#goOn(): void {
		this.#pull(false);
		this.#phase = this.#next;
		this.#bits = 0;
		this.#byte = 0;
		if (this.#phase !== "giving") return;
		this.#byte = this.#target.read() & 0xff;
		this.#giveBit();
	}

	#giveBit(): void {
		if (this.#bits === 8) {
			this.#pull(false);
			this.#phase = "asking";
			this.#next = "idle";
			return;
		}
		this.#pull(((this.#byte >> (7 - this.#bits)) & 1) === 0);
	}

	/** Pulls SDA low or lets go of it, a moment after the clock's fall that asked for it. */
	#pull(isLow: boolean): void {
		if (isLow === this.#isHolding) return;
		this.#isHolding = isLow;
		this.#lines.after(DATA_HOLD, () => this.#lines.drive("sda", this.#isHolding ? 0 : 1));
	}

	#stretch(): void {
		const length = this.#options.stretch?.() ?? 0;
		if (length === 0) return;
		this.#lines.drive("scl", 0);
		this.#lines.after(length, () => this.#lines.drive("scl", 1));
	}

	#finish(isStop: boolean): void {
		this.#phase = "idle";
		this.#pull(false);
		this.#cancelTimeout?.();
		if (!this.#isAddressed) return;
		this.#isAddressed = false;
		this.#target.end(isStop);
	}

	/** One timer a transfer: it looks when the last edge was, and sleeps on for the rest. */
	#watch(): void {
		const { timeout } = this.#options;
		if (timeout === undefined) return;
		this.#cancelTimeout?.();
		const look = () => {
			const left = this.#lastEdge + timeout - this.#lines.now();
			if (left > 0) this.#cancelTimeout = this.#lines.after(left, look);
			else if (this.#phase !== "idle") this.#finish(false);
		};
		this.#cancelTimeout = this.#lines.after(timeout, look);
	}
}
