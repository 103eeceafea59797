import { expect, it } from "vitest";
import { LevelTracker } from "./LevelTracker.ts";

const A = 1;
const B = 2;

it("takes reports from between the look at the levels and its time for corrections", () => {
	const tracker = new LevelTracker();
	tracker.begin(A, 100, A);
	expect(tracker.report(90, 0)).toBe(0);
	expect(tracker.report(110, 0)).toBe(0);
	expect(tracker.report(120, A)).toBe(A);
});

it("does not believe a report that is older than a later look at the level", () => {
	const tracker = new LevelTracker();
	tracker.begin(A, 100, 0);
	tracker.sound(B, { before: 200, level: B, after: 210 });
	expect(tracker.report(190, A)).toBe(A);
	expect(tracker.report(205, A)).toBe(0);
	expect(tracker.report(206, A | B)).toBe(0);
	expect(tracker.report(220, A)).toBe(B);
});

it("tells by the level whether a change at the very time of the look is in it", () => {
	const tracker = new LevelTracker();
	tracker.begin(A, 100, A);
	expect(tracker.report(100, A)).toBe(0);
	expect(tracker.report(100, 0)).toBe(A);
	tracker.sound(B, { before: 200, level: 0, after: 200 });
	expect(tracker.report(200, B)).toBe(B);
});

it("leaves lines it tracks alone when it looks at others", () => {
	const tracker = new LevelTracker();
	tracker.begin(A, 100, 0);
	expect(tracker.sound(A | B, { before: 200, level: A, after: 210 })).toBe(0);
	expect(tracker.report(195, A)).toBe(A);
});

it("says after a loss what changed meanwhile, by a report or by a look", () => {
	const tracker = new LevelTracker();
	tracker.begin(A | B, 100, 0);
	tracker.lose();
	expect(tracker.report(300, A)).toBe(A);
	tracker.lose();
	expect(tracker.sound(0, { before: 400, level: A | B, after: 410 })).toBe(B);
	expect(tracker.report(390, A)).toBe(0);
	expect(tracker.report(420, A)).toBe(B);
});

it("forgets lines that nobody wants, and knows them anew", () => {
	const tracker = new LevelTracker();
	tracker.begin(A | B, 100, 0);
	tracker.keep(A);
	expect(tracker.report(200, B)).toBe(0);
	tracker.sound(B, { before: 300, level: B, after: 310 });
	expect(tracker.report(320, B)).toBe(0);
	expect(tracker.report(330, 0)).toBe(B);
});
