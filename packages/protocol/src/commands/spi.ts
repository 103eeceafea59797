import { defineCommand, ext, p1, p2, tail } from "./defineCommand.ts";
import { countOrNone, handle, spiBaud, spiChannel, spiFlags } from "./paramTypes.ts";
import { bytesResult, number, opened, status } from "./resultTypes.ts";
import { bytes } from "./tailTypes.ts";

/** The Pi's SPI controllers. */
export const spiCommands = {
	openSpi: defineCommand({
		code: 71,
		mnemonic: "SPIO",
		access: "bus",
		summary: "Opens an SPI channel.",
		params: { channel: p1(spiChannel), baud: p2(spiBaud), flags: ext(0, spiFlags) },
		result: opened("spi"),
	}),
	closeSpi: defineCommand({
		code: 72,
		mnemonic: "SPIC",
		access: "bus",
		summary: "Closes an SPI channel.",
		params: { handle: p1(handle("spi")) },
		result: status,
		closes: "spi",
	}),
	readSpi: defineCommand({
		code: 73,
		mnemonic: "SPIR",
		access: "bus",
		summary: "Reads bytes over SPI.",
		params: { handle: p1(handle("spi")), count: p2(countOrNone) },
		result: bytesResult("Bytes read"),
		blocking: true,
	}),
	writeSpi: defineCommand({
		code: 74,
		mnemonic: "SPIW",
		access: "bus",
		summary: "Writes bytes over SPI.",
		params: { handle: p1(handle("spi")), data: tail(bytes("Bytes to write")) },
		result: number("Bytes written"),
		blocking: true,
	}),
	transferSpi: defineCommand({
		code: 75,
		mnemonic: "SPIX",
		access: "bus",
		summary: "Writes bytes over SPI and reads as many.",
		params: { handle: p1(handle("spi")), data: tail(bytes("Bytes to write")) },
		result: bytesResult("Bytes read"),
		blocking: true,
	}),
};
