import type { Level } from "../devices/Device.ts";
import type { SpiTarget } from "../devices/lines/SpiSlave.ts";
import type { BscFifos } from "./BscFifos.ts";
import { type BscControl, controlBits, has } from "./bscControl.ts";

const BYTE = 8;

/**
 * The BSC slave as an SPI device. The lowest bit of a transfer's first byte says what the rest is: 0, bytes for the
 * slave; 1, bytes of the slave's, while what is on MOSI does not matter.
 */
export class BscSpi implements SpiTarget {
	readonly #control: () => BscControl;
	readonly #fifos: BscFifos;
	#phase: "deaf" | "first" | "receiving" | "sending" = "deaf";
	#bits = 0;
	#incoming = 0;
	#outgoing: number | undefined;

	/** `control` tells how the slave is set up now. */
	constructor(control: () => BscControl, fifos: BscFifos) {
		this.#control = control;
		this.#fifos = fifos;
	}

	select(): undefined {
		const isOn = has(this.#control(), controlBits.enable | controlBits.spi);
		this.#phase = isOn ? "first" : "deaf";
		this.#bits = 0;
		this.#incoming = 0;
		return undefined;
	}

	clock(bit: Level): Level | undefined {
		this.#incoming = ((this.#incoming << 1) | bit) & 0xff;
		// A byte is gone when its first bit was taken, not while it is only held out.
		if (this.#phase === "sending" && this.#bits === 0) this.#fifos.send();
		if (++this.#bits === BYTE) {
			this.#bits = 0;
			this.#finishByte();
		}
		if (this.#phase !== "sending" || this.#outgoing === undefined) return undefined;
		return ((this.#outgoing >>> (BYTE - 1 - this.#bits)) & 1) as Level;
	}

	release(): void {
		this.#phase = "deaf";
		this.#fifos.busy = "no";
	}

	#finishByte(): void {
		if (this.#phase === "first") this.#begin((this.#incoming & 1) === 1);
		else if (this.#phase === "receiving") this.#fifos.receive(this.#incoming);
		if (this.#phase === "sending") this.#outgoing = this.#fifos.nextToSend;
	}

	#begin(isRead: boolean): void {
		const isOn = has(this.#control(), isRead ? controlBits.send : controlBits.receive);
		const phase = isRead ? "sending" : "receiving";
		this.#phase = isOn ? phase : "deaf";
		if (isOn) this.#fifos.busy = phase;
	}
}
