import { slaveBusOf } from "@gpioscope/logic";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	addressOf,
	controlBits,
	hasBit,
	USUAL_WORD,
	withAddress,
	withBit,
	withBus,
	wordProblem,
	wordText,
} from "./controlWord.ts";
import { readStatus } from "./slaveStatus.ts";

const address = fc.integer({ min: 1, max: 127 });
const bit = fc.constantFrom(...controlBits.map(({ bit }) => bit));

describe("the control word", () => {
	it("is pigpio's own for an I2C slave", () => {
		expect(wordText(USUAL_WORD)).toBe("0x130305");
		expect(wordText(withBus(USUAL_WORD, "spi", 0))).toBe("0x000303");
	});

	it("keeps address and bits apart", () => {
		fc.assert(
			fc.property(address, bit, fc.boolean(), (at, which, isSet) => {
				const word = withBit(withAddress(USUAL_WORD, at), which, isSet);
				expect([addressOf(word), hasBit(word, which), slaveBusOf(word)]).toEqual([at, isSet, "i2c"]);
				expect(addressOf(withBus(withBus(word, "spi", at), "i2c", at))).toBe(at);
			}),
		);
	});

	it("drops what means nothing on the other bus", () => {
		const late = withBit(withBus(USUAL_WORD, "spi", 0), 3, true);
		expect(hasBit(withBus(late, "i2c", 5), 3)).toBe(false);
	});

	it.each([
		[0x80_0000, /whole number/],
		[0x13_4305, /14 and 15/],
		[0x13_0307, /not both/],
		[0x13_0301, /not both/],
		[0x13_0304, /enable/],
		[0x13_0005, /Bit 8/],
		[0x00_0305, /address/],
	])("is not sent as 0x%s", (word, problem) => {
		expect(wordProblem(word)).toMatch(problem);
	});

	it("is sent when it says what is wanted", () => {
		expect([USUAL_WORD, 0x303].map(wordProblem)).toEqual([undefined, undefined]);
	});
});

it("the status word tells levels, flags and what was copied", () => {
	expect(readStatus((3 << 16) | (2 << 11) | (5 << 6) | 0b10_0001)).toEqual({
		copied: 3,
		received: 2,
		toSend: 5,
		holds: ["sending", "receiving"],
	});
});
