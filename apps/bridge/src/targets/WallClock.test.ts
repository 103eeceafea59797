import { expect, it } from "vitest";
import { WallClock } from "./WallClock.ts";

it("goes on evenly while the computer's clock is only rounded, and jumps when that is set", () => {
	let steady = 0.25;
	let set = 0;
	const clock = new WallClock({ steady: () => steady, date: () => Math.floor(1000 + steady) + set });
	const start = clock.now();
	steady += 0.9;
	expect(clock.now() - start).toBeCloseTo(0.9);
	steady += 60_000.3;
	expect(clock.now() - start).toBeCloseTo(60_001.2);
	set = 86_400_000;
	expect(clock.now()).toBeCloseTo(1000 + steady + set, -0.5);
});
