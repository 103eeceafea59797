import { describe, expect, it } from "vitest";
import { busBits, busDescription, busMask, busReadings, busText, busValue } from "./busValue.ts";

describe("bus values", () => {
	it("read the lanes from the top down, from the highest or the lowest bit", () => {
		const levels = (1 << 26) | (1 << 23);
		expect(busValue(levels, busBits([26, 25, 24, 23], "msb"))).toBe(0b1001);
		expect(busValue(1 << 26, busBits([26, 25, 24, 23], "lsb"))).toBe(0b0001);
		expect(busValue(1 << 26, busBits([26, 25, 24, 23], "msb"))).toBe(0b1000);
	});

	it("are unsigned up to 32 lines", () => {
		const bits = busBits([...Array(32).keys()], "lsb");
		expect(busValue(-1, bits)).toBe(0xffff_ffff);
		expect(busMask(bits)).toBe(0xffff_ffff);
		expect(busText(0xffff_ffff, 32, "hex")).toBe("FFFFFFFF");
	});

	it("are written in each radix", () => {
		expect(busText(10, 5, "hex")).toBe("0A");
		expect(busText(10, 5, "dec")).toBe("10");
		expect(busText(10, 5, "bin")).toBe("01010");
		expect(busText(0x41, 8, "ascii")).toBe("'A'");
		expect(busText(0x0a, 8, "ascii")).toBe("0A");
		expect(busText(0x4142, 16, "ascii")).toBe("'AB'");
	});

	it("are read in all radixes at once, their own first", () => {
		expect(busReadings(0x41, 8, "hex")).toEqual(["41", "65 dec", "01000001 bin", "'A'"]);
		expect(busReadings(0x41, 8, "ascii")).toEqual(["'A'", "41 hex", "65 dec", "01000001 bin"]);
		expect(busReadings(3, 20, "dec")).toEqual(["3", "00003 hex"]);
	});

	it("say what they are made of", () => {
		expect(busDescription([26, 25, 24, 23], "GPIO", "hex")).toBe("GPIO 26…23, hex");
		expect(busDescription([4, 5, 17], "CH", "dec")).toBe("CH 4 5 17, dec");
	});
});
