import { describe, expect, it } from "vitest";
import { ScriptDaemon } from "../script/scriptTestDaemon.ts";
import { TestDaemon } from "./testDaemon.ts";

describe("sampling", () => {
	it("puts every change on the next sample", () => {
		const pi = new TestDaemon({ samplePeriod: 5 });
		pi.passTo(10_001);
		pi.call("write", { gpio: 4, level: 0 });
		pi.passTo(10_124);
		pi.call("write", { gpio: 4, level: 1 });
		pi.passTo(20_000);
		pi.call("write", { gpio: 4, level: 0 });
		pi.pass(5000);
		expect(pi.changes(4).map(({ tick }) => tick)).toEqual([10_005, 10_125, 20_000]);
	});

	it("does not see what happens within one sample period", () => {
		const pi = new TestDaemon({ samplePeriod: 10 });
		pi.call("write", { gpio: 4, level: 1 });
		pi.passTo(10_001);
		pi.call("write", { gpio: 4, level: 0 });
		pi.passTo(10_004);
		pi.call("write", { gpio: 4, level: 1 });
		pi.pass(5000);
		expect(pi.changes(4)).toEqual([]);
	});

	it("goes on over the wrap of the tick", () => {
		const pi = new TestDaemon({ startTick: 0xffff_fff0 - 10_000, samplePeriod: 1 });
		pi.call("setPwmFrequency", { gpio: 4, frequency: 40_000 });
		pi.call("setPwm", { gpio: 4, dutyCycle: 128 });
		pi.pass(20_000);
		const ticks = pi.reports.map(([, , tick]) => tick);
		const wrap = ticks.findIndex((tick, index) => index > 0 && tick < (ticks[index - 1] ?? 0));
		expect(wrap).toBeGreaterThan(0);
		expect(((ticks[wrap] ?? 0) - (ticks[wrap - 1] ?? 0)) >>> 0).toBeLessThanOrEqual(13);
		expect(pi.call("getTick", {}) >>> 0).toBe(10_000 - 16);
	});

	it("does not drift", () => {
		const pi = new TestDaemon();
		pi.call("setServo", { gpio: 4, pulseWidth: 1500 });
		pi.passTo(120e6);
		expect(pi.periods(4).every(({ high, low }) => high === 1500 && low === 18_500)).toBe(true);
		expect(pi.periods(4).length).toBeGreaterThan(5990);
	});

	it("counts sequence numbers over 65535", () => {
		const pi = new TestDaemon({ samplePeriod: 1 });
		pi.call("setPwmFrequency", { gpio: 4, frequency: 40_000 });
		pi.call("setPwm", { gpio: 4, dutyCycle: 128 });
		pi.pass(1_000_000);
		const numbers = pi.reports.map(([sequence]) => sequence);
		expect(numbers.every((sequence, index) => sequence === (index & 0xffff))).toBe(true);
		expect(numbers.length).toBeGreaterThan(70_000);
	});
});

describe("a reader that does not read", () => {
	it("holds up everyone, and what is older than the buffer is lost without a gap in the numbers", () => {
		const pi = new TestDaemon({ samplePeriod: 5, bufferMillis: 120 });
		pi.call("setPwm", { gpio: 4, dutyCycle: 128 });
		pi.pass(100_000);
		pi.sink.isFull = true;
		const before = pi.reports.length;
		pi.pass(1_000_000);
		expect(pi.reports.length).toBe(before);
		pi.sink.isFull = false;
		pi.pass(100_000);
		const after = pi.reports.slice(before - 1);
		const jump = (after[1]?.[2] ?? 0) - (after[0]?.[2] ?? 0);
		expect(jump).toBeGreaterThan(850_000);
		expect(jump).toBeLessThan(900_000);
		expect(
			after.every(
				([sequence], index) => index === 0 || sequence === ((after[index - 1]?.[0] ?? 0) + 1) % 65_536,
			),
		).toBe(true);
	});
});

describe("handles", () => {
	it("are told that the daemon lives after a minute of silence", () => {
		const pi = new TestDaemon();
		pi.pass(61_000_000);
		expect(pi.reports.map(([, flags]) => flags)).toEqual([0x40]);
		expect(pi.reports[0]?.[2]).toBeGreaterThan(60_000_000);
	});

	it("get watchdogs and events after the changes of a round", () => {
		const pi = new TestDaemon();
		const handle = pi.daemon.notifications.get(0);
		if (handle !== undefined) handle.eventBits = 0xff;
		pi.call("setWatchdog", { gpio: 26, timeout: 2 });
		pi.pass(1900);
		pi.call("write", { gpio: 4, level: 0 });
		pi.call("triggerEvent", { event: 3 });
		pi.call("triggerEvent", { event: 3 });
		pi.pass(960);
		const flags = pi.reports.map(([, each]) => each);
		expect(flags).toEqual([0, 0x20 | 26, 0x80 | 3]);
	});
});

describe("without alerts (-m)", () => {
	it("nobody is told anything: no reports, no bit-bang serial data, no end of a script's wait", () => {
		const pi = new ScriptDaemon({ alertsDisabled: true });
		pi.call("setMode", { gpio: 4, mode: 1 });
		pi.call("openBitBangSerial", { gpio: 4, baud: 300, dataBits: 8 });
		pi.start(pi.store("wait 0x10 sta p0"));
		for (let change = 0; change < 20; change++) {
			pi.call("write", { gpio: 4, level: change % 2 });
			pi.pass(3333);
		}
		expect(pi.reports).toEqual([]);
		expect(pi.call("readBitBangSerial", { gpio: 4, count: 100 })).toBe(0);
		expect(pi.status(0).state).toBe("waiting");
	});
});
