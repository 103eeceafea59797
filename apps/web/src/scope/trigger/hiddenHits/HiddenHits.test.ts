import { describe, expect, it } from "vitest";
import type { TriggerStatus } from "../statusStore.ts";
import { HiddenHits } from "./HiddenHits.ts";

const status = (...counts: number[]): TriggerStatus[] =>
	counts.map((count, at) => ({ number: at + 1, phase: "armed", count, lastHit: undefined }));

describe("HiddenHits", () => {
	it("counts what came since the page was hidden, and tells of each trigger once", () => {
		const hidden = new HiddenHits();
		expect(hidden.look(status(5))).toEqual({ count: 0, first: [] });
		hidden.begin(status(5, 0));
		expect(hidden.look(status(5, 0))).toEqual({ count: 0, first: [] });
		expect(hidden.look(status(7, 0))).toEqual({ count: 2, first: [1] });
		expect(hidden.look(status(8, 1, 3))).toEqual({ count: 7, first: [2, 3] });
		hidden.end();
		expect(hidden.look(status(9, 1, 3))).toEqual({ count: 0, first: [] });
		hidden.begin(status(9));
		expect(hidden.look(status(10))).toEqual({ count: 1, first: [1] });
	});

	it("goes on when a count is cleared", () => {
		const hidden = new HiddenHits();
		hidden.begin(status(5));
		expect(hidden.look(status(2))).toEqual({ count: 2, first: [1] });
	});
});
