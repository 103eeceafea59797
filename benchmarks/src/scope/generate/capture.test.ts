import { describe, expect, it } from "vitest";
import { captureKinds, generateBlink, generateCapture } from "./capture.ts";

describe("made-up captures", () => {
	it.each(captureKinds)("%s: every change is one, in time order, the same on every run", (kind) => {
		const { capture } = generateCapture(kind, 20_000);
		expect(capture.changes).toBe(20_000);
		const again = generateCapture(kind, 20_000).capture;
		expect([again.endTime, again.latest]).toEqual([capture.endTime, capture.latest]);
	});

	it("a blinking line changes twice a second", () => {
		const { capture } = generateBlink(300);
		expect([capture.changes, capture.endTime]).toEqual([599, 300e6]);
	});
});
