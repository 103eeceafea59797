// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { ScopeTool } from "../scopeStore.ts";
import type { ViewMode } from "../view/surroundings.ts";
import { spanOf } from "../view/timeView.ts";
import { Viewport } from "../view/viewport.ts";
import { Gestures, type GestureTargets } from "./Gestures.ts";

function setUp() {
	const store = createStore(() => ({ mode: "live" as ViewMode, behindLive: 0, division: 100_000 }));
	const viewport = new Viewport({
		store,
		edge: () => 50e6,
		bounds: () => ({ first: 0, last: 50e6 }),
		playCentre: () => undefined,
		tick: () => 1,
		reducedMotion: () => true,
		openIdle: () => undefined,
	});
	viewport.resize(800);
	viewport.show({ from: 10e6, to: 12e6 });
	const element = document.createElement("div");
	element.setPointerCapture = () => {};
	document.body.append(element);
	const targets = {
		tool: (): ScopeTool => "select",
		click: vi.fn<GestureTargets["click"]>(),
		hover: vi.fn<GestureTargets["hover"]>(),
		range: vi.fn<GestureTargets["range"]>(),
		cancelRange: vi.fn<GestureTargets["cancelRange"]>(),
		hold: vi.fn<GestureTargets["hold"]>(),
		scrollLanes: vi.fn<GestureTargets["scrollLanes"]>(),
		dragging: vi.fn<GestureTargets["dragging"]>(),
	};
	const gestures = new Gestures(element, viewport, targets);
	const send = (type: string, x: number, y: number, more: PointerEventInit = {}): void => {
		element.dispatchEvent(
			new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, pointerType: "mouse", ...more }),
		);
	};
	return { viewport, store, targets, gestures, send, element };
}

/** A wheel event with a place and modifiers, which the test environment's own one lacks. */
function wheel(deltaY: number, more: MouseEventInit = {}): Event {
	return Object.assign(new MouseEvent("wheel", more), { deltaX: 0, deltaY, deltaMode: 0 });
}

describe("gestures", () => {
	beforeEach(() => document.body.replaceChildren());

	it("takes a press that does not move as a click", () => {
		const { send, targets, viewport } = setUp();
		const before = viewport.view;
		send("pointerdown", 100, 20);
		send("pointermove", 102, 21);
		send("pointerup", 102, 21);
		expect(targets.click).toHaveBeenCalledWith(102, 21, expect.anything());
		expect(viewport.view).toBe(before);
	});

	it("pauses and centres what is double clicked", () => {
		const { element, store, viewport } = setUp();
		viewport.show({ from: 10e6, to: 12e6 });
		store.setState({ mode: "live" });
		const time = viewport.timeAt(200);
		element.dispatchEvent(new MouseEvent("dblclick", { clientX: 200, clientY: 20 }));
		expect(store.getState().mode).toBe("paused");
		expect((viewport.view.from + viewport.view.to) / 2).toBeCloseTo(time);
	});

	it("moves what a resting finger took hold of, and does not pan", () => {
		vi.useFakeTimers();
		const { send, targets, viewport } = setUp();
		const follow = vi.fn<(x: number) => void>();
		targets.hold.mockReturnValue(follow);
		const before = viewport.view;
		const finger = { pointerType: "touch" };
		send("pointerdown", 100, 20, finger);
		vi.advanceTimersByTime(500);
		expect(targets.hold).toHaveBeenCalledWith(100);
		send("pointermove", 160, 22, finger);
		send("pointerup", 160, 22, finger);
		expect(follow).toHaveBeenCalledWith(160);
		expect(targets.click).not.toHaveBeenCalled();
		expect(viewport.view).toBe(before);
		send("pointerdown", 100, 20, finger);
		send("pointermove", 140, 20, finger);
		vi.advanceTimersByTime(500);
		expect(targets.hold).toHaveBeenCalledTimes(1);
		vi.useRealTimers();
	});

	it("pans when dragged", () => {
		const { send, targets, viewport } = setUp();
		send("pointerdown", 100, 20);
		send("pointermove", 110, 20);
		send("pointermove", 180, 20);
		send("pointerup", 180, 20);
		expect(viewport.view.from).toBeCloseTo(10e6 - 80 * 2500);
		expect(targets.click).not.toHaveBeenCalled();
	});

	it("pulls a range open with Shift, and gives it up on Escape", () => {
		const { send, targets } = setUp();
		send("pointerdown", 100, 20, { shiftKey: true });
		send("pointermove", 160, 20, { shiftKey: true });
		expect(targets.range).toHaveBeenLastCalledWith("measure", 100, 160, false);
		window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
		expect(targets.cancelRange).toHaveBeenCalled();
		send("pointerup", 160, 20);
		expect(targets.range).toHaveBeenCalledTimes(1);
	});

	it("zooms into a box with Ctrl", () => {
		const { send, targets } = setUp();
		send("pointerdown", 100, 20, { ctrlKey: true });
		send("pointermove", 200, 20, { ctrlKey: true });
		send("pointerup", 200, 20);
		expect(targets.range).toHaveBeenLastCalledWith("zoom", 100, 200, true);
	});

	it("scrolls the lanes with a finger that goes up or down", () => {
		const { send, targets, viewport } = setUp();
		const before = viewport.view;
		send("pointerdown", 100, 200, { pointerType: "touch" });
		send("pointermove", 102, 180, { pointerType: "touch" });
		send("pointermove", 102, 150, { pointerType: "touch" });
		expect(targets.scrollLanes).toHaveBeenLastCalledWith(30);
		expect(viewport.view).toBe(before);
	});

	it("zooms between two fingers, each keeping its time", () => {
		const { send, viewport } = setUp();
		const left = viewport.timeAt(200);
		const right = viewport.timeAt(400);
		send("pointerdown", 200, 100, { pointerType: "touch", pointerId: 1 });
		send("pointerdown", 400, 100, { pointerType: "touch", pointerId: 2 });
		send("pointermove", 100, 100, { pointerType: "touch", pointerId: 1 });
		send("pointermove", 500, 100, { pointerType: "touch", pointerId: 2 });
		expect(viewport.timeAt(100)).toBeCloseTo(left);
		expect(viewport.timeAt(500)).toBeCloseTo(right);
	});

	it("zooms by 1.25 a notch of the wheel, around the pointer", () => {
		const { element, viewport } = setUp();
		const time = viewport.timeAt(300);
		element.dispatchEvent(wheel(-100, { clientX: 300 }));
		expect(spanOf(viewport.view)).toBeCloseTo(2e6 / 1.25);
		expect(viewport.timeAt(300)).toBeCloseTo(time);
	});

	it("pans with Shift and the wheel, scrolls lanes with Ctrl and the wheel", () => {
		const { element, viewport, targets } = setUp();
		element.dispatchEvent(wheel(100, { shiftKey: true }));
		expect(viewport.view.from).toBeCloseTo(10e6 + 100 * 2500);
		element.dispatchEvent(wheel(100, { ctrlKey: true }));
		expect(targets.scrollLanes).toHaveBeenCalledWith(100);
	});

	it("lets go of everything when destroyed", () => {
		const { gestures, send, targets } = setUp();
		gestures.destroy();
		send("pointerdown", 100, 20);
		send("pointerup", 100, 20);
		expect(targets.click).not.toHaveBeenCalled();
	});
});
