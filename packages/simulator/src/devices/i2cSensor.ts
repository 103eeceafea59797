import { z } from "zod";
import { glitchControl, numberControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { callNobody, i2cWaveform, readRegister } from "./waveforms/i2c.ts";

/** A bus on which another master reads a thermometer. */
export const i2cSensor = defineDevice({
	kind: "i2cSensor",
	summary:
		"An I2C bus on which another master reads an LM75 thermometer and now and then calls a missing chip.",
	pins: {
		sda: { text: "data; a resistor pulls it high", label: "SDA" },
		scl: { text: "clock; a resistor pulls it high", label: "SCL" },
	},
	options: z.strictObject({
		address: z.number().int().min(3).max(119).default(0x48).describe("Address of the thermometer."),
		missing: z.number().int().min(3).max(119).default(0x50).describe("Address that is called in vain."),
		missShare: z.number().min(0).max(1).default(0.08).describe("Share of transfers that go to it."),
		clock: z.number().min(100).max(400_000).default(10_000).describe("Clock in Hz."),
		everyMillis: z.number().positive().default(250).describe("Time from one reading to the next."),
		celsius: z.number().min(-55).max(125).default(25.5).describe("Temperature at the start."),
	}),
	start(context) {
		const { options, random, after, drive, play } = context;
		let celsius = options.celsius;
		drive("sda", 1);
		drive("scl", 1);
		const halfPeriod = () => random.around(5e5 / options.clock, 0.02);
		const transfer = () => {
			if (random.chance(options.missShare)) return callNobody(options.missing);
			celsius = Math.min(125, Math.max(-55, celsius + random.between(-0.15, 0.15)));
			// Half degrees in the top nine bits, two's complement.
			const word = (Math.round(celsius * 2) << 7) & 0xff80;
			return readRegister(options.address, 0, [word >> 8, word & 0xff]);
		};
		const read = () => {
			play(i2cWaveform(transfer(), halfPeriod), () => {
				after(random.around(options.everyMillis * 1000, 0.05), read);
			});
		};
		after(random.between(0.05, 0.2) * 1e6, read);
		return {
			temperature: numberControl(
				"Temperature",
				"degC",
				[-55, 125, 0.5],
				() => celsius,
				(value) => {
					celsius = value;
				},
			),
			glitch: glitchControl(context, "scl", "Inject a glitch on the clock"),
		};
	},
});
