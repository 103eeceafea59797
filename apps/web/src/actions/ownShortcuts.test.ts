import { describe, expect, it } from "vitest";
import type { Action } from "./defineAction.ts";
import { conflictsOf, shortcutsOf } from "./ownShortcuts.ts";

const action = (id: string, shortcuts: readonly string[], view?: Action["view"]): Action => ({
	id,
	label: id,
	shortcuts,
	run: () => {},
	...(view === undefined ? {} : { view }),
});
const page = action("page", ["PageUp", "A"], "scope");
const faster = action("faster", ["PageUp"], "scope");
const pins = action("pins", ["A"], "pins");
const frame = action("frame", ["mod+shift+K"]);
const all = [page, faster, pins, frame];

describe("own shortcuts", () => {
	it("win over those that come with an action, and none switches it off", () => {
		expect(shortcutsOf(page, { byAction: {} })).toEqual(["PageUp", "A"]);
		expect(shortcutsOf(page, { byAction: { page: ["Q"] } })).toEqual(["Q"]);
		expect(shortcutsOf(page, { byAction: { page: [] } })).toEqual([]);
	});

	it("conflict only where both actions can be done, and only when somebody chose them", () => {
		const names = (one: Action, byAction: Record<string, readonly string[]>): string[] =>
			conflictsOf(one, all, { byAction }).map(({ id }) => id);
		expect(names(page, {})).toEqual([]);
		expect(names(faster, { faster: ["a"] })).toEqual(["page"]);
		expect(names(page, { faster: ["a"] })).toEqual(["faster"]);
		expect(names(pins, { pins: ["shift+mod+k"] })).toEqual(["frame"]);
		expect(names(pins, { pins: ["K"] })).toEqual([]);
	});
});
