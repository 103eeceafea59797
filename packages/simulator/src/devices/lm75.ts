import { z } from "zod";
import { Lm75Chip } from "./chips/Lm75Chip.ts";
import { connectedControl, glitchControl, numberControl } from "./controls.ts";
import { Drift } from "./Drift.ts";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress, i2cPins } from "./i2cPins.ts";
import { I2cSlave } from "./lines/I2cSlave.ts";

/** Time of one conversion (data sheet: 100 ms typical). */
const conversionTime = 100_000;

/** What it can measure, degrees Celsius. */
const [COLDEST, HOTTEST] = [-55, 125];

/** A thermometer on I2C. */
export const lm75 = defineDevice({
	kind: "lm75",
	summary:
		"An LM75 thermometer on an I2C bus: temperature in half degrees, limits and an overtemperature output.",
	pins: { ...i2cPins, os: { text: "overtemperature output; open drain", label: "OS", isOptional: true } },
	options: z.strictObject({
		address: i2cAddress(0x48),
		celsius: z.number().min(COLDEST).max(HOTTEST).default(22.5).describe("Temperature at the start."),
		wander: z
			.number()
			.min(0)
			.max(10)
			.default(0.3)
			.describe("How far the temperature wanders about by itself, degrees."),
	}),
	start(context) {
		const { options, random, after, drive, log } = context;
		const chip = new Lm75Chip(options.address, options.celsius);
		const slave = new I2cSlave(context, chip);
		let celsius = options.celsius;
		const drift = new Drift(random, options.wander);
		const show = () => drive("os", chip.isOutputHigh ? 1 : 0);
		chip.onConfigured = show;
		const convert = () => {
			chip.convert(Math.min(HOTTEST, Math.max(COLDEST, celsius + drift.next())));
			show();
			after(conversionTime, convert);
		};
		show();
		after(conversionTime, convert);
		return {
			temperature: numberControl(
				"Temperature",
				"degC",
				[COLDEST, HOTTEST, 0.5],
				() => celsius,
				(value) => {
					celsius = value;
					drift.reset();
					log(`temperature ${value} degrees`);
				},
			),
			connected: connectedControl(slave),
			glitch: glitchControl(context, "scl", "Inject a glitch on the clock"),
		};
	},
});
