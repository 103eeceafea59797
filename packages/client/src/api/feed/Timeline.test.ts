import { expect, it } from "vitest";
import type { Clock } from "../../clock.ts";
import { Timeline } from "./Timeline.ts";

const WRAP = 2 ** 32;
const MINUTE_MS = 60_000;

function timeline() {
	const clock: Clock & { ms: number } = { ms: 0, now: () => clock.ms, after: () => () => {} };
	return { clock, line: new Timeline(clock) };
}

it("keeps the first tick of an epoch, and counts on over the wrap", () => {
	const { line } = timeline();
	line.begin(1, WRAP - 5);
	expect(line.timeOf(WRAP - 5)).toBe(WRAP - 5);
	expect(line.timeOf(5)).toBe(WRAP + 5);
	expect(line.timeOf(2)).toBe(WRAP + 2);
	expect(line.time).toBe(WRAP + 5);
});

it("counts the wraps of a quiet time by this computer's clock, within some parts per million", () => {
	const { clock, line } = timeline();
	line.begin(1, 1000);
	clock.ms += 10 * 24 * 60 * MINUTE_MS;
	const passed = Math.round(clock.ms * 1000 * (1 + 50e-6));
	expect(line.timeOf((1000 + passed) % WRAP)).toBe(1000 + passed);
});

it("goes on in the same epoch and begins anew in the next", () => {
	const { clock, line } = timeline();
	line.begin(1, 1000);
	clock.ms += 5;
	line.begin(1, 6100);
	expect([line.epoch, line.time]).toEqual([1, 6100]);
	line.begin(2, 50);
	expect([line.epoch, line.time, line.timeOf(60)]).toEqual([2, 50, 60]);
});
