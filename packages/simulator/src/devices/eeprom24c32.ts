import { z } from "zod";
import { Eeprom24c32 } from "./chips/Eeprom24c32.ts";
import { connectedControl, glitchControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress, i2cPins } from "./i2cPins.ts";
import { I2cSlave } from "./lines/I2cSlave.ts";

/** A memory that keeps what is written to it as long as the bench stands. */
export const eeprom24c32 = defineDevice({
	kind: "eeprom24c32",
	summary: "A 24C32 EEPROM of 4096 bytes on an I2C bus, with pages of 32 bytes and a write time.",
	pins: i2cPins,
	options: z.strictObject({
		address: i2cAddress(0x57),
		text: z
			.string()
			.max(4096)
			.default("")
			.describe("What its first bytes hold at the start, as UTF-8; the rest holds 255."),
		writeMillis: z.number().min(0.1).max(20).default(5).describe("How long it burns a page."),
		writeProtected: z.boolean().default(false).describe("Whether its WP pin is high at the start."),
	}),
	start(context) {
		const { options, after } = context;
		const chip = new Eeprom24c32(options.address);
		const slave = new I2cSlave(context, chip);
		let writes = 0;
		const store = (text: string) => {
			chip.memory.set(new TextEncoder().encode(text).subarray(0, chip.memory.length));
		};
		store(options.text);
		chip.isProtected = options.writeProtected;
		chip.onWrite = () => {
			writes++;
			after(options.writeMillis * 1000, () => chip.finishWrite());
		};
		return {
			writeProtect: {
				kind: "switch",
				label: "Write protected",
				get: () => chip.isProtected,
				set: (value) => {
					chip.isProtected = value;
				},
			},
			store: { kind: "text", label: "Store a text at address 0", set: store },
			text: readingControl("Text at address 0", "", () => printable(chip.memory)),
			writes: readingControl("Pages written", "", () => writes),
			connected: connectedControl(slave),
			glitch: glitchControl(context, "scl", "Inject a glitch on the clock"),
		};
	},
});

/** The printable characters a memory begins with. */
function printable(memory: Uint8Array): string {
	const end = memory.findIndex((byte) => byte < 0x20 || byte > 0x7e);
	return String.fromCharCode(...memory.subarray(0, end === -1 ? memory.length : end));
}
