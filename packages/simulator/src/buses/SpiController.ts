import type { Board } from "../board/Board.ts";
import { type Mode, modes } from "../board/powerOn.ts";
import type { Level, Micros } from "../devices/Device.ts";
import type { Engine, Source } from "../engine/Engine.ts";
import type { SpiSettings } from "./spiSettings.ts";

/** The GPIOs of an interface. */
export interface SpiPins {
	readonly selects: readonly number[];
	readonly sclk: number;
	readonly miso: number;
	readonly mosi: number;
	/** What connects clock and data to the interface. */
	readonly mode: Mode;
	/** Whether the selects are the interface's too; else they are outputs the daemon writes. */
	readonly ownsSelects: boolean;
}

export const mainSpi: SpiPins = {
	selects: [8, 7],
	sclk: 11,
	miso: 9,
	mosi: 10,
	mode: modes.alt0,
	ownsSelects: true,
};

export const auxiliarySpi: SpiPins = {
	selects: [18, 17, 16],
	sclk: 21,
	miso: 19,
	mosi: 20,
	mode: modes.alt4,
	ownsSelects: false,
};

/** What the daemon takes from one transfer to the next, so that a select is seen to be released. */
const SETUP: Micros = 10;

/** Bits on their way: what is sent, and what has come in so far. */
interface Transfer {
	readonly settings: SpiSettings;
	readonly bits: Uint8Array;
	readonly received: Uint8Array;
	readonly start: Micros;
	/** Bits after which MOSI is let go of and read. */
	readonly sentFirst: number;
}

/**
 * An SPI interface of the chip. Transfers are played edge by edge, one after another; how long each takes is known
 * when it is asked for.
 */
export class SpiController implements Source {
	nextTime: Micros = Number.POSITIVE_INFINITY;
	readonly #engine: Engine;
	readonly #board: Board;
	readonly #pins: SpiPins;
	readonly #queue: Transfer[] = [];
	/** The next edge of the first transfer: 0 begins it, odd ones are the first of a clock, the last ends it. */
	#edge = 0;
	#mosi = 0;
	#freeFrom: Micros = 0;

	constructor(engine: Engine, board: Board, pins: SpiPins) {
		this.#engine = engine;
		this.#board = board;
		this.#pins = pins;
	}

	/** Puts the lines at rest, unless a transfer is under way that will do so. */
	rest(settings: SpiSettings): void {
		if (this.#queue.length > 0) return;
		const { sclk, mode, selects, ownsSelects } = this.#pins;
		if (ownsSelects) {
			for (const channel of selects.keys()) this.#select(settings, channel, false);
		}
		this.#board.drivePeripheral(sclk, mode, settings.polarity as Level);
		this.#send(0);
	}

	/** Lets go of all lines. */
	release(): void {
		const { sclk, mosi, mode, selects, ownsSelects } = this.#pins;
		for (const gpio of [sclk, mosi, ...(ownsSelects ? selects : [])]) {
			this.#board.drivePeripheral(gpio, mode, undefined);
		}
	}

	/**
	 * Sends bits, after the transfers asked for before.
	 * @returns when that is done, and where the bits received meanwhile will be then
	 */
	transfer(settings: SpiSettings, bits: Uint8Array): { readonly end: Micros; readonly received: Uint8Array } {
		const start = Math.max(this.#engine.time, this.#freeFrom) + SETUP;
		const transfer: Transfer = {
			settings,
			bits,
			received: new Uint8Array(bits.length),
			start,
			sentFirst: settings.sentFirst * 8,
		};
		this.#queue.push(transfer);
		this.#freeFrom = timeOf(transfer, lastEdge(transfer));
		if (this.#queue.length === 1) {
			this.nextTime = start;
			this.#engine.hurry(start);
		}
		return { end: this.#freeFrom, received: transfer.received };
	}

	run(): void {
		const engine = this.#engine;
		while (this.nextTime <= engine.horizon) {
			const transfer = this.#queue[0];
			if (transfer === undefined) {
				this.nextTime = Number.POSITIVE_INFINITY;
				return;
			}
			engine.time = this.nextTime;
			// Set beforehand: a device that watches the line may look at the engine.
			const edge = this.#edge++;
			this.nextTime = timeOf(transfer, edge + 1);
			this.#perform(transfer, edge);
		}
	}

	#perform(transfer: Transfer, edge: number): void {
		if (edge === 0) this.#begin(transfer);
		else if (edge === lastEdge(transfer)) this.#end(transfer);
		else if (edge % 2 === 1) this.#firstEdge(transfer, (edge - 1) / 2);
		else this.#secondEdge(transfer, edge / 2 - 1);
	}

	#begin(transfer: Transfer): void {
		const { settings } = transfer;
		const { sclk, mode, selects, ownsSelects } = this.#pins;
		if (ownsSelects) {
			for (const channel of selects.keys()) this.#select(settings, channel, false);
		}
		this.#board.drivePeripheral(sclk, mode, settings.polarity as Level);
		this.#select(settings, settings.channel, true);
		if (settings.phase === 0) this.#sendBit(transfer, 0);
	}

	#end({ settings }: Transfer): void {
		this.#select(settings, settings.channel, false);
		this.#queue.shift();
		this.#edge = 0;
		const next = this.#queue[0];
		this.nextTime = next?.start ?? Number.POSITIVE_INFINITY;
		if (next === undefined) this.rest(settings);
	}

	/** What is sampled is the level before the edge: devices change theirs because of it. */
	#firstEdge(transfer: Transfer, bit: number): void {
		const { polarity, phase } = transfer.settings;
		if (phase === 0) this.#receiveBit(transfer, bit);
		this.#board.drivePeripheral(this.#pins.sclk, this.#pins.mode, (1 - polarity) as Level);
		if (phase === 1) this.#sendBit(transfer, bit);
	}

	#secondEdge(transfer: Transfer, bit: number): void {
		const { polarity, phase } = transfer.settings;
		if (phase === 1) this.#receiveBit(transfer, bit);
		this.#board.drivePeripheral(this.#pins.sclk, this.#pins.mode, polarity as Level);
		if (phase === 0 && bit + 1 < transfer.bits.length) this.#sendBit(transfer, bit + 1);
	}

	#sendBit({ bits, sentFirst }: Transfer, bit: number): void {
		this.#send(bit < sentFirst ? (bits[bit] ?? 0) : undefined);
	}

	#send(level: number | undefined): void {
		const value = level ?? -1;
		if (value === this.#mosi) return;
		this.#mosi = value;
		this.#board.drivePeripheral(this.#pins.mosi, this.#pins.mode, level as Level | undefined);
	}

	#receiveBit({ received, sentFirst }: Transfer, bit: number): void {
		const { miso, mosi, mode } = this.#pins;
		const line = bit < sentFirst ? miso : mosi;
		received[bit] = this.#board.getMode(line) === mode ? this.#board.read(line) : 0;
	}

	#select({ highActive }: SpiSettings, channel: number, isActive: boolean): void {
		const gpio = this.#pins.selects[channel];
		if (gpio === undefined) return;
		const isHigh = ((highActive >>> channel) & 1) === (isActive ? 1 : 0);
		if (this.#pins.ownsSelects) this.#board.drivePeripheral(gpio, this.#pins.mode, isHigh ? 1 : 0);
		else this.#board.write(gpio, isHigh ? 1 : 0);
	}
}

/** The select is released half a clock after the last bit's second edge. */
function lastEdge({ bits }: Transfer): number {
	return 2 * bits.length + 1;
}

/** A multiple of half a clock from the start, so that no error adds up. */
function timeOf({ start, settings }: Transfer, edge: number): Micros {
	return start + (edge * settings.period) / 2;
}
