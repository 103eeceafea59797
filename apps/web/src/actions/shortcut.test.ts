import { describe, expect, it } from "vitest";
import { isPlainKey, matchesShortcut, normalShortcut, printShortcut, shortcutOf } from "./shortcut.ts";

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}): KeyboardEvent =>
	({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers }) as KeyboardEvent;

describe("matchesShortcut", () => {
	it("takes a letter in either case but not with a modifier that was not asked for", () => {
		expect(matchesShortcut(press("g"), "G")).toBe(true);
		expect(matchesShortcut(press("G", { shiftKey: true }), "G")).toBe(false);
		expect(matchesShortcut(press("g", { ctrlKey: true }), "G")).toBe(false);
	});

	it("takes Ctrl and Command alike", () => {
		expect(matchesShortcut(press("k", { ctrlKey: true }), "mod+K")).toBe(true);
		expect(matchesShortcut(press("k", { metaKey: true }), "mod+K")).toBe(true);
		expect(matchesShortcut(press("k"), "mod+K")).toBe(false);
	});

	it("tells Space from Shift Space", () => {
		expect(matchesShortcut(press(" "), "Space")).toBe(true);
		expect(matchesShortcut(press(" ", { shiftKey: true }), "Space")).toBe(false);
		expect(matchesShortcut(press(" ", { shiftKey: true }), "shift+Space")).toBe(true);
	});

	it("takes a printed sign however the keyboard makes it", () => {
		expect(matchesShortcut(press("?", { shiftKey: true }), "?")).toBe(true);
	});
});

describe("printShortcut", () => {
	it("prints keys as they are labelled", () => {
		expect(printShortcut("mod+shift+Z")).toBe("Ctrl Shift Z");
		expect(printShortcut("ArrowLeft")).toBe("←");
	});
});

describe("isPlainKey", () => {
	it("is true without Ctrl or Alt", () => {
		expect([isPlainKey("G"), isPlainKey("shift+Space"), isPlainKey("mod+K"), isPlainKey("alt+A")]).toEqual([
			true,
			true,
			false,
			false,
		]);
	});
});

describe("shortcutOf", () => {
	it.each([
		[press("g"), "G"],
		[press("G", { shiftKey: true }), "shift+G"],
		[press(" ", { shiftKey: true }), "shift+Space"],
		[press("?", { shiftKey: true }), "?"],
		[press("z", { ctrlKey: true, shiftKey: true }), "mod+shift+Z"],
		[press("ArrowUp", { altKey: true }), "alt+ArrowUp"],
		[press("+", { ctrlKey: true }), "mod++"],
		[press("+"), "+"],
	])("writes what was pressed so that it is found again (%#)", (event, shortcut) => {
		expect(shortcutOf(event)).toBe(shortcut);
		expect(matchesShortcut(event, shortcut)).toBe(true);
		expect(normalShortcut(shortcut)).toBe(
			normalShortcut(shortcut.toLowerCase().replace("space", "Space").replace("arrowup", "ArrowUp")),
		);
	});

	it("is nothing for a modifier alone", () => {
		expect(shortcutOf(press("Shift", { shiftKey: true }))).toBeUndefined();
	});
});
