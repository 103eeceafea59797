import { defineCommand, ext, p1, p2 } from "./defineCommand.ts";
import { count, dataBits, invert, serialReadBaud, userGpio } from "./paramTypes.ts";
import { bytesResult, status } from "./resultTypes.ts";

/** Serial data received on any GPIO, decoded by the daemon. */
export const bitBangSerialCommands = {
	openBitBangSerial: defineCommand({
		code: 42,
		mnemonic: "SLRO",
		access: "bus",
		summary: "Receives serial data on a GPIO.",
		params: { gpio: p1(userGpio), baud: p2(serialReadBaud), dataBits: ext(0, dataBits) },
		result: status,
		opensPort: "bitBangSerial",
	}),
	readBitBangSerial: defineCommand({
		code: 43,
		mnemonic: "SLR",
		access: "bus",
		summary: "Reads the serial data received on a GPIO.",
		params: { gpio: p1(userGpio), count: p2(count) },
		result: bytesResult("Bytes received"),
		polled: true,
	}),
	closeBitBangSerial: defineCommand({
		code: 44,
		mnemonic: "SLRC",
		access: "bus",
		summary: "Ends receiving serial data on a GPIO.",
		params: { gpio: p1(userGpio) },
		result: status,
		closesPort: "bitBangSerial",
	}),
	invertBitBangSerial: defineCommand({
		code: 94,
		mnemonic: "SLRI",
		access: "bus",
		summary: "Sets whether the serial line of a GPIO is inverted.",
		params: { gpio: p1(userGpio), invert: p2(invert) },
		result: status,
	}),
};
