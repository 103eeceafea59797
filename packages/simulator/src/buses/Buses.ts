import type { Board } from "../board/Board.ts";
import { type Mode, modes } from "../board/powerOn.ts";
import type { Engine } from "../engine/Engine.ts";
import { SerialPorts } from "../serial/SerialPorts.ts";
import { Uart, uartPins } from "../serial/Uart.ts";
import { type BscPins, BscSlave, bscPins } from "./BscSlave.ts";
import type { BusKind, BusLines } from "./busLines.ts";
import { HandleTable } from "./HandleTable.ts";
import { I2cController } from "./I2cController.ts";
import { auxiliarySpi, mainSpi, SpiController } from "./SpiController.ts";
import type { SpiSettings } from "./spiSettings.ts";

/** The GPIOs of I2C bus 0 and 1. */
const i2cPins = [
	{ sda: 0, scl: 1 },
	{ sda: 2, scl: 3 },
] as const;
const I2C_HANDLES = 512;
const SPI_HANDLES = 32;

/** A device opened on an I2C bus. */
export interface I2cDevice {
	readonly bus: I2cController;
	readonly address: number;
}

/** The chip's bus controllers. Those exist that somebody who wired these devices to a Pi would have switched on. */
export class Buses {
	/** The I2C buses there are, by number. */
	readonly i2c = new Map<number, I2cController>();
	readonly i2cDevices = new HandleTable<I2cDevice>(I2C_HANDLES);
	readonly spiDevices = new HandleTable<SpiSettings>(SPI_HANDLES);
	/** The modes an SPI interface's GPIOs had before it was opened, by whether it is the auxiliary one. */
	readonly spiModes = new Map<boolean, (readonly [gpio: number, mode: Mode])[]>();
	readonly serialPorts: SerialPorts;
	/** The I2C and SPI slave, if the bench has a bus on its lines. */
	bsc: BscSlave | undefined;
	readonly #spi = new Map<boolean, SpiController>();
	readonly #engine: Engine;
	readonly #board: Board;
	readonly #wired = new Map<BusKind, Set<number>>();
	readonly #bscPins: BscPins;

	/** `loopsSerial`: serial ports exist in any case and send back what they are given. */
	constructor(engine: Engine, board: Board, isBcm2711: boolean, loopsSerial: boolean) {
		this.#engine = engine;
		this.#board = board;
		this.#bscPins = isBcm2711 ? bscPins.bcm2711 : bscPins.bcm2835;
		this.serialPorts = new SerialPorts(engine, loopsSerial);
	}

	/** The main or the auxiliary SPI interface. */
	spi(isAuxiliary: boolean): SpiController {
		const known = this.#spi.get(isAuxiliary);
		if (known !== undefined) return known;
		const pins = isAuxiliary ? auxiliarySpi : mainSpi;
		const controller = new SpiController(this.#engine, this.#board, pins);
		this.#spi.set(isAuxiliary, controller);
		this.#engine.add(controller);
		return controller;
	}

	/** Takes notice of a device's bus lines; a bus that has come to exist stays. */
	wire(lines: BusLines): void {
		for (const [gpio, kind] of lines) {
			this.#wired.set(kind, (this.#wired.get(kind) ?? new Set()).add(gpio));
		}
		this.#wireI2c();
		this.#wireUart();
		this.#wireBsc();
	}

	#wireI2c(): void {
		for (const [bus, { sda, scl }] of i2cPins.entries()) {
			if (this.i2c.has(bus) || !this.#has("i2c", sda, scl)) continue;
			this.i2c.set(bus, new I2cController(this.#engine, this.#board, sda, scl));
			this.#board.setMode(sda, modes.alt0);
			this.#board.setMode(scl, modes.alt0);
		}
	}

	#wireUart(): void {
		const wired = this.#wired.get("uart");
		const isWired = Object.values(uartPins).some((gpio) => wired?.has(gpio));
		if (isWired) this.serialPorts.uart ??= new Uart(this.#engine, this.#board);
	}

	#wireBsc(): void {
		const { i2c, spi } = this.#bscPins;
		const isWired = this.#has("i2c", i2c.sda, i2c.scl) || this.#has("spi", spi.sclk);
		if (isWired) this.bsc ??= new BscSlave(this.#engine, this.#board, this.#bscPins);
	}

	#has(kind: BusKind, ...gpios: readonly number[]): boolean {
		return gpios.every((gpio) => this.#wired.get(kind)?.has(gpio));
	}
}
