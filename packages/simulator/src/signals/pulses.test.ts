import { pwmFrequencies, samplePeriods } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { delayTime } from "../handlers/delayTime.ts";
import { TestDaemon } from "./testDaemon.ts";

describe("PWM", () => {
	it.each(samplePeriods)("has exact high times at all frequencies, -s %i", (samplePeriod) => {
		for (const { frequency, realRange } of pwmFrequencies(samplePeriod)) {
			const pi = new TestDaemon({ samplePeriod });
			expect(pi.call("setPwmFrequency", { gpio: 4, frequency })).toBe(frequency);
			pi.call("setPwm", { gpio: 4, dutyCycle: 100 });
			pi.pass(5 * realRange * samplePeriod + 3000);
			const high = Math.floor((100 * realRange) / 255) * samplePeriod;
			const low = realRange * samplePeriod - high;
			expect(pi.periods(4).slice(0, 2)).toEqual([
				{ high, low },
				{ high, low },
			]);
		}
	});

	it("rises together on all GPIOs of one frequency, at multiples of the period", () => {
		const pi = new TestDaemon();
		pi.pass(333);
		pi.call("setPwm", { gpio: 5, dutyCycle: 30 });
		pi.pass(777);
		pi.call("setPwm", { gpio: 6, dutyCycle: 200 });
		pi.pass(20_000);
		const rises = (gpio: number) =>
			pi
				.changes(gpio)
				.filter(({ level }) => level === 1)
				.map(({ tick }) => tick);
		expect(rises(6).slice(-8)).toEqual(rises(5).slice(-8));
		expect(
			rises(6)
				.slice(1)
				.every((tick) => tick % 1250 === 0),
		).toBe(true);
	});

	it("makes no pulse of a duty cycle too small for the real range", () => {
		const pi = new TestDaemon({ samplePeriod: 5 });
		pi.call("setPull", { gpio: 4, pull: 1 });
		pi.call("setPwmFrequency", { gpio: 4, frequency: 8000 });
		pi.call("setPwm", { gpio: 4, dutyCycle: 1 });
		pi.pass(10_000);
		expect(pi.changes(4).filter(({ level }) => level === 1)).toEqual([]);
	});

	it("keeps no cycle high when the duty cycle shrinks while a pulse is under way", () => {
		const pi = new TestDaemon();
		pi.call("setPwm", { gpio: 4, dutyCycle: 250 });
		pi.pass(5000);
		for (let dutyCycle = 240; dutyCycle > 10; dutyCycle -= 10) {
			pi.call("setPwm", { gpio: 4, dutyCycle });
			pi.pass(1700);
		}
		expect(Math.max(...pi.lengths(4).slice(1))).toBeLessThan(1250 + 1);
	});

	it("ends with a write, which wins", () => {
		const pi = new TestDaemon();
		pi.call("setPwm", { gpio: 4, dutyCycle: 128 });
		pi.pass(5000);
		pi.call("write", { gpio: 4, level: 1 });
		pi.pass(5000);
		expect(pi.daemon.board.read(4)).toBe(1);
		const count = pi.reports.length;
		pi.pass(50_000);
		expect(pi.reports.length).toBe(count);
	});
});

describe("servo pulses", () => {
	it.each(samplePeriods)("have the asked width, rounded down to the sample, -s %i", (samplePeriod) => {
		const pi = new TestDaemon({ samplePeriod });
		pi.call("setServo", { gpio: 4, pulseWidth: 1503 });
		pi.pass(110_000);
		const width = Math.floor(1503 / samplePeriod) * samplePeriod;
		expect(
			pi
				.lengths(4)
				.slice(-4)
				.sort((a, b) => a - b),
		).toEqual([width, width, 20_000 - width, 20_000 - width]);
	});

	it("let the last pulse end when they are switched off", () => {
		const pi = new TestDaemon();
		pi.call("setServo", { gpio: 4, pulseWidth: 2000 });
		while (pi.daemon.board.read(4) === 1) pi.pass(100);
		while (pi.daemon.board.read(4) === 0) pi.pass(100);
		const before = pi.daemon.engine.time;
		pi.call("setServo", { gpio: 4, pulseWidth: 0 });
		expect(pi.daemon.engine.time - before).toBe(delayTime(2500));
		expect(pi.daemon.board.read(4)).toBe(0);
		pi.pass(100_000);
		expect(
			pi
				.lengths(4)
				.slice(1)
				.filter((length) => length < 18_000),
		).toEqual(expect.arrayContaining([2000]));
		expect(pi.changes(4).at(-1)?.level).toBe(0);
	});
});

describe("PWM after a servo", () => {
	it("lets the pulse under way end before it drives the GPIO low", () => {
		const pi = new TestDaemon();
		pi.call("setServo", { gpio: 4, pulseWidth: 2000 });
		pi.passTo(100_500);
		expect(pi.daemon.board.read(4)).toBe(1);
		pi.call("setPwm", { gpio: 4, dutyCycle: 0 });
		pi.pass(50_000);
		expect(pi.lengths(4).at(-1)).toBe(2000);
		expect(pi.daemon.board.read(4)).toBe(0);
	});
});

describe("hardware PWM", () => {
	it("shows at its frequency and duty cycle", () => {
		const pi = new TestDaemon({ samplePeriod: 1 });
		expect(pi.call("setHardwarePwm", { gpio: 18, frequency: 1000, dutyCycle: 250_000 })).toBe(0);
		pi.pass(10_000);
		expect(pi.periods(18).slice(0, 3)).toEqual(Array(3).fill({ high: 250, low: 750 }));
	});

	it("does not drift where its period is no whole number of microseconds", () => {
		const pi = new TestDaemon({ samplePeriod: 1 });
		pi.call("setHardwarePwm", { gpio: 18, frequency: 30_000, dutyCycle: 500_000 });
		pi.pass(1_000_000);
		const rises = pi.changes(18).filter(({ level }) => level === 1);
		expect(rises.length).toBeGreaterThan(29_900);
		const [first, last] = [rises[0]?.tick ?? 0, rises.at(-1)?.tick ?? 0];
		// 250 MHz divided by 8333 is what the hardware can do.
		expect((last - first) / (rises.length - 1)).toBeCloseTo(8333 / 250, 3);
	});

	it("looks slower than it is above the sampling limit, and costs no more than that", () => {
		const pi = new TestDaemon({ samplePeriod: 1, permitted: -1n });
		pi.call("setHardwareClock", { gpio: 4, frequency: 10_000_000 });
		pi.pass(2000);
		expect(pi.reports.length).toBeLessThanOrEqual(2000);
	});

	it("ends when a wave is sent, and aborts a wave", () => {
		const pi = new TestDaemon();
		pi.call("setHardwarePwm", { gpio: 18, frequency: 1000, dutyCycle: 500_000 });
		pi.call("addPulses", {
			pulses: [
				{ on: 16, off: 0, delay: 100 },
				{ on: 0, off: 16, delay: 100 },
			],
		});
		const wave = pi.call("createWave", {});
		pi.call("sendWaveRepeat", { wave });
		expect(pi.call("isWaveBusy", {})).toBe(1);
		pi.pass(5000);
		expect(pi.daemon.board.read(18)).toBe(0);
		pi.call("setHardwarePwm", { gpio: 18, frequency: 1000, dutyCycle: 500_000 });
		expect(pi.call("isWaveBusy", {})).toBe(0);
	});
});

describe("trigger pulses", () => {
	it("have the asked length and keep their caller waiting", () => {
		const pi = new TestDaemon({ samplePeriod: 1 });
		pi.call("write", { gpio: 4, level: 0 });
		pi.pass(5000);
		expect(pi.call("trigger", { gpio: 4, length: 37, level: 1 })).toBe(0);
		pi.pass(5000);
		// A busy wait of the daemon lasts until more than the asked time has passed (myGpioDelay).
		expect(pi.lengths(4).at(-1)).toBe(38);
	});
});
