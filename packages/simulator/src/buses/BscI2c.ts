import type { I2cTarget } from "../devices/lines/I2cSlave.ts";
import type { BscFifos } from "./BscFifos.ts";
import { type BscControl, controlBits, has } from "./bscControl.ts";

/** What a master reads when nothing is there to send: nobody holds the line. */
const NOTHING = 0xff;

/** The BSC slave as an I2C device. */
export class BscI2c implements I2cTarget {
	readonly #control: () => BscControl;
	readonly #fifos: BscFifos;

	/** `control` tells how the slave is set up now. */
	constructor(control: () => BscControl, fifos: BscFifos) {
		this.#control = control;
		this.#fifos = fifos;
	}

	get address(): number {
		return this.#control().address;
	}

	begin(isRead: boolean): boolean {
		const direction = isRead ? controlBits.send : controlBits.receive;
		if (!has(this.#control(), controlBits.enable | controlBits.i2c | direction)) return false;
		this.#fifos.busy = isRead ? "sending" : "receiving";
		return true;
	}

	/** The slave cannot refuse a byte. */
	write(byte: number): boolean {
		this.#fifos.receive(byte);
		return true;
	}

	read(): number {
		return this.#fifos.send() ?? NOTHING;
	}

	end(): void {
		this.#fifos.busy = "no";
	}
}
