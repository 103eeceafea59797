import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { type BytesLike, bytesOf } from "../bytesOf.ts";
import { commandDefaults } from "../commandDefaults.ts";
import { Handle } from "./Handle.ts";

/** A serial device of the Pi. */
export class SerialDevice extends Handle {
	/** Its number in pigpiod. */
	readonly handle: number;

	constructor(transport: PiTransport, handle: number) {
		super(transport, "serial device");
		this.handle = handle;
	}

	/** How many bytes have been received and not read. */
	available(options?: CallOptions): Promise<number> {
		return this.call("getSerialAvailable", { handle: this.handle }, options);
	}

	/** Reads up to this many of the bytes received; none if there are none. */
	read(count: number = commandDefaults.readSerial.count, options?: CallOptions): Promise<Uint8Array> {
		return this.call("readSerial", { handle: this.handle, count }, options);
	}

	/** Writes bytes. */
	async write(data: BytesLike, options?: CallOptions): Promise<void> {
		await this.call("writeSerial", { handle: this.handle, data: bytesOf(data) }, options);
	}

	/** Reads one byte. @throws PigpioError PI_SER_READ_NO_DATA if none has been received */
	readByte(options?: CallOptions): Promise<number> {
		return this.call("readSerialByte", { handle: this.handle }, options);
	}

	/** Writes one byte. */
	async writeByte(value: number, options?: CallOptions): Promise<void> {
		await this.call("writeSerialByte", { handle: this.handle, value }, options);
	}

	protected release(call: Call): Promise<unknown> {
		return call("closeSerial", { handle: this.handle });
	}
}
