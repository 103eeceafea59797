import { afterEach, expect, test, vi } from "vitest";
import { systemClock } from "./clock.ts";
import { Turns } from "./waves/Turns.ts";

afterEach(() => {
	vi.useRealTimers();
});

const DAY_MS = 86_400_000;

test("a timer of the computer's clock may wait for ever, or longer than the platform's", () => {
	vi.useFakeTimers();
	const run = vi.fn();
	systemClock.after(Number.POSITIVE_INFINITY, run);
	const cancel = systemClock.after(30 * DAY_MS, run);
	vi.advanceTimersByTime(DAY_MS);
	expect(run).not.toHaveBeenCalled();
	cancel();
	systemClock.after(10, run);
	vi.advanceTimersByTime(10);
	expect(run).toHaveBeenCalledTimes(1);
});

test("a turn may be waited for without a limit", async () => {
	const turns = new Turns();
	const leave = await turns.takeWithin("first", Number.POSITIVE_INFINITY);
	const second = turns.takeWithin("second", Number.POSITIVE_INFINITY);
	await expect(turns.takeWithin("third", 0)).rejects.toThrow("third");
	leave();
	await expect(second).resolves.toBeTypeOf("function");
});
