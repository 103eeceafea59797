import { z } from "zod";
import type { DevicePin } from "./defineDevice.ts";

/** The two lines of an I2C bus, which any number of chips share. */
export const i2cPins = {
	sda: { text: "data; a resistor pulls it high", label: "SDA", bus: "i2c" },
	scl: { text: "clock; a resistor pulls it high", label: "SCL", bus: "i2c" },
} as const satisfies Record<string, DevicePin>;

/** The option that sets a chip's address. The other 16 of the 128 are reserved by the bus's specification. */
export function i2cAddress(usual: number) {
	return z.number().int().min(0x08).max(0x77).default(usual).describe("Its address, 7 bits.");
}
