import type { CommandCall } from "@gpioscope/protocol";
import { expect, onTestFinished, test } from "vitest";
import { VirtualClock } from "../engine/Clock.ts";
import { performLocally } from "../handlers/performLocally.ts";
import { startSimulator } from "../startSimulator.ts";

async function start() {
	const clock = new VirtualClock();
	const simulator = await startSimulator({ listen: false, bench: "default", clock });
	onTestFinished(() => simulator.close());
	return {
		simulator,
		run: (call: CommandCall) => performLocally(simulator.daemon, call),
		/** Lets seconds pass in steps, as a running clock does. */
		wait: (seconds: number) => {
			for (let step = 0; step < seconds * 100; step++) clock.advance(10_000);
		},
	};
}

test("the resident programs drive the fan and the servo as commands do", async () => {
	const { run, wait } = await start();
	wait(1);
	expect(run({ name: "getPwmFrequency", args: { gpio: 18 } })).toBe(800);
	expect(run({ name: "getPwmDutyCycle", args: { gpio: 18 } })).toBe(64);
	const before = run({ name: "getServoPulseWidth", args: { gpio: 12 } });
	wait(0.5);
	expect(run({ name: "getServoPulseWidth", args: { gpio: 12 } })).toBeGreaterThan(before);
});

test("the servo stays as someone else sets it", async () => {
	const { run, wait } = await start();
	wait(1);
	run({ name: "setServo", args: { gpio: 12, pulseWidth: 2345 } });
	wait(2);
	expect(run({ name: "getServoPulseWidth", args: { gpio: 12 } })).toBe(2345);
});

test("the fan's tacho tells the duty cycle a user sets", async () => {
	const { simulator, run, wait } = await start();
	let changes = 0;
	simulator.board.onLevel(16, () => changes++);
	const changesIn = (seconds: number) => {
		changes = 0;
		wait(seconds);
		return changes;
	};
	wait(8);
	const slow = changesIn(2);
	run({ name: "setPwm", args: { gpio: 18, dutyCycle: 128 } });
	wait(8);
	expect(changesIn(2) / slow).toBeCloseTo(2, 0);
	run({ name: "write", args: { gpio: 18, level: 0 } });
	wait(8);
	expect(changesIn(2)).toBe(0);
});

test("a device does not fight an output, and is seen again when the GPIO is an input", async () => {
	const { simulator, run, wait } = await start();
	const changes: number[] = [];
	wait(1);
	run({ name: "write", args: { gpio: 15, level: 0 } });
	simulator.board.onLevel(15, (level) => changes.push(level));
	wait(3);
	expect(changes).toEqual([]);
	run({ name: "setMode", args: { gpio: 15, mode: 0 } });
	wait(3);
	expect(changes.length).toBeGreaterThan(500);
});
