import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { type BytesLike, bytesOf } from "../bytesOf.ts";
import { commandDefaults } from "../commandDefaults.ts";
import { Handle } from "./Handle.ts";
import { type BitBangI2cStep, i2cSegments } from "./i2cSegments.ts";

/** I2C that pigpiod makes on two GPIOs. */
export class BitBangI2c extends Handle {
	/** GPIO of the data line, by which pigpiod knows it. */
	readonly sda: number;

	constructor(transport: PiTransport, sda: number) {
		super(transport, "bit-banged I2C");
		this.sda = sda;
	}

	/** Runs steps; all bytes read come in one piece. */
	async run(steps: readonly BitBangI2cStep[], options?: CallOptions): Promise<Uint8Array> {
		return this.call("runBitBangI2c", { sda: this.sda, segments: i2cSegments(steps) }, options);
	}

	protected release(call: Call): Promise<unknown> {
		return call("closeBitBangI2c", { sda: this.sda });
	}
}

/** SPI that pigpiod makes on four GPIOs. */
export class BitBangSpi extends Handle {
	/** GPIO of the chip select, by which pigpiod knows it. */
	readonly cs: number;

	constructor(transport: PiTransport, cs: number) {
		super(transport, "bit-banged SPI");
		this.cs = cs;
	}

	/** Writes bytes and reads as many. */
	async transfer(data: BytesLike, options?: CallOptions): Promise<Uint8Array> {
		return this.call("transferBitBangSpi", { cs: this.cs, data: bytesOf(data) }, options);
	}

	protected release(call: Call): Promise<unknown> {
		return call("closeBitBangSpi", { cs: this.cs });
	}
}

/** Serial data that pigpiod receives on a GPIO. */
export class BitBangSerial extends Handle {
	readonly gpio: number;

	constructor(transport: PiTransport, gpio: number) {
		super(transport, "bit-banged serial line");
		this.gpio = gpio;
	}

	/**
	 * Takes up to this many of the bytes received; none if there are none. A character takes one byte up to 8 data bits,
	 * two up to 16, four up to 32.
	 */
	read(count: number = commandDefaults.readBitBangSerial.count, options?: CallOptions): Promise<Uint8Array> {
		return this.call("readBitBangSerial", { gpio: this.gpio, count }, options);
	}

	/** Sets whether the line is inverted. */
	async invert(isInverted: boolean, options?: CallOptions): Promise<void> {
		await this.call("invertBitBangSerial", { gpio: this.gpio, invert: isInverted ? 1 : 0 }, options);
	}

	protected release(call: Call): Promise<unknown> {
		return call("closeBitBangSerial", { gpio: this.gpio });
	}
}
