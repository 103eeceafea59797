import { describe, expect, it } from "vitest";
import { Coalescer } from "./Coalescer.ts";

describe("Coalescer", () => {
	it("has one value on its way and always sends the last", async () => {
		const sent: number[] = [];
		let answer: () => void = () => {};
		let answered = Promise.resolve();
		const coalescer = new Coalescer<number>((value) => {
			sent.push(value);
			answered = new Promise((resolve) => {
				answer = resolve;
			});
			return answered;
		});
		for (const value of [1, 2, 3, 4]) coalescer.push(value);
		expect(sent).toEqual([1]);
		answer();
		await answered;
		await Promise.resolve();
		expect(sent).toEqual([1, 4]);
		coalescer.push(5);
		answer();
		await answered;
		await Promise.resolve();
		expect(sent).toEqual([1, 4, 5]);
		answer();
		await answered;
		await Promise.resolve();
		await Promise.resolve();
		expect(coalescer.busy).toBe(false);
		coalescer.push(6);
		expect(sent).toEqual([1, 4, 5, 6]);
	});
});
