import { describe, expect, it } from "vitest";
import {
	bytesProblem,
	closeCall,
	exchangeCall,
	gpiosOf,
	openCall,
	setupProblem,
	tracedLines,
} from "./spiCalls.ts";
import { meaningOf } from "./spiExamples.ts";
import { spiSettings } from "./spiSettings.ts";

const { setup, ...rest } = spiSettings.getState();
const bytes = Uint8Array.of(1, 2);

describe("SPI commands", () => {
	it("open what is set up, with its flags only", () => {
		const flags = { ...setup.flags, mode: 3, wordBits: 12, threeWire: 1 };
		expect(openCall({ ...setup, flags })).toEqual({
			name: "openSpi",
			args: { channel: 0, baud: 1_000_000, flags: 0x203 },
		});
		expect(openCall({ ...setup, of: "auxiliary", channel: 2, flags }).args).toMatchObject({ flags: 0xc0103 });
		expect(openCall({ ...setup, of: "bitBang", flags })).toEqual({
			name: "openBitBangSpi",
			args: { cs: 26, miso: 19, mosi: 20, sclk: 21, baud: 20_000, flags: 3 },
		});
	});

	it("move bytes by handle, or by the GPIO of the select", () => {
		expect(exchangeCall(setup, 4, "write", bytes, 9)).toEqual({
			name: "writeSpi",
			args: { handle: 4, data: bytes },
		});
		expect(exchangeCall(setup, 4, "read", bytes, 9)).toEqual({
			name: "readSpi",
			args: { handle: 4, count: 9 },
		});
		const any = { ...setup, of: "bitBang" } as const;
		expect(exchangeCall(any, 26, "read", bytes, 3)).toEqual({
			name: "transferBitBangSpi",
			args: { cs: 26, data: new Uint8Array(3) },
		});
		expect(closeCall(any, 26)).toEqual({ name: "closeBitBangSpi", args: { cs: 26 } });
		expect(closeCall(setup, 4)).toEqual({ name: "closeSpi", args: { handle: 4 } });
	});

	it("take the lines of the controller, but those left alone", () => {
		expect(gpiosOf(setup)).toEqual([8, 7, 11, 10, 9]);
		expect(gpiosOf({ ...setup, flags: { ...setup.flags, freeSelects: 2 } })).toEqual([8, 11, 10, 9]);
		expect(gpiosOf({ ...setup, of: "bitBang" })).toEqual([26, 21, 20, 19]);
	});
});

describe("the trace beside SPI", () => {
	it("has the lines of the device, without a select that is left alone", () => {
		const lines = (change: Partial<typeof setup>) =>
			tracedLines({ ...setup, ...change }).map(({ role, gpio }) => `${role} ${gpio}`);
		expect(lines({ channel: 1 })).toEqual(["CE1 7", "SCLK 11", "MOSI 10", "MISO 9"]);
		expect(lines({ of: "auxiliary", channel: 2 })).toEqual(["CE2 16", "SCLK 21", "MOSI 20", "MISO 19"]);
		expect(lines({ flags: { ...setup.flags, freeSelects: 1 } })).toEqual(["SCLK 11", "MOSI 10", "MISO 9"]);
		expect(lines({ of: "bitBang" })).toEqual(["CS 26", "SCLK 21", "MOSI 20", "MISO 19"]);
	});
});

describe("what is set up", () => {
	it("is refused with its range before anything is sent", () => {
		expect(setupProblem(setup)).toBeUndefined();
		expect(setupProblem({ ...setup, baud: 1000 })).toContain("32000 to 125000000");
		expect(setupProblem({ ...setup, of: "bitBang", cs: 21 })).toContain("four different GPIOs");
	});

	it("takes whole words of 1 to 65 535 bytes", () => {
		const settings = { ...rest, setup };
		expect(bytesProblem({ ...settings, hex: "01" })).toBeUndefined();
		expect(bytesProblem({ ...settings, hex: "" })).toContain("1 to 65 535");
		expect(bytesProblem({ ...settings, hex: "00".repeat(65_536) })).toContain("too many");
		const words = { ...setup, of: "auxiliary" as const, flags: { ...setup.flags, wordBits: 12 } };
		expect(bytesProblem({ ...settings, setup: words, hex: "01 02 03" })).toContain("takes 2 bytes");
	});
});

describe("an answer", () => {
	it("means something if a known device gave it", () => {
		const read = (sent: readonly number[], received: readonly number[]) =>
			meaningOf(Uint8Array.from(sent), Uint8Array.from(received));
		expect(read([1, 0xa0, 0], [0xff, 0xfe, 0x00])).toContain("channel 2 is 512 of 1023");
		expect(read([0x9f, 0, 0, 0], [0, 0xef, 0x40, 0x18])).toContain("maker EF, 16384 KiB");
		expect(read([0, 0, 0, 0], [0xff, 0xf0, 0, 0])).toContain("−1.00 °C");
		expect(read([0xd0, 0], [0, 0x60])).toBe("This is a BME280.");
		expect(read([1, 2], [3, 4])).toBeUndefined();
	});
});
