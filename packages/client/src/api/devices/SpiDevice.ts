import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { type BytesLike, bytesOf } from "../bytesOf.ts";
import { Handle } from "./Handle.ts";

/** A channel of one of the Pi's SPI controllers. */
export class SpiDevice extends Handle {
	/** Its number in pigpiod. */
	readonly handle: number;

	constructor(transport: PiTransport, handle: number) {
		super(transport, "SPI channel");
		this.handle = handle;
	}

	/** Reads bytes, while zeros are written. */
	read(count: number, options?: CallOptions): Promise<Uint8Array> {
		return this.call("readSpi", { handle: this.handle, count }, options);
	}

	/** Writes bytes. */
	async write(data: BytesLike, options?: CallOptions): Promise<void> {
		await this.call("writeSpi", { handle: this.handle, data: bytesOf(data) }, options);
	}

	/** Writes bytes and reads as many. */
	async transfer(data: BytesLike, options?: CallOptions): Promise<Uint8Array> {
		return this.call("transferSpi", { handle: this.handle, data: bytesOf(data) }, options);
	}

	protected release(call: Call): Promise<unknown> {
		return call("closeSpi", { handle: this.handle });
	}
}
