import { expect, test, vi } from "vitest";
import { z } from "zod";
import type { DeviceKind } from "../devices/defineDevice.ts";
import { BenchError } from "./BenchError.ts";
import { tableSource } from "./BenchSource.ts";
import { buildBench } from "./buildBench.ts";

vi.mock("../devices/deviceKinds.ts", async () => {
	const { defineDevice } = await import("../devices/defineDevice.ts");
	const chip = defineDevice({
		kind: "chip",
		summary: "A chip on an I2C bus, with a pin of its own.",
		pins: {
			sda: { text: "data", label: "SDA", bus: "i2c" },
			scl: { text: "clock", label: "SCL", bus: "i2c" },
			alert: { text: "alert" },
		},
		options: z.strictObject({ address: z.number().int().default(0x48) }),
		start: () => undefined,
	});
	const probe = defineDevice({
		kind: "probe",
		summary: "A probe on a 1-Wire bus.",
		pins: { data: { text: "data", label: "1-Wire", bus: "oneWire" } },
		options: z.strictObject({}),
		start: () => undefined,
	});
	return { deviceKinds: [chip, probe] satisfies DeviceKind[] };
});

const chip = (name: string, alert: number, options = {}, lines = { sda: 2, scl: 3 }) => ({
	kind: "chip",
	name,
	pins: { ...lines, alert },
	options,
});

function faultsOf(...devices: unknown[]): string[] {
	try {
		buildBench({ name: "Bench", devices }, tableSource("b"));
	} catch (error) {
		if (error instanceof BenchError) return error.message.split("\n");
		throw error;
	}
	return [];
}

test("lines of one bus may be wired to one GPIO, which is then named after the line", () => {
	const bench = { name: "Bench", devices: [chip("A", 4), chip("B", 5, { address: 0x49 })] };
	expect(buildBench(bench, tableSource("b")).names).toEqual({ 2: "SDA", 3: "SCL", 4: "A", 5: "B" });
});

test("other lines may not, nor those of different buses", () => {
	expect(faultsOf(chip("A", 4), chip("B", 4, { address: 0x49 }))).toEqual([
		"b: devices[1].pins.alert: GPIO 4 is already wired to A (alert); use another one.",
	]);
	expect(faultsOf(chip("A", 4), { kind: "probe", name: "B", pins: { data: 2 } })).toEqual([
		"b: devices[1].pins.data: GPIO 2 is already wired to A (sda); use another one.",
	]);
});

test("two chips of one address on one bus are a fault, also when it is the address they have by default", () => {
	expect(faultsOf(chip("A", 4), chip("B", 5, { address: 0x48 }))).toEqual([
		"b: devices[1].options.address: A has address 0x48 on this bus as well; choose another address or other GPIOs.",
	]);
	expect(faultsOf(chip("A", 4), chip("B", 5, {}, { sda: 22, scl: 23 }))).toEqual([]);
});
