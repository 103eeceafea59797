import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessSerial } from "./guessSerial.ts";
import { type LineEdges, readSerial } from "./readSerial.ts";
import {
	bitsBetween,
	characterMicros,
	frameText,
	packCharacters,
	type SerialFrame,
	unpackCharacters,
} from "./serialFrame.ts";
import { serialPulses } from "./serialPulses.ts";

const plain: SerialFrame = { baud: 9600, dataBits: 8, parity: "none", halfStopBits: 2, inverted: false };

const anyFrame = fc.record({
	baud: fc.constantFrom(300, 1200, 9600, 19_200, 38_400),
	dataBits: fc.integer({ min: 5, max: 9 }),
	parity: fc.constantFrom("none" as const, "even" as const, "odd" as const),
	halfStopBits: fc.constantFrom(2, 3, 4),
	inverted: fc.boolean(),
});

interface Line {
	readonly clockError?: number;
	readonly samplePeriod?: number;
	/** Bits of rest between characters. */
	readonly rest?: number;
}

/** What is captured of a line on which texts are sent, each after a rest. */
function capture(values: readonly (readonly number[])[], frame: SerialFrame, line: Line = {}): LineEdges {
	const { clockError = 0, samplePeriod = 1, rest = 0 } = line;
	const times: number[] = [];
	const levels: number[] = [];
	let level = frame.inverted ? 0 : 1;
	let now = 20_000;
	const sampled = (time: number) => Math.ceil(time / samplePeriod) * samplePeriod;
	for (const text of values) {
		for (const pulses of rest === 0
			? [serialPulses(text, 4, frame)]
			: text.map((value) => serialPulses([value], 4, frame))) {
			for (const { on, delay } of pulses) {
				const next = on === 0 ? 0 : 1;
				if (next !== level) {
					times.push(sampled(now));
					levels.push(next);
					level = next;
				}
				now += delay * (1 + clockError);
			}
			now += (rest * 1_000_000) / frame.baud;
		}
		now += 40_000_000 / frame.baud;
	}
	return { times, levels };
}

const bytesOf = (text: string): readonly number[] => [...new TextEncoder().encode(text)];
const nmea = "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n";

describe("characters of a serial line", () => {
	it("are packed and read back, with their parity", () => {
		fc.assert(
			fc.property(anyFrame, fc.array(fc.integer({ min: 0, max: 31 }), { maxLength: 40 }), (frame, values) => {
				const read = unpackCharacters(packCharacters(values, frame), frame);
				expect(read).toEqual(values.map((value) => ({ value, isFaulty: false })));
			}),
		);
	});

	it("have the parity bit above the data bits", () => {
		const even: SerialFrame = { ...plain, dataBits: 7, parity: "even" };
		expect([...packCharacters([0x41, 0x43], even)]).toEqual([0x41, 0xc3]);
		expect(unpackCharacters(Uint8Array.of(0xc1), even)).toEqual([{ value: 0x41, isFaulty: true }]);
		expect([...packCharacters([0x41], { ...plain, dataBits: 8, parity: "odd" })]).toEqual([0x41, 0x01]);
	});

	it("are sent by pulses that are read back", () => {
		fc.assert(
			fc.property(anyFrame, fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 1 }), (frame, values) => {
				const bits = bitsBetween(frame);
				const edges = capture([values], frame);
				const reading = { bitMicros: 1_000_000 / frame.baud, bits, inverted: frame.inverted };
				const read = readSerial(edges, reading);
				expect(read.faults).toBe(0);
				expect(unpackCharacters(packCharacters(values, frame), frame).map(({ value }) => value)).toEqual(
					read.values.map((value) => value % 2 ** frame.dataBits),
				);
			}),
		);
	});

	it("take as long as their bits", () => {
		expect(characterMicros(plain)).toBeCloseTo(1041.7, 1);
		const length = serialPulses([0x55, 0x00], 4, plain).reduce((sum, { delay }) => sum + delay, 0);
		expect(length).toBe(Math.round(2 * characterMicros(plain)));
	});

	it("have a short name for their form", () => {
		expect(frameText(plain)).toBe("9600 8N1");
		expect(frameText({ ...plain, baud: 300, dataBits: 7, parity: "even", inverted: true })).toBe(
			"300 7E1 inverted",
		);
	});
});

describe("a guess from the trace", () => {
	it("finds rate, form and polarity of text, with clocks that are off and coarse samples", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(300, 1200, 2400, 4800, 9600, 19_200, 38_400, 57_600),
				fc.boolean(),
				fc.integer({ min: -20, max: 20 }),
				fc.constantFrom(0, 3, 25),
				(baud, inverted, perMille, rest) => {
					const frame = { ...plain, baud, inverted };
					const line = { clockError: perMille / 1000, samplePeriod: 5, rest };
					expect(guessSerial(capture([bytesOf(nmea), bytesOf(nmea)], frame, line), 5)).toMatchObject({
						kind: "guess",
						baud,
						inverted,
						dataBits: 8,
						parity: "none",
					});
				},
			),
		);
	});

	it.each([
		{ dataBits: 7, parity: "even", halfStopBits: 2 },
		{ dataBits: 7, parity: "odd", halfStopBits: 4 },
		{ dataBits: 8, parity: "even", halfStopBits: 2 },
		{ dataBits: 8, parity: "odd", halfStopBits: 2 },
	] as const)("tells parity: $dataBits bits, $parity", (form) => {
		const frame = { ...plain, baud: 2400, ...form };
		const guess = guessSerial(capture([bytesOf(nmea), bytesOf("ST,GS,+  1.204kg\r\n")], frame), 1);
		expect(guess).toMatchObject({ kind: "guess", baud: 2400, dataBits: form.dataBits, parity: form.parity });
	});

	it("measures how far the clock is off", () => {
		const edges = capture([bytesOf(nmea)], plain, { clockError: 0.01 });
		const guess = guessSerial(edges, 1);
		expect(guess.kind === "guess" && guess.measured).toBeCloseTo(9600 / 1.01, -1);
	});

	it("is not disturbed by a few glitches", () => {
		const { times, levels } = capture([bytesOf(nmea), bytesOf(nmea)], plain, { rest: 4 });
		const at = times.length / 2;
		const spoilt = {
			times: [
				...Array.from(times).slice(0, at),
				times[at - 1]! + 12,
				times[at - 1]! + 24,
				...Array.from(times).slice(at),
			],
			levels: [
				...Array.from(levels).slice(0, at),
				1 - levels[at - 1]!,
				levels[at - 1]!,
				...Array.from(levels).slice(at),
			],
		};
		expect(guessSerial(spoilt, 5)).toMatchObject({ kind: "guess", baud: 9600 });
	});

	it("says why there is none", () => {
		expect(guessSerial({ times: [], levels: [] }, 5)).toEqual({ kind: "fewEdges" });
		const fast = capture([bytesOf(nmea)], { ...plain, baud: 250_000 }, { samplePeriod: 5 });
		expect(guessSerial(fast, 5)).toEqual({ kind: "tooFast" });
		const noise = fc.sample(fc.integer({ min: 30, max: 900 }), { numRuns: 400, seed: 7 });
		let now = 0;
		const times = noise.map((width) => (now += width));
		expect(guessSerial({ times, levels: times.map((_, index) => index % 2) }, 5)).toEqual({
			kind: "noCharacters",
		});
	});
});
