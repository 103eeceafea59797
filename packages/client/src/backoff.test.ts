import { describe, expect, it } from "vitest";
import { backoff, LONGEST_PAUSE_MS } from "./backoff.ts";

describe("backoff", () => {
	it("doubles its ceiling from 200 ms to 5 s", () => {
		expect([1, 2, 3, 4, 5, 6, 7, 1000].map((attempt) => backoff(attempt, 1))).toEqual([
			200,
			400,
			800,
			1600,
			3200,
			LONGEST_PAUSE_MS,
			LONGEST_PAUSE_MS,
			LONGEST_PAUSE_MS,
		]);
	});

	it("spreads over the whole span below the ceiling", () => {
		expect(backoff(3, 0)).toBe(0);
		expect(backoff(3, 0.5)).toBe(400);
	});
});
