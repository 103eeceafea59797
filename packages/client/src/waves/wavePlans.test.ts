import type { Pulse } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { padPulses } from "./padPulses.ts";
import { wavePlans } from "./sizeClasses.ts";
import { splitPulses } from "./splitPulses.ts";
import { lengthOf, needsOf } from "./waveMemory.ts";

const mask = fc.integer({ min: 0, max: 0b1111 });
const delay = fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 0, max: 40_000 }));
const pulses = fc.array(fc.record({ on: mask, off: mask, delay }), { minLength: 1, maxLength: 60 });

/** Every level that a wave makes and when: pigpiod sets first and then clears. */
function edgesOf(wave: readonly Pulse[], before = 0): [time: number, level: number][] {
	const edges: [number, number][] = [];
	let [time, level] = [0, before];
	for (const { on, off, delay: length } of wave) {
		for (const next of [level | on, (level | on) & ~off]) {
			if (next !== level) edges.push([time, next]);
			level = next;
		}
		time += length;
	}
	return edges;
}

/** The waveform that requests of these parts make: pigpiod merges each from time 0. */
function mergeParts(parts: readonly (readonly Pulse[])[]): Pulse[] {
	const [first = [], ...rest] = parts;
	const merged = [...first];
	for (const [head, ...pulsesOfPart] of rest) {
		expect(head).toEqual({ on: 0, off: 0, delay: lengthOf(merged) });
		merged.push(...pulsesOfPart);
	}
	return merged;
}

describe("a padded wave", () => {
	it("has the size wanted, and every edge at its time", () => {
		fc.assert(
			fc.property(
				pulses,
				fc.nat(80),
				fc.nat(80),
				fc.boolean(),
				mask,
				(wave, more, moreWords, isLite, before) => {
					const needs = needsOf(wave, isLite);
					const wanted = { blocks: needs.blocks + more, words: needs.words + moreWords };
					const padded = padPulses(wave, wanted, isLite);
					if (padded === undefined) return;
					expect(needsOf(padded, isLite)).toEqual(wanted);
					expect(lengthOf(padded)).toBe(lengthOf(wave));
					expect(edgesOf(padded, before)).toEqual(edgesOf(wave, before));
				},
			),
		);
	});

	it("is possible for every wave that switches one way and has delays to cut", () => {
		const oneWay = fc.array(
			fc.record({ gpio: fc.nat(31), isOn: fc.boolean(), delay: fc.integer({ min: 2, max: 1e6 }) }),
			{ minLength: 1, maxLength: 40 },
		);
		fc.assert(
			fc.property(oneWay, (steps) => {
				const wave = steps.map(({ gpio, isOn, delay: length }) => {
					const bit = (1 << gpio) >>> 0;
					return { on: isOn ? bit : 0, off: isOn ? 0 : bit, delay: length };
				});
				const size = wave.length + 1;
				expect(padPulses(wave, { blocks: 2 * size, words: size }, false)).toBeDefined();
			}),
		);
	});

	it("is impossible where there is nothing to repeat or to cut", () => {
		expect(padPulses([{ on: 0, off: 0, delay: 9 }], { blocks: 6, words: 1 }, false)).toBeUndefined();
		expect(padPulses([{ on: 1, off: 0, delay: 1 }], { blocks: 6, words: 1 }, false)).toBeUndefined();
	});
});

describe("plans for a wave", () => {
	it("are of few sizes, best first, and end with the exact one", () => {
		const sizes = new Set<string>();
		fc.assert(
			fc.property(pulses, (wave) => {
				const plans = [...wavePlans(wave, false)];
				const exact = plans.pop();
				expect(exact).toEqual({ pulses: wave, percent: undefined, blocks: needsOf(wave, false).blocks });
				expect(plans.map(({ blocks }) => blocks)).toEqual(
					plans.map(({ blocks }) => blocks).sort((a, b) => a - b),
				);
				for (const { blocks, percent, pulses: made } of plans) {
					const words = percent === undefined ? needsOf(made, false).words : `${percent} %`;
					sizes.add(`${blocks} ${words}`);
				}
				expect(plans.length).toBeGreaterThan(0);
			}),
			{ numRuns: 500 },
		);
		expect(sizes.size).toBeLessThanOrEqual(31);
	});
});

describe("parts of a long wave", () => {
	it("merge into the wave, and break no moment", () => {
		fc.assert(
			fc.property(pulses, fc.integer({ min: 2, max: 20 }), (wave, most) => {
				const parts = splitPulses(wave, most);
				if (parts === undefined) return;
				expect(parts.every(({ length }) => length <= most)).toBe(true);
				expect(mergeParts(parts)).toEqual(wave);
				for (const part of parts.slice(0, -1)) expect(part.at(-1)?.delay).toBeGreaterThan(0);
			}),
		);
	});

	it("are refused where a moment does not fit into one", () => {
		const moment = Array.from({ length: 5 }, () => ({ on: 1, off: 0, delay: 0 }));
		expect(splitPulses(moment, 4)).toBeUndefined();
	});
});
