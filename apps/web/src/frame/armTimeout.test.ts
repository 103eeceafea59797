import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ARM_TIMEOUT_MS, noteAction, setArmed, uiStore } from "../stores/uiStore.ts";
import { startArmTimeout } from "./armTimeout.ts";

describe("startArmTimeout", () => {
	let stop: () => void;

	beforeEach(() => {
		vi.useFakeTimers();
		stop = startArmTimeout();
	});

	afterEach(() => {
		stop();
		vi.useRealTimers();
		setArmed(false);
	});

	it("goes back to view only an hour after arming", () => {
		setArmed(true);
		vi.advanceTimersByTime(ARM_TIMEOUT_MS - 1);
		expect(uiStore.getState().armedAt).toBeDefined();
		vi.advanceTimersByTime(1);
		expect(uiStore.getState().armedAt).toBeUndefined();
	});

	it("counts from the last action", () => {
		setArmed(true);
		vi.advanceTimersByTime(ARM_TIMEOUT_MS - 1);
		noteAction();
		vi.advanceTimersByTime(ARM_TIMEOUT_MS - 1);
		expect(uiStore.getState().armedAt).toBeDefined();
	});
});
