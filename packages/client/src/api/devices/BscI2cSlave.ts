import type { BscTransfer } from "@gpioscope/protocol";
import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { type BytesLike, bytesOf } from "../bytesOf.ts";
import { Handle } from "./Handle.ts";

/** Enables the peripheral, I2C mode, sending and receiving. */
const I2C_SLAVE = 0x305;
const ADDRESS_SHIFT = 16;

/** The control word that makes the chip an I2C slave at this address; 0 ends it. */
export function bscI2cControl(address: number): number {
	return address === 0 ? 0 : (address << ADDRESS_SHIFT) | I2C_SLAVE;
}

/** The Pi as an I2C slave. Event 31 (`EVENT_BSC`) tells of activity. Not there on a Pi 4. */
export class BscI2cSlave extends Handle {
	readonly address: number;

	constructor(transport: PiTransport, address: number) {
		super(transport, "I2C slave");
		this.address = address;
	}

	/** Gives the master bytes to read, and takes what it wrote. */
	async transfer(data: BytesLike = [], options?: CallOptions): Promise<BscTransfer> {
		const control = bscI2cControl(this.address);
		return this.call("transferBsc", { control, data: bytesOf(data) }, options);
	}

	protected release(call: Call): Promise<unknown> {
		return call("transferBsc", { control: 0, data: new Uint8Array(0) });
	}
}
