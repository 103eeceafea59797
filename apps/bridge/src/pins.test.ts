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
		expect(pins).toHaveLength(54);
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

	it("know filters and watchdogs that were set here, until the daemon is another one", async () => {
		const { viewer } = await watched();
		const watches = (gpio: number) =>
			viewer.messages
				.flatMap((message) => (message.op === "pins" ? message.pins : []))
				.findLast((pin) => pin.gpio === gpio)?.watches;
		await viewer.call("setGlitchFilter", { gpio: 17, steady: 20 });
		await viewer.call("setNoiseFilter", { gpio: 17, steady: 100, active: 500 });
		await viewer.call("setWatchdog", { gpio: 17, timeout: 0 });
		expect(watches(17)).toEqual({ glitch: 20, noise: { steady: 100, active: 500 }, watchdog: 0 });
		expect(watches(4)).toBeUndefined();
	});

	it("say that who changed them has left", async () => {
		const { bridge, at } = await bench.bridge();
		const viewer = await bench.viewer(at);
		await viewer.subscribe();
		const other = await bench.viewer(at);
		await other.call("write", { gpio: 17, level: 1 });
		const changed = (left: true | undefined) =>
			viewer.hear("pins", ({ pins }) =>
				pins.some(
					({ gpio, changedBy }) => gpio === 17 && changedBy?.pigs === "w 17 1" && changedBy.left === left,
				),
			);
		await changed(undefined);
		await other.close();
		await changed(true);
		expect(bridge.target.pins.get(17)?.mode).toBe(1);
	});

	it("show a bit-banged port on its lines while it is open", async () => {
		const { viewer } = await watched();
		await viewer.call("openBitBangI2c", { sda: 5, scl: 6, baud: 10_000 });
		for (const line of [5, 6]) {
			await viewer.hear("pins", ({ pins }) =>
				pins.some((pin) => pin.gpio === line && pin.use?.kind === "port" && pin.use.port === "bitBangI2c"),
			);
		}
		await viewer.call("closeBitBangI2c", { sda: 5 });
		const last = (gpio: number) =>
			viewer.messages
				.flatMap((message) => (message.op === "pins" ? message.pins : []))
				.findLast((pin) => pin.gpio === gpio);
		await viewer.until(() => last(5)?.use === undefined && last(6)?.use === undefined);
	});

	it("show the script that changes them, until it ends by itself", async () => {
		const { viewer, bridge } = await watched();
		const stored = await viewer.call("storeScript", { text: "m 5 w tag 1 evtwt 0x40000000 halt" });
		const script = "result" in stored ? stored.result : undefined;
		// A script that has just been stored is not ready at once.
		while ((await viewer.call("runScript", { script, params: [] })).op === "error");
		await viewer.hear("pins", ({ pins }) =>
			pins.some(({ gpio, use }) => gpio === 5 && use?.kind === "script"),
		);
		await viewer.call("triggerEvent", { event: 30 });
		await viewer.until(() => bridge.target.pins.get(5)?.use === undefined);
		await viewer.call("deleteScript", { script });
	});

	it("show a script on the pins that its parameters name, also when these are changed while it runs", async () => {
		const { viewer, bridge } = await watched();
		const stored = await viewer.call("storeScript", { text: "tag 1 evtwt 0x40000000 w p1 0 jmp 1" });
		const script = "result" in stored ? stored.result : undefined;
		while ((await viewer.call("runScript", { script, params: [9, 5] })).op === "error");
		const isUsed = (gpio: number) => bridge.target.pins.get(gpio)?.use?.kind === "script";
		expect([5, 6, 9].map(isUsed)).toEqual([true, false, false]);
		expect(await viewer.call("updateScript", { script, params: [3, 6] })).toMatchObject({ op: "result" });
		expect([5, 6].map(isUsed)).toEqual([false, true]);
		expect(await viewer.call("updateScript", { script, params: [4] })).toMatchObject({ op: "result" });
		expect([5, 6].map(isUsed)).toEqual([false, true]);
		await viewer.call("deleteScript", { script });
	});

	it("of SPI say who opened it, not that it was another program", async () => {
		const { viewer, bridge } = await watched();
		const opened = await viewer.call("openSpi", { channel: 0, baud: 100_000, flags: 0 });
		await viewer.hear("pins", ({ pins }) => pins.some((pin) => pin.gpio === 10 && pin.mode === 4));
		expect(bridge.target.pins.get(10)?.changedBy?.pigs).toMatch(/^spio 0/);
		await viewer.call("closeSpi", { handle: "result" in opened ? opened.result : undefined });
		await viewer.hear("pins", ({ pins }) =>
			pins.some(
				(pin) => pin.gpio === 10 && pin.mode === 0 && pin.changedBy?.pigs.startsWith("spic") === true,
			),
		);
	});

	it("of the chip's slave say who set it up, and who ended it", async () => {
		const { viewer, bridge } = await watched();
		const use = (control: number) => viewer.call("transferBsc", { control, data: { hex: "" } });
		const at18 = () => bridge.target.pins.get(18);
		await use(0x13_0305);
		await viewer.until(() => at18()?.changedBy?.pigs.startsWith("bscx 0x130305") === true);
		expect(at18()?.mode).toBe(7);
		await use(0);
		await viewer.until(() => at18()?.changedBy?.pigs.startsWith("bscx 0") === true && at18()?.mode === 0);
		await viewer.ask({ op: "lockPin", target: "pi", gpio: 19, locked: true });
		expect(await use(0x13_0305)).toMatchObject({ code: "pinLocked", message: "GPIO 19 is locked." });
	});

	it("that are locked are changed by nobody, and stay as they are when all is released", async () => {
		const { viewer, bridge } = await watched();
		await viewer.call("write", { gpio: 17, level: 1 });
		await viewer.call("write", { gpio: 18, level: 1 });
		expect(await viewer.ask({ op: "lockPin", target: "pi", gpio: 17, locked: true })).toMatchObject({
			op: "result",
		});
		await viewer.hear("pins", ({ pins }) => pins.some(({ gpio, locked }) => gpio === 17 && locked === true));
		const refused = { op: "error", code: "pinLocked", message: "GPIO 17 is locked." };
		expect(await viewer.call("write", { gpio: 17, level: 0 })).toMatchObject(refused);
		expect(await viewer.call("clearBank1", { bits: 0b11 << 17 })).toMatchObject(refused);
		expect(await viewer.call("openBitBangI2c", { sda: 5, scl: 17, baud: 10_000 })).toMatchObject(refused);
		const pulses = [[1 << 17, 0, 100]];
		expect(await viewer.ask({ op: "createWave", target: "pi", pulses })).toMatchObject(refused);
		const stored = await viewer.call("storeScript", { text: "w p0 0" });
		const script = "result" in stored ? stored.result : undefined;
		expect(await viewer.call("runScript", { script, params: [17] })).toMatchObject(refused);
		await viewer.call("deleteScript", { script });
		expect(await viewer.ask({ op: "releaseAll", target: "pi" })).toMatchObject({
			result: { pins: 1, gpios: [18], locked: [17] },
		});
		expect(bridge.target.pins.get(17)?.mode).toBe(1);
		await viewer.ask({ op: "lockPin", target: "pi", gpio: 17, locked: false });
		expect(await viewer.call("write", { gpio: 17, level: 0 })).toMatchObject({ op: "result" });
		expect(await viewer.ask({ op: "releaseAll", target: "pi" })).toMatchObject({ result: { gpios: [17] } });
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
