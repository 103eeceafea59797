import type { Pi } from "@gpioscope/client";
import type { PinFacts } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { PinWatch } from "./PinWatch.ts";

const OUTPUT = 1;
const INPUT = 0;
const change = { session: "ann", pigs: "m 6 r", at: 1 };

/** A pigpiod of one pin; each question about its PWM waits until it is let through. */
class OnePin {
	mode = OUTPUT;
	readonly told: PinFacts[] = [];
	#held: (() => void)[] = [];

	readonly watch = new PinWatch(
		{
			getCurrentWave: async () => 9999,
			getMode: async () => this.mode,
			getPwmDutyCycle: () => this.#hold(10),
			getServoPulseWidth: async () => 0,
			getPwmRange: async () => 255,
			getPwmRealRange: async () => 250,
			getPwmFrequency: async () => 800,
		} as Partial<Pi> as Pi,
		() => 0,
		(pins) => this.told.push(...pins),
	);

	/** Answers what was asked so far. */
	letThrough(): void {
		for (const resolve of this.#held.splice(0)) resolve();
	}

	#hold(result: number): Promise<number> {
		return new Promise((resolve) => this.#held.push(() => resolve(result)));
	}
}

describe("PinWatch", () => {
	it("does not let an older answer undo a newer one", async () => {
		const pin = new OnePin();
		pin.watch.begin([6]);
		const poll = pin.watch.refresh();
		await Promise.resolve();
		pin.mode = INPUT;
		await pin.watch.refresh([6], change);
		pin.letThrough();
		await poll;
		expect(pin.watch.get(6)).toMatchObject({ mode: INPUT, drive: { kind: "none" }, changedBy: change });
		expect(pin.told).toHaveLength(1);
	});

	it("asks nothing about PWM on a GPIO of the second bank", async () => {
		const pin = new OnePin();
		pin.watch.begin([40]);
		await pin.watch.refresh();
		expect(pin.watch.get(40)).toMatchObject({ mode: OUTPUT, drive: { kind: "level" } });
	});

	it("does not call what a session is just doing another program's work", async () => {
		const pin = new OnePin();
		pin.mode = INPUT;
		pin.watch.begin([6]);
		await pin.watch.refresh();
		pin.mode = OUTPUT;
		const poll = pin.watch.refresh();
		const own = pin.watch.refresh([6], change);
		for (let turn = 0; turn < 5; turn++) await Promise.resolve();
		pin.letThrough();
		await Promise.all([poll, own]);
		expect(pin.told.map(({ changedBy }) => changedBy?.session)).toEqual([undefined, "ann"]);
	});
});
