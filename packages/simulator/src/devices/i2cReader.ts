import { z } from "zod";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress } from "./i2cPins.ts";
import { ReaderState } from "./ReaderState.ts";
import { ask, type Program, runProgram } from "./runProgram.ts";

/** A program that keeps an eye on a chip. */
export const i2cReader = defineDevice({
	kind: "i2cReader",
	summary:
		"A program on the Pi that reads registers of a chip on an I2C bus, and now and then calls a missing one.",
	pins: {},
	options: z.strictObject({
		bus: z
			.number()
			.int()
			.min(0)
			.max(1)
			.default(1)
			.describe("The bus: 1 is on GPIO 2 and 3, 0 on GPIO 0 and 1."),
		address: i2cAddress(0x48),
		setUp: z
			.array(z.number().int().min(0).max(255))
			.max(32)
			.default([])
			.describe("Bytes it writes before the first reading, and again when the chip has been missing."),
		register: z.number().int().min(0).max(255).default(0).describe("The first register."),
		count: z.number().int().min(1).max(32).default(2).describe("How many bytes it reads."),
		missing: i2cAddress(0x50).describe("Address that is called in vain."),
		missShare: z.number().min(0).max(1).default(0.08).describe("Share of transfers that go to it."),
		everyMillis: z.number().min(1).default(250).describe("Time from one reading to the next."),
	}),
	start(context) {
		const { options, random, log } = context;
		const { bus, register, count } = options;
		const setUp = Uint8Array.from(options.setUp);
		const state = new ReaderState();
		let isSetUp = setUp.length === 0;
		/** Opens and closes for each reading: a handle is not kept from others meanwhile. */
		function* read(address: number): Program<Uint8Array | undefined> {
			const opened = yield* ask({ name: "openI2c", args: { bus, address, flags: 0 } });
			const handle = opened.result;
			if (handle < 0) return undefined;
			if (!isSetUp && address === options.address) {
				const { result } = yield* ask({ name: "writeI2cDevice", args: { handle, data: setUp } });
				isSetUp = result >= 0;
			}
			const reading = yield* ask({ name: "readI2cRegisters", args: { handle, register, count } });
			yield* ask({ name: "closeI2c", args: { handle } });
			return reading.result > 0 ? reading.data : undefined;
		}
		function* live(): Program {
			yield random.between(0.05, 0.2) * 1e6;
			for (;;) {
				if (state.isRunning) {
					const isAstray = random.chance(options.missShare);
					const address = isAstray ? options.missing : options.address;
					const data = yield* read(address);
					if (data !== undefined) state.succeed(data);
					else {
						if (!isAstray) {
							state.fail();
							isSetUp = setUp.length === 0;
						}
						log(`no answer from address 0x${address.toString(16)} on bus ${bus}`);
					}
				}
				yield random.around(options.everyMillis * 1000, 0.05);
			}
		}
		runProgram(context, live());
		return state.controls();
	},
});
