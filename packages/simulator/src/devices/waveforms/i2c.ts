import type { Level, Micros } from "../Device.ts";
import { type Waveform, WaveformWriter } from "./Waveform.ts";

/** What a master does on the bus, step by step. `acknowledged` tells whether the other side pulls SDA low. */
export type I2cStep =
	| { readonly kind: "start" }
	| { readonly kind: "byte"; readonly value: number; readonly acknowledged: boolean }
	| { readonly kind: "stop" };

/** Half a clock period for the next bit, in microseconds; called twice a bit, so that it may jitter. */
export type HalfPeriod = () => Micros;

/**
 * An I2C transfer as both lines show it. Data changes in the middle of the low clock; start and stop are SDA
 * changing under a high clock. Starts and ends with both lines high; a start after bytes is a repeated start.
 */
export function i2cWaveform(steps: readonly I2cStep[], halfPeriod: HalfPeriod): Waveform<"sda" | "scl"> {
	const writer = new WaveformWriter<"sda" | "scl">();
	writer.set("sda", 1).set("scl", 1);
	const bit = (level: Level) => {
		const low = halfPeriod();
		writer.wait(low / 2).hold("sda", level, low / 2);
		writer.hold("scl", 1, halfPeriod()).set("scl", 0);
	};
	for (const step of steps) {
		if (step.kind === "start") {
			writer
				.wait(halfPeriod() / 2)
				.hold("sda", 1, halfPeriod() / 2)
				.hold("scl", 1, halfPeriod() / 2);
			writer.hold("sda", 0, halfPeriod()).set("scl", 0);
		} else if (step.kind === "byte") {
			for (let i = 7; i >= 0; i--) bit((step.value >> i) & 1 ? 1 : 0);
			bit(step.acknowledged ? 0 : 1);
			// The slave needs a moment before the next byte; the pause also tells bytes apart to the eye.
			writer.wait(halfPeriod());
		} else {
			writer.wait(halfPeriod() / 2).hold("sda", 0, halfPeriod() / 2);
			writer.hold("scl", 1, halfPeriod()).hold("sda", 1, halfPeriod());
		}
	}
	return writer.finish();
}

/** Reads registers of a device: write the register number, repeated start, read; the last byte is not acknowledged. */
export function readRegister(address: number, register: number, bytes: readonly number[]): I2cStep[] {
	return [
		{ kind: "start" },
		{ kind: "byte", value: address << 1, acknowledged: true },
		{ kind: "byte", value: register, acknowledged: true },
		{ kind: "start" },
		{ kind: "byte", value: (address << 1) | 1, acknowledged: true },
		...bytes.map((value, i): I2cStep => ({ kind: "byte", value, acknowledged: i < bytes.length - 1 })),
		{ kind: "stop" },
	];
}

/** Calls an address at which nobody answers. */
export function callNobody(address: number): I2cStep[] {
	return [{ kind: "start" }, { kind: "byte", value: address << 1, acknowledged: false }, { kind: "stop" }];
}
