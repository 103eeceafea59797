import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { type BytesLike, bytesOf } from "../bytesOf.ts";
import { Handle } from "./Handle.ts";
import { type I2cControllerStep, i2cSegments } from "./i2cSegments.ts";

/** A device on one of the Pi's I2C buses. */
export class I2cDevice extends Handle {
	/** Its number in pigpiod. */
	readonly handle: number;

	constructor(transport: PiTransport, handle: number) {
		super(transport, "I2C device");
		this.handle = handle;
	}

	/** Reads bytes. */
	read(count: number, options?: CallOptions): Promise<Uint8Array> {
		return this.call("readI2cDevice", { handle: this.handle, count }, options);
	}

	/** Writes bytes. */
	async write(data: BytesLike, options?: CallOptions): Promise<void> {
		await this.call("writeI2cDevice", { handle: this.handle, data: bytesOf(data) }, options);
	}

	/** Sends one bit (SMBus quick command). */
	async writeQuick(bit: 0 | 1, options?: CallOptions): Promise<void> {
		await this.call("writeI2cQuick", { handle: this.handle, bit }, options);
	}

	/** Reads one byte (SMBus receive byte). */
	readByte(options?: CallOptions): Promise<number> {
		return this.call("readI2cByte", { handle: this.handle }, options);
	}

	/** Writes one byte (SMBus send byte). */
	async writeByte(value: number, options?: CallOptions): Promise<void> {
		await this.call("writeI2cByte", { handle: this.handle, value }, options);
	}

	/** Reads a byte from a register (SMBus read byte). */
	readByteData(register: number, options?: CallOptions): Promise<number> {
		return this.call("readI2cByteData", { handle: this.handle, register }, options);
	}

	/** Writes a byte to a register (SMBus write byte). */
	async writeByteData(register: number, value: number, options?: CallOptions): Promise<void> {
		await this.call("writeI2cByteData", { handle: this.handle, register, value }, options);
	}

	/** Reads a word from a register, low byte first (SMBus read word). */
	readWordData(register: number, options?: CallOptions): Promise<number> {
		return this.call("readI2cWordData", { handle: this.handle, register }, options);
	}

	/** Writes a word to a register, low byte first (SMBus write word). */
	async writeWordData(register: number, value: number, options?: CallOptions): Promise<void> {
		await this.call("writeI2cWordData", { handle: this.handle, register, value }, options);
	}

	/** Reads a block whose length the device tells (SMBus block read). */
	readBlockData(register: number, options?: CallOptions): Promise<Uint8Array> {
		return this.call("readI2cBlockData", { handle: this.handle, register }, options);
	}

	/** Writes up to 32 bytes with their number (SMBus block write). */
	async writeBlockData(register: number, data: BytesLike, options?: CallOptions): Promise<void> {
		await this.call("writeI2cBlockData", { handle: this.handle, register, data: bytesOf(data) }, options);
	}

	/** Reads up to 32 bytes from a register on (I2C block read). */
	readRegisters(register: number, count: number, options?: CallOptions): Promise<Uint8Array> {
		return this.call("readI2cRegisters", { handle: this.handle, register, count }, options);
	}

	/** Writes up to 32 bytes from a register on (I2C block write). */
	async writeRegisters(register: number, data: BytesLike, options?: CallOptions): Promise<void> {
		await this.call("writeI2cRegisters", { handle: this.handle, register, data: bytesOf(data) }, options);
	}

	/** Writes a word to a register and reads one back (SMBus process call). */
	processCall(register: number, value: number, options?: CallOptions): Promise<number> {
		return this.call("callI2cProcess", { handle: this.handle, register, value }, options);
	}

	/** Writes a block to a register and reads one back (SMBus block process call). */
	async blockProcessCall(register: number, data: BytesLike, options?: CallOptions): Promise<Uint8Array> {
		return this.call("callI2cBlockProcess", { handle: this.handle, register, data: bytesOf(data) }, options);
	}

	/** Runs several steps at once; all bytes read come in one piece. */
	async run(steps: readonly I2cControllerStep[], options?: CallOptions): Promise<Uint8Array> {
		return this.call("runI2cSegments", { handle: this.handle, segments: i2cSegments(steps) }, options);
	}

	protected release(call: Call): Promise<unknown> {
		return call("closeI2c", { handle: this.handle });
	}
}
