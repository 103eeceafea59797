import { defineCommand, ext, p1, tail } from "./defineCommand.ts";
import { bitBangSpiBaud, spiFlags, userGpio } from "./paramTypes.ts";
import { bytesResult, status } from "./resultTypes.ts";
import { bytes } from "./tailTypes.ts";

/** SPI on any GPIOs, made by the daemon. */
export const bitBangSpiCommands = {
	closeBitBangSpi: defineCommand({
		code: 111,
		mnemonic: "BSPIC",
		access: "bus",
		summary: "Closes bit-banged SPI.",
		params: { cs: p1(userGpio, "GPIO of the chip select") },
		result: status,
		closesPort: "bitBangSpi",
	}),
	openBitBangSpi: defineCommand({
		code: 112,
		mnemonic: "BSPIO",
		access: "bus",
		summary: "Opens bit-banged SPI on four GPIOs.",
		params: {
			cs: p1(userGpio, "GPIO of the chip select"),
			miso: ext(0, userGpio, "GPIO of the MISO line"),
			mosi: ext(1, userGpio, "GPIO of the MOSI line"),
			sclk: ext(2, userGpio, "GPIO of the clock line"),
			baud: ext(3, bitBangSpiBaud),
			flags: ext(4, spiFlags),
		},
		result: status,
		opensPort: "bitBangSpi",
	}),
	transferBitBangSpi: defineCommand({
		code: 113,
		mnemonic: "BSPIX",
		access: "bus",
		summary: "Writes bytes over bit-banged SPI and reads as many.",
		params: { cs: p1(userGpio, "GPIO of the chip select"), data: tail(bytes("Bytes to write", 1)) },
		result: bytesResult("Bytes read"),
		blocking: true,
	}),
};
