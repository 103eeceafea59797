import type { Clock } from "@gpioscope/client";
import { describe, expect, it } from "vitest";
import { BlockPacer, pace } from "./BlockPacer.ts";

/** A clock that stands still until moved. */
function handClock() {
	let now = 0;
	const timers = new Set<{ at: number; run: () => void }>();
	const clock: Clock = {
		now: () => now,
		after(ms, run) {
			const timer = { at: now + ms, run };
			timers.add(timer);
			return () => timers.delete(timer);
		},
	};
	const pass = (ms: number) => {
		const end = now + ms;
		for (;;) {
			const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
			if (next === undefined) break;
			timers.delete(next);
			now = next.at;
			next.run();
		}
		now = end;
	};
	return { clock, pass };
}

function setup() {
	const { clock, pass } = handClock();
	const flushes: number[] = [];
	const pacer = new BlockPacer(clock, () => flushes.push(clock.now()));
	pacer.start();
	return { pacer, flushes, pass };
}

describe("BlockPacer", () => {
	it("sends the first of a quiet line at once", () => {
		const { pacer, flushes, pass } = setup();
		pass(50);
		pacer.arrived(1);
		expect(flushes).toEqual([50]);
	});

	it("spaces what follows", () => {
		const { pacer, flushes, pass } = setup();
		pacer.arrived(1);
		for (let i = 0; i < 40; i++) {
			pass(1);
			pacer.arrived(1);
		}
		expect(flushes).toEqual([0, 8, 16, 24, 32, 40]);
	});

	it("spaces a flood closer", () => {
		const { pacer, flushes, pass } = setup();
		pacer.arrived(9999);
		for (let i = 0; i < 40; i++) {
			pass(1);
			pacer.arrived(9999);
		}
		expect(flushes).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40]);
	});

	it("says regularly that nothing happens, until stopped", () => {
		const { pacer, flushes, pass } = setup();
		pass(3 * pace.idleMs);
		pacer.stop();
		pass(1000);
		pacer.arrived(1);
		expect(flushes).toEqual([100, 200, 300]);
	});
});
