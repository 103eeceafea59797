import { defineCommand, ext, p1, p2, tail } from "./defineCommand.ts";
import { bitBangI2cBaud, userGpio } from "./paramTypes.ts";
import { bytesResult, status } from "./resultTypes.ts";
import { segments } from "./tailTypes.ts";

/** I2C on any two GPIOs, made by the daemon. */
export const bitBangI2cCommands = {
	closeBitBangI2c: defineCommand({
		code: 89,
		mnemonic: "BI2CC",
		access: "bus",
		summary: "Closes bit-banged I2C.",
		params: { sda: p1(userGpio, "GPIO of the data line") },
		result: status,
		closesPort: "bitBangI2c",
	}),
	openBitBangI2c: defineCommand({
		code: 90,
		mnemonic: "BI2CO",
		access: "bus",
		summary: "Opens bit-banged I2C on two GPIOs.",
		params: {
			sda: p1(userGpio, "GPIO of the data line"),
			scl: p2(userGpio, "GPIO of the clock line"),
			baud: ext(0, bitBangI2cBaud),
		},
		result: status,
		opensPort: "bitBangI2c",
	}),
	runBitBangI2c: defineCommand({
		code: 91,
		mnemonic: "BI2CZ",
		access: "bus",
		summary: "Runs a sequence of bit-banged I2C reads and writes.",
		params: { sda: p1(userGpio, "GPIO of the data line"), segments: tail(segments) },
		result: bytesResult("Bytes read"),
		blocking: true,
	}),
};
