import { z } from "zod";
import type { Timed } from "../engine/Timed.ts";
import { ds18b20Commands } from "./chips/Ds18b20Chip.ts";
import { readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { crc8 } from "./lines/crc8.ts";
import { OneWireMaster } from "./lines/OneWireMaster.ts";
import { romCommands } from "./lines/oneWireRom.ts";
import { runTimed } from "./lines/runTimed.ts";

/** How long a conversion of twelve bits takes. */
const conversionTime = 750_000;

/** Linux's driver, which looks for chips and reads thermometers. */
export const w1Reader = defineDevice({
	kind: "w1Reader",
	summary:
		"Linux's 1-Wire driver on a GPIO: looks for chips on the line and reads the thermometers among them.",
	pins: { data: { text: "the line; a resistor pulls it high", label: "1-Wire", bus: "oneWire" } },
	options: z.strictObject({
		everySeconds: z.number().min(1).default(3).describe("Pause between two rounds of readings."),
	}),
	start(context) {
		const { options, random, after, log } = context;
		const master = new OneWireMaster(context);
		/** Degrees by name. */
		let readings: readonly string[] = [];
		let failures = 0;
		let isRunning = true;

		function* measure(): Timed<string[]> {
			const found = yield* master.search();
			if (found.length === 0) return [];
			yield* master.reset();
			yield* master.write(romCommands.skip, ds18b20Commands.convert);
			yield conversionTime;
			const lines: string[] = [];
			for (const rom of found) {
				yield* master.reset();
				yield* master.write(romCommands.match, ...rom, ds18b20Commands.readScratchpad);
				const pad = yield* master.read(9);
				const name = Buffer.from(rom.subarray(1, 7).toReversed()).toString("hex");
				if (crc8(pad) === 0) lines.push(`28-${name}: ${degrees(pad)} degC`);
				else {
					failures++;
					log(`28-${name}: wrong checksum`);
				}
			}
			return lines;
		}
		const round = () => {
			if (!isRunning) {
				after(options.everySeconds * 1e6, round);
				return;
			}
			runTimed(context, measure(), (lines) => {
				readings = lines;
				after(options.everySeconds * 1e6, round);
			});
		};
		after(random.between(0.1, 0.4) * 1e6, round);
		return {
			running: {
				kind: "switch",
				label: "Goes on",
				get: () => isRunning,
				set: (value) => {
					isRunning = value;
				},
			},
			readings: readingControl("Thermometers", "", () => readings.join("; ")),
			failures: readingControl("Failed readings", "", () => failures),
		};
	},
});

/** The temperature in a scratchpad, in degrees. */
function degrees(pad: Uint8Array): number {
	return new DataView(pad.buffer, pad.byteOffset).getInt16(0, true) / 16;
}
