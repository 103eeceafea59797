import { describe, expect, it, vi } from "vitest";
import { Listeners } from "./Listeners.ts";

describe("Listeners", () => {
	it("tells everyone until they leave", () => {
		const listeners = new Listeners<number>();
		const heard: number[] = [];
		const leave = listeners.add((value) => heard.push(value));
		listeners.tell(1);
		leave();
		listeners.tell(2);
		expect(heard).toEqual([1]);
	});

	it("goes on past a listener that throws, and does not hide its error", () => {
		const thrown: (() => void)[] = [];
		const queue = vi.spyOn(globalThis, "queueMicrotask").mockImplementation((job) => thrown.push(job));
		const listeners = new Listeners<number>();
		const heard: number[] = [];
		listeners.add(() => {
			throw new Error("mine");
		});
		listeners.add((value) => heard.push(value));
		listeners.tell(1);
		expect(heard).toEqual([1]);
		expect(() => thrown[0]?.()).toThrow("mine");
		queue.mockRestore();
	});
});
