import { connect } from "@gpioscope/client";
import { afterEach, describe, expect, it } from "vitest";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

async function watched() {
	const { bridge, at } = await bench.bridge();
	const viewer = await bench.viewer(at);
	await viewer.subscribe();
	const { pins } = await viewer.hear("pins", ({ pins }) => pins.length > 20);
	const drive = (gpio: number, kind: string) =>
		viewer.hear("pins", ({ pins }) => pins.some((pin) => pin.gpio === gpio && pin.drive.kind === kind));
	return { bridge, viewer, pins, drive };
}

describe("pins", () => {
	it("come whole, with what power-on left", async () => {
		const { pins } = await watched();
		expect(pins).toHaveLength(28);
		expect(pins.find(({ gpio }) => gpio === 14)).toEqual({
			gpio: 14,
			mode: 4,
			pull: { value: 2, source: "power-on default" },
			drive: { kind: "none" },
		});
	});

	it("show what another program did", async () => {
		const { bridge, drive } = await watched();
		const other = connect(bridge.found.destination);
		try {
			await other.connected();
			await other.setServo({ gpio: 18, pulseWidth: 1500 });
			expect((await drive(18, "servo")).pins).toEqual([
				{
					gpio: 18,
					mode: 1,
					pull: { value: 1, source: "power-on default" },
					drive: { kind: "servo", pulseWidth: 1500 },
					changedBy: { session: "other program", pigs: "", at: expect.any(Number) },
				},
			]);
		} finally {
			await other.close();
		}
	});

	it("know pulls that were set here", async () => {
		const { viewer } = await watched();
		await viewer.call("setPull", { gpio: 17, pull: 2 });
		const { pins } = await viewer.hear("pins", ({ pins }) => pins.length === 1);
		expect(pins[0]).toMatchObject({
			gpio: 17,
			pull: { value: 2, source: "set here" },
			changedBy: { pigs: "pud 17 u" },
		});
	});

	it("tell hardware PWM and clocks from PWM", async () => {
		const { viewer, drive } = await watched();
		await viewer.call("setHardwarePwm", { gpio: 13, frequency: 1000, dutyCycle: 250_000 });
		await viewer.call("setHardwareClock", { gpio: 4, frequency: 1_000_000 });
		const pwm = (await drive(13, "hardwarePwm")).pins.find(({ gpio }) => gpio === 13);
		expect(pwm?.drive).toEqual({ kind: "hardwarePwm", frequency: 1000, dutyCycle: 250_000 });
		const clock = (await drive(4, "clock")).pins.find(({ gpio }) => gpio === 4);
		expect(clock?.drive).toMatchObject({ kind: "clock", frequency: 1_000_000 });
	});

	it("of a bank command all say who changed them", async () => {
		const { viewer } = await watched();
		await viewer.call("setBank1", { bits: 0b11 << 20 });
		const { pins } = await viewer.hear("pins", ({ pins }) => pins.length === 2);
		expect(pins.map(({ gpio }) => gpio)).toEqual([20, 21]);
	});

	it("come with the sample period, which the daemon does not tell", async () => {
		const { viewer } = await watched();
		// Told by the greeting if it was found before the page came.
		const states = () =>
			viewer.messages
				.flatMap((message) =>
					message.op === "hello" ? message.targets : message.op === "status" ? [message.target] : [],
				)
				.map(({ state }) => state);
		const found = () => states().find((state) => state.kind === "live" && state.samplePeriod !== undefined);
		await viewer.until(() => found() !== undefined);
		expect(found()).toMatchObject({ samplePeriod: 5, revision: 0xa02082, version: 79 });
	});
});
