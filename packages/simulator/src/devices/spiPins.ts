import type { DevicePin } from "./defineDevice.ts";

/** The lines of an SPI chip. All but the select can be shared with other chips. */
export const spiPins = {
	cs: { text: "select; active low", label: "CS" },
	sclk: { text: "clock", label: "SCLK", bus: "spi" },
	mosi: { text: "data to the chip", label: "MOSI", bus: "spi" },
	miso: {
		text: "data from the chip, which lets go of it while it is not selected",
		label: "MISO",
		bus: "spi",
	},
} as const satisfies Record<string, DevicePin>;
