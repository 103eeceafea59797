import type { BlockContent } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { Capture } from "../capture/Capture.ts";
import { pulseAt } from "./pulse.ts";
import { statistics } from "./statistics.ts";

/** A block in which channel 0 is a square wave: high for 250 µs at the start of every millisecond. */
function squareWave(number: number, baseTime: number, periods: number): BlockContent {
	const count = periods * 2;
	return {
		target: 0,
		epoch: 1,
		number,
		baseTime,
		endTime: baseTime + periods * 1000,
		firstLevel: 0,
		known: 1,
		times: Uint32Array.from({ length: count }, (_, index) => (index >> 1) * 1000 + (index & 1) * 250),
		levels: Uint32Array.from({ length: count }, (_, index) => (index & 1) ^ 1),
		count,
		gaps: [],
		watchdogs: [],
		events: [],
	};
}

describe("pulseAt", () => {
	const capture = new Capture();
	capture.append(squareWave(0, 0, 10));

	it("measures the pulse under a time, and the period it begins", () => {
		expect(pulseAt(capture, 0, 2100)).toEqual({
			level: 1,
			start: 2000,
			end: 2250,
			width: 250,
			period: 1000,
			frequency: 1000,
			duty: 0.25,
			overGap: false,
		});
		expect(pulseAt(capture, 0, 2250)).toMatchObject({ level: 0, start: 2250, width: 750, duty: 0.25 });
	});

	it("takes the period that ends with it where no further one follows", () => {
		expect(pulseAt(capture, 0, 9100)).toMatchObject({ start: 9000, end: 9250, period: 1000, duty: 0.25 });
	});

	it("has nothing to say after the last edge and of an unknown channel", () => {
		expect(pulseAt(capture, 0, 9500)).toBeUndefined();
		expect(pulseAt(capture, 1, 2100)).toBeUndefined();
	});

	it("says when a gap lies in it", () => {
		const torn = new Capture();
		torn.append(squareWave(0, 0, 10));
		torn.append(squareWave(5, 20_000, 10));
		expect(pulseAt(torn, 0, 9500)).toMatchObject({ level: 0, start: 9250, end: 20_000, overGap: true });
		expect(pulseAt(torn, 0, 15_000)).toBeUndefined();
	});
});

describe("statistics", () => {
	it("counts edges, frequency and duty cycle", () => {
		const capture = new Capture();
		capture.append(squareWave(0, 0, 100));
		expect(statistics(capture, [0], 0, 100_000)).toEqual([
			{
				channel: 0,
				rising: 100,
				falling: 100,
				meanFrequency: 1000,
				duty: 0.25,
				highTime: 25_000,
				knownTime: 100_000,
				overGap: false,
			},
		]);
	});

	it("leaves gaps out, also of the frequency", () => {
		const capture = new Capture();
		capture.append(squareWave(0, 0, 10));
		capture.append(squareWave(9, 500_000, 10));
		const [found] = statistics(capture, [0], 0, 1e9);
		expect(found).toMatchObject({ meanFrequency: 1000, knownTime: 20_000, overGap: true });
		expect(found?.duty).toBeCloseTo(0.25);
	});

	it("knows nothing of an unknown channel", () => {
		const capture = new Capture();
		capture.append(squareWave(0, 0, 10));
		expect(statistics(capture, [5], 0, 10_000)).toEqual([
			{ channel: 5, rising: 0, falling: 0, highTime: 0, knownTime: 0, overGap: true },
		]);
	});
});
