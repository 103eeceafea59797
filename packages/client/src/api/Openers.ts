import type { BscTransfer } from "@gpioscope/protocol";
import type { CallOptions, PiTransport } from "../PiTransport.ts";
import { type BytesLike, bytesOf } from "./bytesOf.ts";
import { commandDefaults, type MethodArgs } from "./commandDefaults.ts";
import { CommandBase } from "./commandMethods.ts";
import { BscI2cSlave, bscI2cControl } from "./devices/BscI2cSlave.ts";
import { BitBangI2c, BitBangSerial, BitBangSpi } from "./devices/bitBanged.ts";
import { I2cDevice } from "./devices/I2cDevice.ts";
import { type FileOptions, fileModeOf, RemoteFile } from "./devices/RemoteFile.ts";
import { SerialDevice } from "./devices/SerialDevice.ts";
import { SpiDevice } from "./devices/SpiDevice.ts";
import { Script } from "./scripts/Script.ts";

/** What SHELL tells of a program that ran on the Pi. */
export interface ShellResult {
	/** What the program returned, 0 to 255; 127 if it was not found. */
	readonly exitCode: number;
	/** The number as pigpiod gives it: normally the exit code times 256. */
	readonly status: number;
}

/** What can be opened on a Pi: each an object that is given back by `close()`, or by `await using` at the end of its scope. */
export abstract class Openers<T extends PiTransport> extends CommandBase {
	declare readonly transport: T;

	/** Opens a device on an I2C bus. */
	async openI2cDevice(args: MethodArgs<"openI2c">, options?: CallOptions): Promise<I2cDevice> {
		return new I2cDevice(this.transport, await this.openI2c(args, options));
	}

	/** Opens an SPI channel; `spiFlags` makes the flags. */
	async openSpiDevice(args: MethodArgs<"openSpi">, options?: CallOptions): Promise<SpiDevice> {
		return new SpiDevice(this.transport, await this.openSpi(args, options));
	}

	/** Opens a serial device. */
	async openSerialDevice(args: MethodArgs<"openSerial">, options?: CallOptions): Promise<SerialDevice> {
		return new SerialDevice(this.transport, await this.openSerial(args, options));
	}

	/** Makes I2C on any two GPIOs; 100 000 baud unless told otherwise. */
	async openI2cOnGpios(args: MethodArgs<"openBitBangI2c">, options?: CallOptions): Promise<BitBangI2c> {
		await this.openBitBangI2c(args, options);
		return new BitBangI2c(this.transport, args.sda);
	}

	/** Makes SPI on any four GPIOs; 100 000 baud unless told otherwise. Several chip selects may share the other lines. */
	async openSpiOnGpios(args: MethodArgs<"openBitBangSpi">, options?: CallOptions): Promise<BitBangSpi> {
		await this.openBitBangSpi(args, options);
		return new BitBangSpi(this.transport, args.cs);
	}

	/** Receives serial data on any GPIO; 8 data bits unless told otherwise. */
	async openSerialOnGpio(
		args: MethodArgs<"openBitBangSerial">,
		options?: CallOptions,
	): Promise<BitBangSerial> {
		await this.openBitBangSerial(args, options);
		return new BitBangSerial(this.transport, args.gpio);
	}

	/** Makes the Pi an I2C slave. */
	async openI2cSlave(address: number, options?: CallOptions): Promise<BscI2cSlave> {
		await this.bscI2c(address, [], options);
		return new BscI2cSlave(this.transport, address);
	}

	/** Gives the master of the I2C slave bytes to read and takes what it wrote. Address 0 ends the slave. */
	async bscI2c(address: number, data: BytesLike = [], options?: CallOptions): Promise<BscTransfer> {
		return this.transferBsc({ control: bscI2cControl(address), data: bytesOf(data) }, options);
	}

	/** Opens a file on the Pi. */
	async openRemoteFile(file: FileOptions, options?: CallOptions): Promise<RemoteFile> {
		const handle = await this.openFile({ path: file.path, mode: fileModeOf(file) }, options);
		return new RemoteFile(this.transport, handle);
	}

	/** The files on the Pi that match a pattern with * and ?. @throws PigpioError PI_NO_FILE_MATCH if there are none */
	async findFiles(pattern: string, options?: CallOptions): Promise<string[]> {
		const listed = await this.listFiles({ pattern, count: commandDefaults.listFiles.count }, options);
		return new TextDecoder()
			.decode(listed)
			.split("\n")
			.filter((path) => path !== "");
	}

	/** Runs a program of /opt/pigpio/cgi on the Pi; `text` are its arguments as a shell takes them. */
	async shell(name: string, text = "", options?: CallOptions): Promise<ShellResult> {
		const status = await this.runShell({ call: { name, text } }, options);
		return { exitCode: (status >> 8) & 0xff, status };
	}

	/** Calls the custom function 1 that was built into the daemon. */
	async custom1(first = 0, second = 0, data: BytesLike = [], options?: CallOptions): Promise<number> {
		return this.callCustom1({ first, second, data: bytesOf(data) }, options);
	}

	/** Calls the custom function 2 that was built into the daemon, which returns at most `count` bytes. */
	async custom2(
		first = 0,
		data: BytesLike = [],
		count: number = commandDefaults.callCustom2.count,
		options?: CallOptions,
	): Promise<Uint8Array> {
		return this.callCustom2({ first, count, data: bytesOf(data) }, options);
	}

	/** Stores a script and waits until it can be run. */
	async makeScript(text: string, { signal }: CallOptions = {}): Promise<Script> {
		const script = new Script(this.transport, await this.storeScript({ text }, { signal }));
		try {
			await script.untilReady(signal);
			return script;
		} catch (error) {
			await script.delete();
			throw error;
		}
	}
}
