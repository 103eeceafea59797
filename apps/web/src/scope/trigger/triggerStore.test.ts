// @vitest-environment happy-dom
import { piscopePreset } from "@gpioscope/logic";
import { beforeEach, describe, expect, it } from "vitest";
import {
	addTrigger,
	changeTrigger,
	duplicateTrigger,
	removeTrigger,
	toggleTriggers,
} from "./editTriggers.ts";
import { triggerKinds, usualAction } from "./triggerKinds.ts";
import { currentTriggers, MOST_TRIGGERS, setTriggers, triggerStore } from "./triggerStore.ts";

const stages = [{ condition: { kind: "lines", lines: { 17: "falling" } }, count: 1 }] as const;
const draft = { stages, action: usualAction };

beforeEach(() => setTriggers([]));

describe("the triggers of a Pi", () => {
	it("have the lowest free number and are off at first", () => {
		addTrigger(draft);
		addTrigger(draft);
		removeTrigger(1);
		addTrigger(draft);
		expect(currentTriggers().map(({ number, enabled }) => [number, enabled])).toEqual([
			[1, false],
			[2, false],
		]);
	});

	it("keep their numbers when those of a preset join them", () => {
		addTrigger(draft);
		for (const trigger of piscopePreset()) addTrigger(trigger);
		expect(currentTriggers().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
	});

	it("are at most as many as can be overlooked", () => {
		for (let more = 0; more <= MOST_TRIGGERS; more++) addTrigger(draft);
		expect(currentTriggers()).toHaveLength(MOST_TRIGGERS);
		expect(duplicateTrigger(1)).toBeUndefined();
	});

	it("go off when what they wait for is taken away", () => {
		addTrigger(draft);
		changeTrigger(1, { enabled: true });
		expect(currentTriggers()[0]?.enabled).toBe(true);
		changeTrigger(1, { stages: [{ condition: { kind: "lines", lines: {} }, count: 1 }] });
		expect(currentTriggers()[0]?.enabled).toBe(false);
	});

	it("cannot be switched on while something is missing", () => {
		addTrigger({
			stages: [{ condition: { kind: "pulse", channel: 4, level: 1 }, count: 1 }],
			action: usualAction,
		});
		changeTrigger(1, { enabled: true });
		toggleTriggers();
		expect(currentTriggers()[0]?.enabled).toBe(false);
	});

	it("come back as they were when all were switched off", () => {
		for (let more = 0; more < 3; more++) addTrigger(draft);
		changeTrigger(2, { enabled: true });
		toggleTriggers();
		expect(currentTriggers().some(({ enabled }) => enabled)).toBe(false);
		toggleTriggers();
		expect(currentTriggers().map(({ enabled }) => enabled)).toEqual([false, true, false]);
	});

	it("are read one by one when the page opens, and what cannot be read is left out", async () => {
		const good = { number: 2, name: "", enabled: true, ...draft };
		localStorage.setItem(
			"gpioscope.triggers",
			JSON.stringify({ version: 1, state: { byPi: { simulated: [{ number: 1 }, good, "x"], other: 3 } } }),
		);
		await triggerStore.persist.rehydrate();
		expect(currentTriggers()).toEqual([good]);
		expect(triggerStore.getState().byPi["other"]).toEqual([]);
	});

	it("can begin as every kind of the menu", () => {
		for (const kind of triggerKinds) addTrigger({ stages: kind.stages(17, 4), action: usualAction });
		expect(currentTriggers()).toHaveLength(triggerKinds.length);
	});
});
