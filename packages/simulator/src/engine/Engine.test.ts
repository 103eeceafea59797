import { describe, expect, it } from "vitest";
import { Engine } from "./Engine.ts";

function failing(error: unknown): never {
	throw error;
}

describe("Engine", () => {
	it("plays timers in the order of their times, then of their setting", () => {
		const engine = new Engine(failing);
		const played: string[] = [];
		engine.at(30, () => played.push(`c at ${engine.time}`));
		engine.at(10, () => played.push(`a at ${engine.time}`));
		engine.at(30, () => played.push(`d at ${engine.time}`));
		engine.at(20, () => played.push(`b at ${engine.time}`));
		engine.runTo(25);
		expect(played).toEqual(["a at 10", "b at 20"]);
		engine.runTo(100);
		expect(played).toEqual(["a at 10", "b at 20", "c at 30", "d at 30"]);
		expect(engine.time).toBe(100);
	});

	it("leaves out cancelled timers", () => {
		const engine = new Engine(failing);
		let played = 0;
		const cancel = engine.at(10, () => played++);
		engine.at(20, () => played++);
		cancel();
		cancel();
		expect(engine.nextTimer).toBe(20);
		engine.runTo(50);
		expect(played).toBe(1);
	});

	it("plays a timer set for the past at once, without turning time back", () => {
		const engine = new Engine(failing);
		engine.runTo(100);
		const times: number[] = [];
		engine.at(50, () => times.push(engine.time));
		engine.runTo(100);
		expect(times).toEqual([100]);
	});

	it("interrupts a source when something becomes due before its next action", () => {
		const engine = new Engine(failing);
		const played: string[] = [];
		const source = {
			nextTime: 10,
			run() {
				while (source.nextTime <= engine.horizon) {
					engine.time = source.nextTime;
					played.push(`source ${engine.time}`);
					if (engine.time === 20) engine.at(25, () => played.push(`timer ${engine.time}`));
					source.nextTime += 10;
				}
			},
		};
		engine.add(source);
		engine.runTo(40);
		expect(played).toEqual(["source 10", "source 20", "timer 25", "source 30", "source 40"]);
	});

	it("goes on after a callback that throws, and tells of it", () => {
		const errors: unknown[] = [];
		const engine = new Engine((error) => errors.push(error));
		let played = false;
		engine.at(10, () => {
			throw new Error("broken device");
		});
		engine.at(20, () => {
			played = true;
		});
		engine.runTo(30);
		expect(errors).toEqual([new Error("broken device")]);
		expect(played).toBe(true);
	});

	it("keeps thousands of timers in order", () => {
		const engine = new Engine(failing);
		const times: number[] = [];
		for (let i = 0; i < 5000; i++) engine.at((i * 7919) % 10_007, () => times.push(engine.time));
		engine.runTo(20_000);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(times).toHaveLength(5000);
	});
});
