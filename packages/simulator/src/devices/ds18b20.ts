import { z } from "zod";
import { Ds18b20Chip } from "./chips/Ds18b20Chip.ts";
import { connectedControl, glitchControl, numberControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { OneWireSlave } from "./lines/OneWireSlave.ts";

/** A thermometer on a single line, with others beside it. */
export const ds18b20 = defineDevice({
	kind: "ds18b20",
	summary: "A DS18B20 thermometer on a 1-Wire line, with a serial number, conversion time and checksums.",
	pins: { data: { text: "data; a resistor pulls it high", label: "1-Wire", bus: "oneWire" } },
	options: z.strictObject({
		serial: z
			.number()
			.int()
			.min(0)
			.max(2 ** 48 - 1)
			.optional()
			.describe("Its serial number; a number made of its name and the bench's seed if missing."),
		celsius: z.number().min(-55).max(125).default(19.5).describe("Temperature at the start."),
	}),
	start(context) {
		const { options, random, after, log } = context;
		const serial = options.serial ?? random.integer(1, 2 ** 32) * 2 ** 8;
		const chip = new Ds18b20Chip(serial, options.celsius, after);
		const slave = new OneWireSlave(context, () => chip.dialogue());
		const name = Buffer.from(chip.rom.subarray(1, 7).toReversed()).toString("hex");
		return {
			temperature: numberControl(
				"Temperature",
				"degC",
				[-55, 125, 0.0625],
				() => chip.celsius,
				(value) => {
					chip.celsius = value;
					log(`temperature ${value} degrees`);
				},
			),
			converted: readingControl("Last conversion", "degC", () => chip.converted),
			resolution: readingControl("Resolution", "bit", () => chip.resolution),
			serial: readingControl("Name", "", () => `28-${name}`),
			connected: connectedControl(slave),
			glitch: glitchControl(context, "data"),
		};
	},
});
