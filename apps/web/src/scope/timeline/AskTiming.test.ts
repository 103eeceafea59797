import { expect, it } from "vitest";
import { HEADROOM } from "../view/liveEdge.ts";
import { AskTiming } from "./AskTiming.ts";

const FRAME = 1000 / 60;

/** Three seconds of frames, each of them asked about when the timing says; every tenth frame is left out. */
function run(answers: (count: number) => number): { timing: AskTiming; waits: number[]; late: number } {
	const timing = new AskTiming();
	const waits: number[] = [];
	let late = 0;
	for (let count = 0; count < 200; count++) {
		if (count % 10 === 9) continue;
		const wait = timing.frame(count * FRAME);
		const took = answers(count);
		if (wait + took > FRAME) late++;
		timing.answered(took);
		waits.push(wait);
	}
	return { timing, waits, late };
}

it("asks at once, and counts on old data, while it does not know how long answers take", () => {
	const timing = new AskTiming();
	expect(timing.frame(0)).toBe(0);
	expect(timing.frame(FRAME)).toBe(0);
	expect(timing.headroom).toBe(HEADROOM);
});

it("asks as late as answers that come quickly allow, so that data is newer when it is drawn", () => {
	const { timing, waits } = run((count) => 2 + (count % 3));
	expect(waits.at(-1)).toBeGreaterThan(FRAME - 8);
	expect((waits.at(-1) ?? 0) + 4).toBeLessThan(FRAME);
	expect(timing.headroom).toBeLessThan(8000);
});

it("is seldom late where a few answers take much longer", () => {
	const { late, waits } = run((count) => (count % 40 === 0 ? 15 : 2));
	expect(waits.at(-1)).toBeGreaterThan(5);
	expect(late).toBeLessThan(6);
});

it("asks at once where answers take as long as a frame", () => {
	const { timing, waits } = run(() => 15);
	expect(waits.every((wait) => wait === 0)).toBe(true);
	expect(timing.headroom).toBeGreaterThanOrEqual(16_000);
	expect(timing.headroom).toBeLessThanOrEqual(HEADROOM);
});
