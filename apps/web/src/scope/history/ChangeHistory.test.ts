import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import { ChangeHistory, type HistoryPart } from "./ChangeHistory.ts";

function setUp() {
	const a = createStore(() => ({ value: 0 }));
	const b = createStore(() => ({ value: 0 }));
	const clock = { now: 0 };
	const part = (store: typeof a): HistoryPart => ({
		read: () => store.getState().value,
		write: (value) => store.setState({ value: value as number }),
		subscribe: (listener) => store.subscribe(listener),
	});
	const history = new ChangeHistory([part(a), part(b)], () => clock.now);
	history.start();
	return { a, b, clock, history };
}

describe("change history", () => {
	it("undoes a whole gesture at once, however long it took", () => {
		const { a, history, clock } = setUp();
		history.press(true);
		for (let value = 1; value <= 5; value++) {
			clock.now += 3000;
			a.setState({ value });
		}
		history.goOn(false);
		// A marker that snaps when the capture has answered.
		clock.now += 200;
		a.setState({ value: 6 });
		history.undo();
		expect(a.getState().value).toBe(0);
		history.redo();
		expect(a.getState().value).toBe(6);
	});

	it("takes what comes by itself as a step of its own", () => {
		const { a, b, history, clock } = setUp();
		history.press(false);
		a.setState({ value: 1 });
		clock.now += 5000;
		b.setState({ value: 1 });
		history.undo();
		expect([a.getState().value, b.getState().value]).toEqual([1, 0]);
		history.undo();
		expect(a.getState().value).toBe(0);
		expect(history.canUndo).toBe(false);
	});

	it("walks over all parts in the order of what was done", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 40 }),
				(steps) => {
					const { a, b, history } = setUp();
					const states = [[0, 0]];
					for (const [isA, value] of steps) {
						history.press(false);
						(isA ? a : b).setState({ value });
						const state = [a.getState().value, b.getState().value];
						if (String(state) !== String(states.at(-1))) states.push(state);
					}
					for (const state of states.slice(0, -1).reverse()) {
						history.undo();
						expect([a.getState().value, b.getState().value]).toEqual(state);
					}
					for (const state of states.slice(1)) {
						history.redo();
						expect([a.getState().value, b.getState().value]).toEqual(state);
					}
				},
			),
		);
	});

	it("forgets", () => {
		const { a, history } = setUp();
		a.setState({ value: 3 });
		history.forget();
		history.undo();
		expect(a.getState().value).toBe(3);
	});
});
