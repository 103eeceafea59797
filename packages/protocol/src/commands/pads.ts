import { defineCommand, p1, p2 } from "./defineCommand.ts";
import { pad, padStrength } from "./paramTypes.ts";
import { as, status } from "./resultTypes.ts";

/** Drive strength of the pads. */
export const padsCommands = {
	setPadStrength: defineCommand({
		code: 102,
		mnemonic: "PADS",
		access: "drive",
		summary: "Sets the drive strength of a pad.",
		params: { pad: p1(pad), strength: p2(padStrength) },
		result: status,
	}),
	getPadStrength: defineCommand({
		code: 103,
		mnemonic: "PADG",
		access: "observe",
		summary: "Gets the drive strength of a pad.",
		params: { pad: p1(pad) },
		result: as(padStrength),
	}),
};
