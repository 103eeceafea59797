import { describe, expect, it } from "vitest";
import { Arrivals } from "./Arrivals.ts";

/** Lets data arrive every `beat` ms for some seconds, each up to when it comes, and now and then so much later. */
function lagOf(beat: number, late: (count: number) => number): number {
	const arrivals = new Arrivals();
	for (let count = 1; count * beat < 4000; count++) {
		const wait = late(count);
		arrivals.observe(count * beat * 1000, count * beat + wait);
	}
	return (arrivals.pattern?.lag ?? 0) / 1000;
}

describe("how far the promptest line runs ahead", () => {
	it("is nearly a beat where data comes evenly", () => {
		expect(lagOf(8, () => 0)).toBeGreaterThan(7);
		expect(lagOf(8, () => 0)).toBeLessThanOrEqual(8.1);
		expect(lagOf(100, () => 0)).toBeGreaterThan(90);
	});

	it("does not grow by one long wait, and does by many", () => {
		const once = lagOf(8, (count) => (count === 450 ? 7 : 0));
		expect(once).toBeLessThan(9);
		expect(lagOf(8, (count) => (count % 3 === 0 ? 7 : 0))).toBeGreaterThan(11);
	});

	it("stays a beat of rest where bursts come between", () => {
		const arrivals = new Arrivals();
		let at = 0;
		for (let round = 0; round < 8; round++) {
			for (const wait of [...Array<number>(100).fill(2), ...Array<number>(5).fill(100)]) {
				at += wait;
				arrivals.observe(at * 1000, at);
			}
		}
		expect(arrivals.pattern?.lag).toBeGreaterThan(80_000);
	});
});
