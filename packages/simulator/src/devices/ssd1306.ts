import { z } from "zod";
import { SCREEN_HEIGHT, SCREEN_WIDTH, Ssd1306Chip } from "./chips/Ssd1306Chip.ts";
import { connectedControl, glitchControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress, i2cPins } from "./i2cPins.ts";
import { I2cSlave } from "./lines/I2cSlave.ts";

/** A small screen. */
export const ssd1306 = defineDevice({
	kind: "ssd1306",
	summary: "An SSD1306 OLED screen of 128 x 64 pixels on an I2C bus; its picture can be looked at.",
	pins: i2cPins,
	options: z.strictObject({ address: i2cAddress(0x3c) }),
	start(context) {
		const chip = new Ssd1306Chip(context.options.address);
		const slave = new I2cSlave(context, chip);
		return {
			picture: {
				kind: "picture",
				label: "Screen",
				width: SCREEN_WIDTH,
				height: SCREEN_HEIGHT,
				get: () => chip.picture(),
			},
			on: readingControl("Switched on", "", () => chip.isOn),
			contrast: readingControl("Contrast (0 to 255)", "", () => chip.contrast),
			connected: connectedControl(slave),
			glitch: glitchControl(context, "scl", "Inject a glitch on the clock"),
		};
	},
});
