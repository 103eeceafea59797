import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Turns } from "./Turns.ts";

const setup = () => {
	const errors: unknown[] = [];
	const done: string[] = [];
	return {
		turns: new Turns((error) => errors.push(error)),
		errors,
		done,
		note: (what: string) => () => {
			done.push(what);
		},
	};
};

describe("Turns", () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it("does at once what nothing has to be waited for before", () => {
		const { turns, done, note } = setup();
		turns.take(note("a"));
		expect([done, turns.isBusy]).toEqual([["a"], false]);
	});

	it("keeps the order, whatever has to be waited for", async () => {
		const { turns, done, note } = setup();
		const answers: (() => void)[] = [];
		const ask = (what: string) => () =>
			new Promise<void>((resolve) => answers.push(resolve)).then(note(what));
		turns.take(ask("edge"));
		turns.take(note("mark"));
		turns.take(ask("next edge"));
		turns.take(note("mark it"));
		expect([done, turns.isBusy]).toEqual([[], true]);
		answers[0]?.();
		await vi.advanceTimersByTimeAsync(0);
		expect(done).toEqual(["edge", "mark"]);
		answers[1]?.();
		await vi.advanceTimersByTimeAsync(0);
		expect([done, turns.isBusy]).toEqual([["edge", "mark", "next edge", "mark it"], false]);
	});

	it("goes on when something fails, or does not end", async () => {
		const { turns, done, note, errors } = setup();
		turns.take(() => Promise.reject(new Error("no answer")));
		turns.take(() => {
			throw new Error("wrong");
		});
		turns.take(note("after"));
		await vi.advanceTimersByTimeAsync(0);
		expect([done, errors.map(String)]).toEqual([["after"], ["Error: no answer", "Error: wrong"]]);
		turns.take(() => new Promise(() => undefined));
		turns.take(note("at last"));
		await vi.advanceTimersByTimeAsync(2000);
		expect(done).toEqual(["after", "at last"]);
	});

	it("lets a held key not run on for long", async () => {
		const { turns, done, note } = setup();
		let answer: () => void = () => undefined;
		turns.take(
			() =>
				new Promise<void>((resolve) => {
					answer = resolve;
				}),
		);
		for (let press = 0; press < 100; press++) turns.take(note("step"));
		answer();
		await vi.advanceTimersByTimeAsync(0);
		expect(done).toHaveLength(32);
	});
});
