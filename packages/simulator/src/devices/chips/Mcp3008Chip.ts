import type { Level } from "../Device.ts";
import type { SpiTarget } from "../lines/SpiSlave.ts";

/** Start bit, single or differential, and three bits of channel. */
const commandBits = 5;
/** Bits of a result, which follow a clock of sampling and a null bit. */
const resultBits = 10;

/**
 * An MCP3008 behind its SPI, after Microchip's data sheet. The first 1 after the select is the start bit, wherever it
 * stands; the result comes from its highest bit down and then, if the clock goes on, up again, then zeros.
 */
export class Mcp3008Chip implements SpiTarget {
	/** @returns what a channel measures, 0 to 1023; differential pairs are "plus" and "minus" channels */
	readonly #convert: (plus: number, minus: number | undefined) => number;
	#command = 0;
	#bits = 0;
	#output: Level[] = [];

	constructor(convert: (plus: number, minus: number | undefined) => number) {
		this.#convert = convert;
	}

	select(): undefined {
		this.#command = 0;
		this.#bits = 0;
		this.#output = [];
	}

	clock(bit: Level): Level | undefined {
		if (this.#bits === commandBits) return this.#output.shift() ?? 0;
		if (this.#bits === 0 && bit === 0) return undefined;
		this.#command = (this.#command << 1) | bit;
		this.#bits++;
		if (this.#bits < commandBits) return undefined;
		this.#measure(this.#command & 7, (this.#command & 8) !== 0);
		return undefined;
	}

	release(): void {}

	#measure(channel: number, isSingle: boolean): void {
		// A differential pair is a channel and its neighbour: the lowest bit says which of them is plus.
		const value = isSingle ? this.#convert(channel, undefined) : this.#convert(channel, channel ^ 1);
		const down = Array.from(
			{ length: resultBits },
			(_, index): Level => levelOf(value, resultBits - 1 - index),
		);
		const up = down.slice(0, -1).reverse();
		this.#output = [0, ...down, ...up];
	}
}

function levelOf(value: number, bit: number): Level {
	return (value >> bit) & 1 ? 1 : 0;
}
