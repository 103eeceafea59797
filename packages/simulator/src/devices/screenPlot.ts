import { z } from "zod";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress } from "./i2cPins.ts";
import { ReaderState } from "./ReaderState.ts";
import { ask, type Program, runProgram } from "./runProgram.ts";

/** Charge pump on, upright, vertical addressing, switched on. */
const setUp = [0x8d, 0x14, 0xa1, 0xc8, 0x20, 0x01, 0xaf];
const WIDTH = 128;
const HEIGHT = 64;
const PAGES = HEIGHT / 8;
/** Control bytes of an SSD1306. */
const control = { commands: 0x00, data: 0x40 } as const;

/** A program that draws. */
export const screenPlot = defineDevice({
	kind: "screenPlot",
	summary: "A program on the Pi that draws a curve on an SSD1306 screen, a column at a time.",
	pins: {},
	options: z.strictObject({
		bus: z
			.number()
			.int()
			.min(0)
			.max(1)
			.default(1)
			.describe("The bus: 1 is on GPIO 2 and 3, 0 on GPIO 0 and 1."),
		address: i2cAddress(0x3c),
		everyMillis: z.number().min(10).default(500).describe("Time from one column to the next."),
	}),
	start(context) {
		const { options, random, log } = context;
		const { bus, address } = options;
		const state = new ReaderState();
		function* send(...transfers: readonly (readonly number[])[]): Program<boolean> {
			const { result: handle } = yield* ask({ name: "openI2c", args: { bus, address, flags: 0 } });
			if (handle < 0) return false;
			let isDone = true;
			for (const bytes of transfers) {
				const data = Uint8Array.from(bytes);
				const { result } = yield* ask({ name: "writeI2cDevice", args: { handle, data } });
				isDone &&= result >= 0;
			}
			yield* ask({ name: "closeI2c", args: { handle } });
			return isDone;
		}
		/** A screen that was unplugged meanwhile is set up again. */
		function* draw(column: number, height: number): Program<boolean> {
			const window = [0x21, column, column, 0x22, 0, PAGES - 1];
			return yield* send([control.commands, ...setUp, ...window], [control.data, ...columnBytes(height)]);
		}
		function* live(): Program {
			let height = HEIGHT / 2;
			yield random.between(0.2, 0.4) * 1e6;
			for (let column = 0; ; column = (column + 1) % WIDTH) {
				if (state.isRunning) {
					height = Math.min(HEIGHT - 1, Math.max(1, height + random.integer(-3, 3)));
					if (yield* draw(column, height)) state.succeed(Uint8Array.of(column, height));
					else {
						state.fail();
						log("no screen answers");
					}
				}
				yield random.around(options.everyMillis * 1000, 0.02);
			}
		}
		runProgram(context, live());
		return state.controls();
	},
});

/** A column of the screen, lit from the bottom up to a height. */
function columnBytes(height: number): number[] {
	return Array.from({ length: PAGES }, (_, page) => {
		const lit = Math.min(8, Math.max(0, height - (PAGES - 1 - page) * 8));
		return (0xff << (8 - lit)) & 0xff;
	});
}
