import { defineCommand, p1 } from "./defineCommand.ts";
import { bank1Mask, bank2Mask } from "./paramTypes.ts";
import { bits, status } from "./resultTypes.ts";

/** All GPIOs of a bank at once. */
export const gpioBanksCommands = {
	readBank1: defineCommand({
		code: 10,
		mnemonic: "BR1",
		access: "observe",
		summary: "Reads the levels of GPIO 0 to 31.",
		params: {},
		result: bits("Levels of GPIO 0 to 31"),
	}),
	readBank2: defineCommand({
		code: 11,
		mnemonic: "BR2",
		access: "observe",
		summary: "Reads the levels of GPIO 32 to 53.",
		params: {},
		result: bits("Levels of GPIO 32 to 53"),
	}),
	clearBank1: defineCommand({
		code: 12,
		mnemonic: "BC1",
		access: "drive",
		summary: "Sets GPIOs of bank 1 low.",
		params: { bits: p1(bank1Mask) },
		result: status,
	}),
	clearBank2: defineCommand({
		code: 13,
		mnemonic: "BC2",
		access: "drive",
		summary: "Sets GPIOs of bank 2 low.",
		params: { bits: p1(bank2Mask) },
		result: status,
	}),
	setBank1: defineCommand({
		code: 14,
		mnemonic: "BS1",
		access: "drive",
		summary: "Sets GPIOs of bank 1 high.",
		params: { bits: p1(bank1Mask) },
		result: status,
	}),
	setBank2: defineCommand({
		code: 15,
		mnemonic: "BS2",
		access: "drive",
		summary: "Sets GPIOs of bank 2 high.",
		params: { bits: p1(bank2Mask) },
		result: status,
	}),
};
