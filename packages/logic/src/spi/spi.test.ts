import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOfSpiWord, hasSpiFlag, noSpiFlags, readSpiFlags, spiFlagsWord } from "./spiFlags.ts";
import { spiTiming } from "./spiTiming.ts";

describe("flags of SPI", () => {
	it("lie where pigpio's manual says", () => {
		const flags = { ...noSpiFlags, mode: 3, highSelects: 1, freeSelects: 2, threeWire: 1, writeFirst: 2 };
		expect(spiFlagsWord(flags, "main")).toBe((2 << 10) | (1 << 9) | (2 << 5) | (1 << 2) | 3);
		const auxiliary = { ...noSpiFlags, wordBits: 12, sendLowestFirst: 1, receiveLowestFirst: 1 };
		expect(spiFlagsWord(auxiliary, "auxiliary")).toBe((12 << 16) | (1 << 15) | (1 << 14) | (1 << 8));
	});

	it("leave out what means nothing to the interface", () => {
		const all = readSpiFlags(0x3f_ffff);
		expect(spiFlagsWord(all, "bitBang")).toBe((1 << 15) | (1 << 14) | (7 << 2) | 3);
		expect(spiFlagsWord(all, "main")).toBe((15 << 10) | (1 << 9) | (7 << 5) | (7 << 2) | 3);
		expect(hasSpiFlag("threeWire", "auxiliary")).toBe(false);
	});

	it("are read back as they were written", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 0x3f_ffff }), (word) => {
				const isAuxiliary = (word & 0x100) !== 0;
				const kept = isAuxiliary ? word & ~(0x1f << 9) : word & 0x3eff;
				expect(spiFlagsWord(readSpiFlags(word), isAuxiliary ? "auxiliary" : "main")).toBe(kept);
			}),
		);
	});

	it("say how many bytes a word takes", () => {
		expect([0, 8, 9, 16, 17, 32].map(bytesOfSpiWord)).toEqual([1, 1, 2, 2, 4, 4]);
	});
});

describe("timing of SPI", () => {
	it.each([0, 1, 2, 3])("samples in mode %i while a bit is there", (mode) => {
		const { clock, bits, samples } = spiTiming({ mode, sendLowestFirst: 0 }, false);
		expect(bits.map(({ bit }) => bit)).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
		samples.forEach((at, index) => {
			expect(at).toBe((bits[index]!.from + bits[index]!.to) / 2);
			expect(clock.some((edge) => edge.at === at)).toBe(true);
		});
		expect(clock[0]!.level).toBe(mode >> 1);
		const rising = clock.find((edge) => edge.at === samples[0])!.level;
		expect(rising).toBe(mode === 0 || mode === 3 ? 1 : 0);
	});

	it("turns the select and the order of bits round", () => {
		const { select, bits } = spiTiming({ mode: 0, sendLowestFirst: 1 }, true, 4);
		expect(select.map(({ level }) => level)).toEqual([0, 1, 0]);
		expect(bits.map(({ bit }) => bit)).toEqual([0, 1, 2, 3]);
	});
});
