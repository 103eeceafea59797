import { z } from "zod";
import { defineDevice } from "./defineDevice.ts";
import { ReaderState } from "./ReaderState.ts";
import { ask, type Program, runProgram } from "./runProgram.ts";

const byte = z.number().int().min(0).max(255);

/** A program that keeps asking a chip on SPI the same. */
export const spiReader = defineDevice({
	kind: "spiReader",
	summary:
		"A program on the Pi that sends the same bytes to a chip on the main SPI interface from time to time.",
	pins: {},
	options: z.strictObject({
		channel: z.number().int().min(0).max(1).default(0).describe("The select: 0 is GPIO 8, 1 is GPIO 7."),
		baud: z.number().int().min(32_000).max(125_000_000).default(50_000).describe("Bits a second."),
		mode: z.number().int().min(0).max(3).default(0).describe("SPI mode."),
		bytes: z
			.array(byte)
			.min(1)
			.default([0x01, 0x80, 0x00])
			.describe("What it sends; the default reads channel 0 of an MCP3008."),
		everyMillis: z.number().min(1).default(200).describe("Time from one transfer to the next."),
	}),
	start(context) {
		const { options, random, log } = context;
		const { channel, baud, mode } = options;
		const data = Uint8Array.from(options.bytes);
		const state = new ReaderState();
		function* transfer(): Program<Uint8Array | undefined> {
			const opened = yield* ask({ name: "openSpi", args: { channel, baud, flags: mode } });
			const handle = opened.result;
			if (handle < 0) return undefined;
			const answer = yield* ask({ name: "transferSpi", args: { handle, data } });
			yield* ask({ name: "closeSpi", args: { handle } });
			return answer.result >= 0 ? answer.data : undefined;
		}
		function* live(): Program {
			yield random.between(0.05, 0.2) * 1e6;
			for (;;) {
				if (state.isRunning) {
					const received = yield* transfer();
					if (received !== undefined) state.succeed(received);
					else {
						state.fail();
						log("the transfer failed");
					}
				}
				yield random.around(options.everyMillis * 1000, 0.02);
			}
		}
		runProgram(context, live());
		return state.controls();
	},
});
