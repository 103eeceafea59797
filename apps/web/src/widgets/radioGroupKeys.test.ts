// @vitest-environment happy-dom
import type { KeyboardEvent } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { radioGroupKeys } from "./radioGroupKeys.ts";

let group: HTMLElement;

const press = (key: string, modifiers: object = {}) => {
	const preventDefault = vi.fn();
	const event = {
		key,
		currentTarget: group,
		preventDefault,
		ctrlKey: false,
		altKey: false,
		metaKey: false,
		...modifiers,
	};
	radioGroupKeys.onKeyDown(event as unknown as KeyboardEvent<HTMLElement>);
	return { focused: document.activeElement?.textContent, taken: preventDefault.mock.calls.length === 1 };
};

describe("radioGroupKeys", () => {
	beforeEach(() => {
		document.body.innerHTML =
			'<div><button role="radio">a</button><button role="radio" disabled>b</button><button role="radio">c</button></div>';
		group = document.querySelector("div") ?? document.body;
		group.querySelector("button")?.focus();
	});

	it("walks to the next radio that can be picked, and around the end", () => {
		expect(press("ArrowRight")).toEqual({ focused: "c", taken: true });
		expect(press("ArrowDown")).toEqual({ focused: "a", taken: true });
		expect(press("ArrowLeft")).toEqual({ focused: "c", taken: true });
	});

	it("leaves other keys and shortcuts alone", () => {
		expect(press("x")).toEqual({ focused: "a", taken: false });
		expect(press("ArrowRight", { ctrlKey: true })).toEqual({ focused: "a", taken: false });
	});
});
