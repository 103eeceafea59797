import { beforeEach, expect, test } from "vitest";
import { benchStore, controlKey, forgetValues, takeBench, takeBenchEvent } from "./benchStore.ts";

const devices = [
	{
		name: "Climate",
		kind: "bme280",
		gpios: { sda: 2, scl: 3 },
		controls: [
			{
				kind: "number" as const,
				name: "temperature",
				label: "Temperature",
				unit: "degC",
				min: -40,
				max: 85,
				step: 0.1,
				value: 20,
			},
			{ kind: "picture" as const, name: "screen", label: "Screen", width: 2, height: 1 },
		],
	},
];

beforeEach(() => takeBench({ name: "Mine", devices }));

test("what changed replaces what was known, and nothing else", () => {
	const before = benchStore.getState().devices;
	takeBenchEvent({ event: "values", values: [{ device: "Climate", control: "temperature", value: 31 }] });
	const state = benchStore.getState();
	expect(state.values[controlKey("Climate", "temperature")]).toBe(31);
	expect(state.devices).toBe(before);
});

test("a picture that changed is only counted, and counts as changed on another bench", () => {
	const key = controlKey("Climate", "screen");
	takeBenchEvent({ event: "values", values: [{ device: "Climate", control: "screen" }] });
	expect(benchStore.getState().pictures[key]).toBe(1);
	takeBenchEvent({ event: "bench", bench: { name: "Other", devices } });
	expect(benchStore.getState()).toMatchObject({ name: "Other", pictures: { [key]: 2 } });
});

test("values of devices that went are forgotten", () => {
	takeBenchEvent({ event: "bench", bench: { name: "Empty", devices: [] } });
	expect(benchStore.getState()).toMatchObject({ status: { kind: "here" }, devices: [], values: {} });
});

test("without a bridge the devices stay, and what their controls are at is unknown", () => {
	const key = controlKey("Climate", "temperature");
	expect(benchStore.getState().values[key]).toBe(20);
	forgetValues();
	expect(benchStore.getState().values[key]).toBeUndefined();
	expect(benchStore.getState().devices).toBe(devices);
});
