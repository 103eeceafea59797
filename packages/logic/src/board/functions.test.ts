import { describe, expect, it } from "vitest";
import { boardOf } from "./Board.ts";
import { fixedPullUp } from "./fixedPullUp.ts";
import { alternateFunction, altModes, altOfMode, functionName, functionOfMode } from "./functions.ts";
import { hardwareClock, hardwarePwmChannel } from "./hardwareOutputs.ts";
import { padClassOfGpio } from "./padClass.ts";
import { powerOnMode, powerOnPull } from "./resetState.ts";
import { wiringPiNumber } from "./wiringPi.ts";

const pi3 = { processor: "BCM2837" } as const;
const pi4 = { processor: "BCM2711" } as const;

describe("functionName", () => {
	it.each([
		[2, 4, "SDA1"],
		[14, 4, "TXD0"],
		[14, 2, "TXD1"],
		[18, 2, "PWM0"],
		[10, 4, "SPI0_MOSI"],
		[21, 3, "SPI1_SCLK"],
		[45, 4, "PWM1"],
		[44, 5, "SDA0"],
		[50, 7, "SD1_DAT0"],
		[0, 6, "PCLK"],
		[27, 6, "DPI_D23"],
		[17, 0, "input"],
		[17, 1, "output"],
		[17, 4, "ALT0"],
		[22, 2, "ALT5"],
	])("of GPIO %i in mode %i is %s", (gpio, mode, name) => {
		expect(functionName(gpio, mode, pi3)).toBe(name);
	});

	it("differs on the BCM2711", () => {
		expect(functionName(4, 2, pi3)).toBe("ARM_TDI");
		expect(functionName(4, 2, pi4)).toBe("SDA3");
		expect(functionName(18, 7, pi3)).toBe("BSCSL_SDA/MOSI");
		expect(functionName(18, 7, pi4)).toBe("SPI6_CE0");
		expect(functionName(15, 3, pi4)).toBe("RTS5");
	});

	it("tells kind and unit", () => {
		expect(functionOfMode(3, 4, "BCM2835")).toEqual({ name: "SCL1", kind: "i2c", unit: 1 });
		expect(functionOfMode(9, 5, "BCM2835")).toEqual({ name: "SD1", kind: "memory" });
		expect(functionOfMode(22, 7, "BCM2835")).toEqual({ name: "SD1_CLK", kind: "sd" });
		expect(functionOfMode(3, 1, "BCM2835")).toBeUndefined();
	});

	it("names every function with a kind", () => {
		for (let gpio = 0; gpio < 54; gpio++)
			for (let alt = 0; alt < 6; alt++)
				for (const processor of ["BCM2835", "BCM2711"] as const) {
					const found = alternateFunction(gpio, alt, processor);
					if (found !== undefined) expect(found.name).toMatch(/^[A-Z0-9_/]+$/);
				}
	});

	it("maps modes to ALT numbers and back", () => {
		expect(altModes.map(altOfMode)).toEqual([0, 1, 2, 3, 4, 5]);
		expect([0, 1].map(altOfMode)).toEqual([undefined, undefined]);
	});
});

describe("hardware outputs", () => {
	it("agree with the functions named so", () => {
		for (let gpio = 0; gpio < 52; gpio++) {
			const named = [0, 1, 2, 3, 4, 5].map((alt) => alternateFunction(gpio, alt, "BCM2837"));
			expect(named.find((f) => f?.kind === "pwm")?.unit).toBe(hardwarePwmChannel(gpio));
			expect(named.find((f) => f?.kind === "clock")?.unit).toBe(hardwareClock(gpio));
		}
	});
});

describe("state after power-on", () => {
	it("has the chip's pulls", () => {
		const pulls = Array.from({ length: 54 }, (_, gpio) => "-du"[powerOnPull(gpio)]).join("");
		expect(pulls).toBe("uuuuuuuuudddddUUdddddddddddd--dddduuuddddddd--uuuuuuuu".toLowerCase());
	});

	it("has the serial port, audio and the SD card on their functions", () => {
		const alternate = Array.from({ length: 54 }, (_, gpio) => gpio).filter((gpio) => powerOnMode(gpio) !== 0);
		expect(alternate).toEqual([14, 15, 40, 41, 48, 49, 50, 51, 52, 53]);
	});

	it("knows the resistors of the I2C bus", () => {
		const pulledUp = (revision: number) =>
			[0, 1, 2, 3, 4].filter((gpio) => fixedPullUp(gpio, boardOf(revision)) === 1800);
		expect(pulledUp(0xa02082)).toEqual([2, 3]);
		expect(pulledUp(0x0002)).toEqual([0, 1]);
		for (const module of [0xa020a0, 0xa03150]) expect(pulledUp(module)).toEqual([]);
		expect(pulledUp(0xb03140)).toEqual([2, 3]);
	});
});

describe("names of pins", () => {
	it("colours by the usual purpose", () => {
		const board = boardOf(0xa02082);
		expect([0, 2, 8, 14, 18, 17].map((gpio) => padClassOfGpio(gpio, board))).toEqual([
			"id",
			"i2c",
			"spi",
			"uart",
			"pwm",
			"gpio",
		]);
	});

	it.each([
		["Pi 3B", 0xa02082, "id"],
		["CM4", 0xb03140, "id"],
		["first B", 0x0002, "i2c"],
		["second B", 0x000e, "i2c"],
		["CM3", 0xa020a0, "i2c"],
		["CM4S", 0xa03150, "i2c"],
	])("takes GPIO 0 and 1 of a %s for what they are there", (_, revision, kind) => {
		const board = boardOf(revision);
		for (const gpio of [0, 1]) expect(padClassOfGpio(gpio, board)).toBe(kind);
	});

	it("has wiringPi's numbers", () => {
		expect([17, 18, 21, 1, 40].map((gpio) => wiringPiNumber(gpio, false))).toEqual([0, 1, 29, 31, undefined]);
		expect([0, 1, 21].map((gpio) => wiringPiNumber(gpio, true))).toEqual([8, 9, 2]);
	});
});
