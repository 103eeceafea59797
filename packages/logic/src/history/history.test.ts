import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyLimit, record, redo, startHistory, undo } from "./history.ts";

describe("history", () => {
	it("goes back and forth, and forgets what was undone when something new is done", () => {
		let history = startHistory("a");
		history = record(history, "b", { at: 0 });
		history = record(history, "c", { at: 1 });
		history = undo(history);
		expect(history.present).toBe("b");
		expect(redo(history).present).toBe("c");
		history = record(history, "d", { at: 2 });
		expect(redo(history).present).toBe("d");
		expect(undo(undo(undo(history))).present).toBe("a");
	});

	it("makes one step of small ones that follow each other", () => {
		let history = startHistory(0);
		for (let step = 1; step <= 5; step++) history = record(history, step, { key: "nudge", at: step * 500 });
		expect(undo(history).present).toBe(0);
		history = record(history, 6, { key: "nudge", at: 9_000 });
		expect(undo(history).present).toBe(5);
	});

	it("keeps a bounded number of steps", () => {
		let history = startHistory(0);
		for (let step = 1; step <= historyLimit + 50; step++) history = record(history, step, { at: step });
		expect(history.past).toHaveLength(historyLimit);
	});

	it("always returns to where it was", () => {
		fc.assert(
			fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.nat(40), (states, back) => {
				let history = startHistory(-1);
				states.forEach((state, at) => {
					history = record(history, state, { at });
				});
				const { present } = history;
				for (let step = 0; step < back; step++) history = undo(history);
				for (let step = 0; step < back; step++) history = redo(history);
				expect(history.present).toBe(present);
			}),
		);
	});
});
