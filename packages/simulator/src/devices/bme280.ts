import { z } from "zod";
import { Bme280Chip, type Weather } from "./chips/Bme280Chip.ts";
import { connectedControl, glitchControl, numberControl } from "./controls.ts";
import { Drift } from "./Drift.ts";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress, i2cPins } from "./i2cPins.ts";
import { I2cSlave } from "./lines/I2cSlave.ts";

const limits = {
	celsius: { min: -40, max: 85, step: 0.01 },
	humidity: { min: 0, max: 100, step: 0.01 },
	hectopascal: { min: 300, max: 1100, step: 0.01 },
} as const;

function within({ min, max }: { min: number; max: number }) {
	return z.number().min(min).max(max);
}

/** A weather station's sensor. */
export const bme280 = defineDevice({
	kind: "bme280",
	summary: "A BME280 thermometer, hygrometer and barometer on an I2C bus, with calibration and raw values.",
	pins: i2cPins,
	options: z.strictObject({
		address: i2cAddress(0x76),
		celsius: within(limits.celsius).default(22.4).describe("Temperature at the start."),
		humidity: within(limits.humidity).default(46.5).describe("Relative humidity at the start, percent."),
		hectopascal: within(limits.hectopascal).default(1008.6).describe("Air pressure at the start, hPa."),
		wander: z
			.number()
			.min(0)
			.max(10)
			.default(0.2)
			.describe("How far the values wander about by themselves, in their units."),
	}),
	start(context) {
		const { options, random, after } = context;
		const weather: Weather = {
			celsius: options.celsius,
			humidity: options.humidity,
			hectopascal: options.hectopascal,
		};
		const drift = new Drift(random, options.wander);
		const sense = (name: keyof Weather) => {
			const { min, max } = limits[name];
			return Math.min(max, Math.max(min, weather[name] + drift.next()));
		};
		const chip = new Bme280Chip(
			options.address,
			() => ({
				celsius: sense("celsius"),
				humidity: sense("humidity"),
				hectopascal: sense("hectopascal"),
			}),
			after,
		);
		const slave = new I2cSlave(context, chip);
		const set = (name: keyof Weather, label: string, unit: string) => {
			const { min, max, step } = limits[name];
			return numberControl(
				label,
				unit,
				[min, max, step],
				() => weather[name],
				(value) => {
					weather[name] = value;
				},
			);
		};
		return {
			temperature: set("celsius", "Temperature", "degC"),
			humidity: set("humidity", "Relative humidity", "%"),
			pressure: set("hectopascal", "Air pressure", "hPa"),
			connected: connectedControl(slave),
			glitch: glitchControl(context, "scl", "Inject a glitch on the clock"),
		};
	},
});
