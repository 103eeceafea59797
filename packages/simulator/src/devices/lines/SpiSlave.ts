import type { Level } from "../Device.ts";
import type { Lines } from "./Lines.ts";

/** What talks on an SPI bus while it is selected, bit by bit. */
export interface SpiTarget {
	/** The select went active: a new transfer. @returns the first bit it gives, undefined for none yet */
	select(): Level | undefined;
	/** Takes a bit. @returns the bit it gives with the next clock, undefined to let go of the line */
	clock(bit: Level): Level | undefined;
	/** The select went inactive, wherever the transfer was. */
	release(): void;
}

/** The lines of an SPI chip, as seen from the Pi. */
export type SpiPin = "cs" | "sclk" | "mosi" | "miso";

/**
 * SPI modes: clock polarity (2) and phase (1). Modes 0 and 3 sample on the rising edge and change on the falling
 * one, 1 and 2 the other way round; a chip tells the two of a pair apart by nothing but the clock's rest.
 */
export type SpiMode = 0 | 1 | 2 | 3;

/**
 * A chip on an SPI bus with an active-low select. Driven by the edges of its lines alone; lets go of MISO while it is
 * not selected, so that chips can share it.
 */
export class SpiSlave {
	readonly #lines: Lines<SpiPin>;
	readonly #target: SpiTarget;
	readonly #samplesOn: Level;
	#isSelected = false;
	/** The bit given after the coming change edge; "none" before the first sample, whose bit is out since the select. */
	#next: Level | undefined | "none" = "none";

	constructor(lines: Lines<SpiPin>, target: SpiTarget, mode: SpiMode) {
		this.#lines = lines;
		this.#target = target;
		this.#samplesOn = mode === 0 || mode === 3 ? 1 : 0;
		lines.onLevel("cs", () => this.#onSelect());
		lines.onLevel("sclk", (level) => this.#onClock(level));
		this.#onSelect();
	}

	#onSelect(): void {
		const isSelected = this.#lines.level("cs") === 0;
		if (isSelected === this.#isSelected) return;
		this.#isSelected = isSelected;
		this.#next = "none";
		if (isSelected) {
			this.#lines.drive("miso", this.#target.select());
		} else {
			this.#lines.drive("miso", undefined);
			this.#target.release();
		}
	}

	#onClock(level: Level): void {
		if (!this.#isSelected) return;
		if (level === this.#samplesOn) {
			this.#next = this.#target.clock(this.#lines.level("mosi"));
		} else if (this.#next !== "none") {
			this.#lines.drive("miso", this.#next);
			this.#next = "none";
		}
	}
}
