import { describe, expect, it } from "vitest";
import { sizeOf } from "./DeviceKind.ts";
import { clockOfPeriod, decodableClock, samplePeriodFor, samplingAdvice } from "./decodableClock.ts";
import { deviceKind, deviceKinds, registersOf, unknownDevice } from "./knownDevices.ts";
import { LONGEST_BLOCK, readPlan } from "./readPlan.ts";
import { probeOf, scanAddresses } from "./scan.ts";

describe("readPlan", () => {
	it.each([...deviceKinds, unknownDevice].map((kind) => [kind.name, kind] as const))(
		"reads each register of %s that may be read once, in blocks that Linux takes",
		(_, kind) => {
			const reads = readPlan(kind);
			const wanted = registersOf(kind).filter(
				({ access, readChanges }) => access !== "writeOnly" && readChanges !== true,
			);
			expect(reads.flatMap(({ registers }) => registers)).toEqual(wanted);
			for (const { from, count, registers } of reads) {
				expect(count).toBeLessThanOrEqual(LONGEST_BLOCK);
				expect(count).toBe(registers.reduce((sum, register) => sum + sizeOf(register), 0));
				expect(registers[0]?.address).toBe(from);
			}
		},
	);

	it("reads a clock at once and a thermometer register by register", () => {
		expect(readPlan(deviceKind("ds3231"))).toHaveLength(1);
		expect(readPlan(deviceKind("lm75"))).toHaveLength(4);
		expect(readPlan(unknownDevice)).toHaveLength(256);
		expect(readPlan({ ...unknownDevice, readsOn: true })).toHaveLength(8);
	});

	it("leaves out what reading would change", () => {
		const read = readPlan(deviceKind("mpu6050")).flatMap(({ registers }) => registers);
		expect(read.map(({ address }) => address)).not.toContain(0x74);
	});
});

describe("scanning", () => {
	it("asks 112 addresses as i2cdetect does", () => {
		expect(scanAddresses).toHaveLength(112);
		expect(scanAddresses[0]).toBe(0x08);
		expect(scanAddresses.at(-1)).toBe(0x77);
		const read = scanAddresses.filter((address) => probeOf(address, "auto") === "read");
		expect(read).toEqual([
			...Array.from({ length: 8 }, (_, index) => 0x30 + index),
			...Array.from({ length: 16 }, (_, index) => 0x50 + index),
		]);
		expect(probeOf(0x50, "quick")).toBe("quick");
		expect(probeOf(0x08, "read")).toBe("read");
	});
});

describe("the clock that sampling can decode", () => {
	it("takes five samples a period", () => {
		expect(decodableClock(5)).toBe(40_000);
		expect(decodableClock(2)).toBe(100_000);
	});

	it("names the slowest sampling that is fast enough", () => {
		expect(samplePeriodFor(100_000)).toBe(2);
		expect(samplePeriodFor(10_000)).toBe(10);
		expect(samplePeriodFor(400_000)).toBeUndefined();
	});

	it("is told with what to do about it", () => {
		expect(samplingAdvice(40_000, 5)).toBeUndefined();
		expect(samplingAdvice(100_000, 5)).toBe(
			"100\u00a0kHz I²C needs 2 µs sampling; this daemon samples every 5 µs. Restart it with pigpiod -s 2.",
		);
		expect(samplingAdvice(400_000, 1)).toMatch(
			/^400\skHz I²C is beyond .* Set the bus to 200\skHz or less\.$/,
		);
		expect(samplingAdvice(undefined, 5)).toMatch(/every 5 µs can follow\. Restart it with pigpiod -s 1\.$/);
		expect(samplingAdvice(undefined, 1)).toMatch(/Set the bus to 200\skHz or less\.$/);
	});

	it("is not told where samples miss edges", () => {
		expect(clockOfPeriod(100, 5)).toBe(10_000);
		expect(clockOfPeriod(10, 5)).toBeUndefined();
	});
});
