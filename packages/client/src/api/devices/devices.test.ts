import { PigpioError } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { StaleHandleError } from "../../errors.ts";
import { MemoryTransport } from "../../testing/MemoryTransport.ts";
import { Pi } from "../Pi.ts";
import { spiFlags } from "./spiFlags.ts";

const HANDLE = 5;
const EMPTY = new Uint8Array(0);
const bytes = (...values: number[]) => Uint8Array.from(values);

function bench() {
	const transport = new MemoryTransport();
	transport.connect();
	transport.script = ({ name }) => (name.startsWith("open") ? HANDLE : undefined);
	return { transport, pi: new Pi(transport) };
}

/** What a device's methods send, and what opening and closing it sends. */
const exchanges: readonly (readonly [
	what: string,
	use: (pi: Pi) => Promise<void>,
	given: readonly (readonly [string, object])[],
])[] = [
	[
		"an I2C device",
		async (pi) => {
			await using device = await pi.openI2cDevice({ bus: 1, address: 0x48 });
			await device.read(2);
			await device.write([1, 2]);
			await device.writeQuick(1);
			await device.readByte();
			await device.writeByte(7);
			await device.readByteData(3);
			await device.writeByteData(3, 9);
			await device.readWordData(4);
			await device.writeWordData(4, 0x1234);
			await device.readBlockData(5);
			await device.writeBlockData(5, "ab");
			await device.readRegisters(6, 3);
			await device.writeRegisters(6, bytes(1));
			await device.processCall(7, 0x55);
			await device.blockProcessCall(7, [1]);
			await device.run([{ combined: true }, { write: [0] }, { read: 300 }, { flags: 0x102 }]);
		},
		[
			["openI2c", { bus: 1, address: 0x48, flags: 0 }],
			["readI2cDevice", { handle: HANDLE, count: 2 }],
			["writeI2cDevice", { handle: HANDLE, data: bytes(1, 2) }],
			["writeI2cQuick", { handle: HANDLE, bit: 1 }],
			["readI2cByte", { handle: HANDLE }],
			["writeI2cByte", { handle: HANDLE, value: 7 }],
			["readI2cByteData", { handle: HANDLE, register: 3 }],
			["writeI2cByteData", { handle: HANDLE, register: 3, value: 9 }],
			["readI2cWordData", { handle: HANDLE, register: 4 }],
			["writeI2cWordData", { handle: HANDLE, register: 4, value: 0x1234 }],
			["readI2cBlockData", { handle: HANDLE, register: 5 }],
			["writeI2cBlockData", { handle: HANDLE, register: 5, data: bytes(97, 98) }],
			["readI2cRegisters", { handle: HANDLE, register: 6, count: 3 }],
			["writeI2cRegisters", { handle: HANDLE, register: 6, data: bytes(1) }],
			["callI2cProcess", { handle: HANDLE, register: 7, value: 0x55 }],
			["callI2cBlockProcess", { handle: HANDLE, register: 7, data: bytes(1) }],
			["runI2cSegments", { handle: HANDLE, segments: bytes(2, 7, 1, 0, 1, 6, 44, 1, 5, 2, 1, 0) }],
			["closeI2c", { handle: HANDLE }],
		],
	],
	[
		"an SPI channel",
		async (pi) => {
			await using device = await pi.openSpiDevice({ channel: 1, baud: 50_000 });
			await device.read(2);
			await device.write([1]);
			await device.transfer([2, 3]);
		},
		[
			["openSpi", { channel: 1, baud: 50_000, flags: 0 }],
			["readSpi", { handle: HANDLE, count: 2 }],
			["writeSpi", { handle: HANDLE, data: bytes(1) }],
			["transferSpi", { handle: HANDLE, data: bytes(2, 3) }],
			["closeSpi", { handle: HANDLE }],
		],
	],
	[
		"a serial device",
		async (pi) => {
			await using device = await pi.openSerialDevice({ device: "/dev/serial0", baud: 9600 });
			await device.available();
			await device.read();
			await device.write("ok");
			await device.readByte();
			await device.writeByte(10);
		},
		[
			["openSerial", { device: "/dev/serial0", baud: 9600, flags: 0 }],
			["getSerialAvailable", { handle: HANDLE }],
			["readSerial", { handle: HANDLE, count: 1000 }],
			["writeSerial", { handle: HANDLE, data: bytes(111, 107) }],
			["readSerialByte", { handle: HANDLE }],
			["writeSerialByte", { handle: HANDLE, value: 10 }],
			["closeSerial", { handle: HANDLE }],
		],
	],
	[
		"a file",
		async (pi) => {
			await using file = await pi.openRemoteFile({ path: "/ram/a", access: "readWrite", create: true });
			await file.write([1, 2]);
			await file.seek(-1, "end");
			await file.read(10);
		},
		[
			["openFile", { path: "/ram/a", mode: 11 }],
			["writeFile", { handle: HANDLE, data: bytes(1, 2) }],
			["seekFile", { handle: HANDLE, offset: -1, from: 2 }],
			["readFile", { handle: HANDLE, count: 10 }],
			["closeFile", { handle: HANDLE }],
		],
	],
	[
		"I2C on GPIOs",
		async (pi) => {
			await using i2c = await pi.openI2cOnGpios({ sda: 2, scl: 3 });
			await i2c.run([{ address: 0x53 }, "start", { write: [0x32] }, "start", { read: 6 }, "stop"]);
		},
		[
			["openBitBangI2c", { sda: 2, scl: 3, baud: 100_000 }],
			["runBitBangI2c", { sda: 2, segments: bytes(4, 0x53, 2, 7, 1, 0x32, 2, 6, 6, 3, 0) }],
			["closeBitBangI2c", { sda: 2 }],
		],
	],
	[
		"SPI on GPIOs",
		async (pi) => {
			await using spi = await pi.openSpiOnGpios({ cs: 5, miso: 13, mosi: 19, sclk: 12 });
			await spi.transfer([4]);
		},
		[
			["openBitBangSpi", { cs: 5, miso: 13, mosi: 19, sclk: 12, baud: 100_000, flags: 0 }],
			["transferBitBangSpi", { cs: 5, data: bytes(4) }],
			["closeBitBangSpi", { cs: 5 }],
		],
	],
	[
		"serial data on a GPIO",
		async (pi) => {
			await using line = await pi.openSerialOnGpio({ gpio: 4, baud: 9600 });
			await line.invert(true);
			await line.read();
		},
		[
			["openBitBangSerial", { gpio: 4, baud: 9600, dataBits: 8 }],
			["invertBitBangSerial", { gpio: 4, invert: 1 }],
			["readBitBangSerial", { gpio: 4, count: 10_000 }],
			["closeBitBangSerial", { gpio: 4 }],
		],
	],
	[
		"the I2C slave",
		async (pi) => {
			await using slave = await pi.openI2cSlave(0x13);
			await slave.transfer("hi");
		},
		[
			["transferBsc", { control: 0x130305, data: EMPTY }],
			["transferBsc", { control: 0x130305, data: bytes(104, 105) }],
			["transferBsc", { control: 0, data: EMPTY }],
		],
	],
	[
		"custom functions and programs",
		async (pi) => {
			await pi.custom1();
			await pi.custom2(1, [2]);
			await pi.shell("scr1", "hello world");
		},
		[
			["callCustom1", { first: 0, second: 0, data: EMPTY }],
			["callCustom2", { first: 1, count: 8192, data: bytes(2) }],
			["runShell", { call: { name: "scr1", text: "hello world" } }],
		],
	],
	[
		"commands whose arguments have defaults",
		async (pi) => {
			await pi.trigger({ gpio: 4 });
			await pi.trigger({ gpio: 4, level: 0 });
			await pi.runScript({ script: 1 });
			await pi.listFiles({ pattern: "/ram/*" });
		},
		[
			["trigger", { gpio: 4, length: 10, level: 1 }],
			["trigger", { gpio: 4, length: 10, level: 0 }],
			["runScript", { script: 1, params: [] }],
			["listFiles", { pattern: "/ram/*", count: 60_000 }],
		],
	],
];

describe("devices", () => {
	it.each(exchanges)("%s: sends what is meant", async (_, use, given) => {
		const { transport, pi } = bench();
		await use(pi);
		expect(transport.given.map(({ name, args }) => [name, args])).toEqual(given);
	});

	it("are not used once closed, and are closed once", async () => {
		const { transport, pi } = bench();
		const device = await pi.openI2cDevice({ bus: 1, address: 0x48 });
		await device.close();
		await device.close();
		await expect(device.readByte()).rejects.toThrow("The I2C device is closed.");
		expect(transport.given.map(({ name }) => name)).toEqual(["openI2c", "closeI2c"]);
	});

	it("are neither used nor closed when pigpiod was restarted: the number may be another's", async () => {
		const { transport, pi } = bench();
		const device = await pi.openSpiDevice({ channel: 0, baud: 50_000 });
		transport.lose();
		transport.epoch = 2;
		transport.reconnect();
		const refused = device.read(1);
		await expect(refused).rejects.toThrow(StaleHandleError);
		await expect(refused).rejects.toThrow(
			"pigpiod was restarted since the SPI channel was opened. Open it again.",
		);
		await device.close();
		expect(transport.given.map(({ name }) => name)).toEqual(["openSpi"]);
	});

	it("end with their scope though the connection is gone, but say so when closed", async () => {
		const { transport, pi } = bench();
		const body = async () => {
			await using _device = await pi.openI2cDevice({ bus: 1, address: 0x48 });
			transport.lose();
			throw new Error("the body's own");
		};
		await expect(body()).rejects.toThrow("the body's own");
		transport.reconnect();
		const device = await pi.openI2cDevice({ bus: 1, address: 0x48 });
		transport.lose();
		await expect(device.close()).rejects.toThrow("There is no connection to pigpiod.");
		transport.reconnect();
		await device.close();
		expect(transport.given.at(-1)?.name).toBe("closeI2c");
	});

	it("refuse bytes that are none", async () => {
		const { pi } = bench();
		const device = await pi.openI2cDevice({ bus: 1, address: 0x48 });
		const problem = "a byte must be a whole number from 0 to 255, not 256";
		await expect(device.write([256])).rejects.toThrow(problem);
		await expect(device.blockProcessCall(1, [256])).rejects.toThrow(problem);
	});
});

describe("other calls", () => {
	it("list files as paths", async () => {
		const { transport, pi } = bench();
		transport.script = () => new TextEncoder().encode("/ram/a\n/ram/b\n");
		expect(await pi.findFiles("/ram/*")).toEqual(["/ram/a", "/ram/b"]);
	});

	it("tell the exit code of a program", async () => {
		const { transport, pi } = bench();
		transport.script = () => 1280;
		expect(await pi.shell("scr1")).toEqual({ exitCode: 5, status: 1280 });
	});

	it("pass on what pigpiod refuses", async () => {
		const { transport, pi } = bench();
		transport.script = ({ name }) => new PigpioError(name, -71);
		await expect(pi.openI2cDevice({ bus: 9, address: 1 })).rejects.toMatchObject({
			code: -71,
			pigpioName: "PI_I2C_OPEN_FAILED",
			command: "openI2c",
		});
	});
});

describe("spiFlags", () => {
	it.each([
		[{}, 0],
		[{ mode: 3 }, 3],
		[{ activeHigh: [0, 2], unused: [1] }, 0b10100 | (1 << 6)],
		[{ auxiliary: true, wordBits: 16 }, (1 << 8) | (16 << 16)],
		[{ threeWire: 2 }, (1 << 9) | (2 << 10)],
		[{ sendLowestFirst: true, receiveLowestFirst: true }, (1 << 14) | (1 << 15)],
	] as const)("%j", (settings, flags) => {
		expect(spiFlags(settings)).toBe(flags);
	});

	it("refuses what does not fit", () => {
		expect(() => spiFlags({ wordBits: 33 })).toThrow("wordBits must be a whole number from 0 to 32, not 33");
	});
});
