import { describe, expect, it } from "vitest";
import { TickClock } from "./TickClock.ts";
import { TickUnwrapper } from "./TickUnwrapper.ts";

const WRAP = 2 ** 32;

describe("TickUnwrapper", () => {
	it("goes on counting over wraps", () => {
		const ticks = new TickUnwrapper(WRAP - 10);
		expect(ticks.unwrap(5)).toBe(WRAP + 5);
		for (let i = 0; i < 4; i++) ticks.unwrap((5 + (i + 1) * 2 ** 30) % WRAP);
		expect(ticks.time).toBe(2 * WRAP + 5);
	});

	it("steps back for a tick from before", () => {
		const ticks = new TickUnwrapper(3);
		expect(ticks.peek(WRAP - 2)).toBe(-2);
		expect(ticks.unwrap(1)).toBe(1);
	});
});

describe("TickClock", () => {
	it("knows nothing before the first reading", () => {
		expect(new TickClock().tickAt(0)).toBeUndefined();
	});

	it("trusts the reading with the shortest round trip, over the wrap", () => {
		const clock = new TickClock();
		clock.note(WRAP - 1000, 10, 10.2);
		clock.note(4000, 15, 25);
		expect(clock.tickAt(12.1)).toBe(1000);
		expect(clock.uncertaintyMicros).toBeCloseTo(100);
	});

	it("forgets old readings", () => {
		const clock = new TickClock();
		clock.note(0, 0, 0);
		for (let i = 1; i <= 16; i++) clock.note(i * 1_000_100, i * 1000, i * 1000 + 2);
		expect(clock.tickAt(16_001)).toBe(16_001_600);
	});
});
