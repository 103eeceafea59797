import { defineCommand, p1, tail } from "./defineCommand.ts";
import { bscControl } from "./paramTypes.ts";
import { bscTransfer } from "./resultTypes.ts";
import { bytes } from "./tailTypes.ts";

/** The I2C and SPI slave of the chip. */
export const bscCommands = {
	transferBsc: defineCommand({
		code: 114,
		mnemonic: "BSCX",
		access: "bus",
		summary: "Sets up the I2C or SPI slave, gives it bytes to send and takes what it received.",
		params: { control: p1(bscControl), data: tail(bytes("Bytes for the master to read", 0, 512)) },
		result: bscTransfer,
	}),
};
