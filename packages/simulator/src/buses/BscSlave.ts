import type { Board } from "../board/Board.ts";
import { modes } from "../board/powerOn.ts";
import { I2cSlave } from "../devices/lines/I2cSlave.ts";
import { type SpiMode, SpiSlave } from "../devices/lines/SpiSlave.ts";
import type { Engine } from "../engine/Engine.ts";
import { BscFifos } from "./BscFifos.ts";
import { BscI2c } from "./BscI2c.ts";
import { BscSpi } from "./BscSpi.ts";
import { type BscControl, controlBits, has } from "./bscControl.ts";
import { PeripheralLines } from "./PeripheralLines.ts";

/** The slave's GPIOs by chip. */
export const bscPins = {
	bcm2835: {
		i2c: { scl: 19, sda: 18 },
		spi: { sclk: 19, mosi: 20, miso: 18, cs: 21 },
	},
	bcm2711: {
		i2c: { scl: 11, sda: 10 },
		spi: { sclk: 11, mosi: 9, miso: 10, cs: 8 },
	},
} as const;

/** The slave's GPIOs on one chip. */
export type BscPins = (typeof bscPins)[keyof typeof bscPins];

/** Bits of the daemon's control word that go into the control register, and where the address begins. */
const CONTROL_BITS = 0x3fff;
const ADDRESS_SHIFT = 16;

/** The chip's I2C and SPI slave: it answers a master on the bench while its GPIOs are in ALT3. */
export class BscSlave {
	readonly pins: BscPins;
	readonly fifos = new BscFifos();
	readonly #engine: Engine;
	readonly #board: Board;
	#control: BscControl = { bits: 0, address: 0 };
	#noticed = this.fifos.flags;
	#spiMode: SpiMode | undefined;
	#spiLines: PeripheralLines<"cs" | "sclk" | "mosi" | "miso"> | undefined;

	constructor(engine: Engine, board: Board, pins: BscPins) {
		this.#engine = engine;
		this.#board = board;
		this.pins = pins;
		const wiring = { pins: pins.i2c, mode: modes.alt3, isOpenDrain: true };
		new I2cSlave(new PeripheralLines(engine, board, wiring), new BscI2c(() => this.#control, this.fifos));
	}

	/** Whether the flags have changed since this was last asked. */
	noticeFlags(): boolean {
		const { flags } = this.fifos;
		const haveChanged = flags !== this.#noticed;
		this.#noticed = flags;
		return haveChanged;
	}

	/** Writes the control register and the address; 0 switches the slave off. */
	setUp(word: number): void {
		const before = this.#control;
		const control = { bits: word & CONTROL_BITS, address: (word >>> ADDRESS_SHIFT) & 0x7f };
		this.#control = control;
		const isSpi = has(control, controlBits.spi);
		if (word === 0 || (has(control, controlBits.clear) && !isSpi)) this.fifos.clear();
		// An SPI slave forgets what it was to send when sending is switched off.
		if (isSpi && has(before, controlBits.send) && !has(control, controlBits.send)) this.fifos.clearToSend();
		if (!has(control, controlBits.enable)) this.fifos.busy = "no";
		this.#setUpSpi(isSpi ? spiModeOf(control) : undefined);
	}

	#setUpSpi(mode: SpiMode | undefined): void {
		if (mode === this.#spiMode) return;
		this.#spiMode = mode;
		this.#spiLines?.release();
		this.#spiLines = undefined;
		if (mode === undefined) return;
		const wiring = { pins: this.pins.spi, mode: modes.alt3, isOpenDrain: false };
		this.#spiLines = new PeripheralLines(this.#engine, this.#board, wiring);
		new SpiSlave(this.#spiLines, new BscSpi(() => this.#control, this.fifos), mode);
	}
}

function spiModeOf(control: BscControl): SpiMode {
	const phase = has(control, controlBits.phase) ? 1 : 0;
	const polarity = has(control, controlBits.polarity) ? 2 : 0;
	return (phase | polarity) as SpiMode;
}
