import { describe, expect, it } from "vitest";
import { HitLog } from "./HitLog.ts";

describe("HitLog", () => {
	it("goes from hit to hit, and shows some of many", () => {
		const log = new HitLog();
		for (let time = 0; time < 1000; time += 2) log.add(time);
		expect([log.next(10), log.next(11), log.next(998)]).toEqual([12, 12, undefined]);
		expect([log.previous(10), log.previous(9), log.previous(0)]).toEqual([8, 8, undefined]);
		expect(log.spaced(100, 200, 25)).toEqual([100, 126, 152, 178]);
	});

	it("takes a late hit to its place", () => {
		const log = new HitLog();
		for (const time of [5, 30, 20, 40]) log.add(time);
		expect(log.spaced(0, 100, 0)).toEqual([5, 20, 30, 40]);
	});

	it("forgets the older half when full, and says from when on it is complete", () => {
		const log = new HitLog(0, 100);
		for (let time = 1; time <= 101; time++) log.add(time);
		expect(log.count).toBe(51);
		expect(log.since).toBe(51);
		expect(log.spaced(0, 1000, 0)[0]).toBe(51);
	});
});
