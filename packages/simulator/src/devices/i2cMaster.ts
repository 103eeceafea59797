import { z } from "zod";
import { I2cMaster } from "../buses/I2cMaster.ts";
import type { Timed } from "../engine/Timed.ts";
import { RefusedText } from "./Control.ts";
import { readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress, i2cPins } from "./i2cPins.ts";
import { runTimed } from "./lines/runTimed.ts";

/** Half a period of a clock of 100 kHz. */
const HALF_PERIOD = 5;
/** How long it waits for a chip that holds the clock low. */
const PATIENCE = 10_000;
/** Transfers that may wait for the one under way. */
const MOST_WAITING = 16;

/** One transfer: what is written, then how many bytes are read. */
interface Transfer {
	readonly bytes: readonly number[];
	readonly count: number;
}

const byte = z.number().int().min(0).max(255);

/** A master for what else is on its bus. */
export const i2cMaster = defineDevice({
	kind: "i2cMaster",
	summary:
		"A microcontroller that is the master of an I2C bus; on GPIO 18 and 19 (10 and 11 of a Pi 4) it talks to the Pi's own slave.",
	pins: i2cPins,
	options: z.strictObject({
		address: i2cAddress(0x13),
		bytes: z.array(byte).max(32).default([0x74]).describe("What it writes."),
		count: z.number().int().min(0).max(32).default(0).describe("How many bytes it reads afterwards."),
		everySeconds: z
			.union([z.literal(0), z.number().min(0.01)])
			.default(2)
			.describe("Time from one transfer to the next; 0: only by hand."),
	}),
	start(context) {
		const { options, after, drive, level, log } = context;
		const waiting: Transfer[] = [];
		let isBusy = false;
		let transfers = 0;
		let failures = 0;
		let last = "";
		const master = new I2cMaster({
			halfPeriod: HALF_PERIOD,
			pull: (line) => drive(line, 0),
			release: (line) => drive(line, 1),
			read: (line) => level(line),
			patience: () => PATIENCE,
			onHeld: () => log("the clock was held low for too long"),
		});
		const call = (isRead: boolean) => master.putByte((options.address << 1) | (isRead ? 1 : 0));
		/** @returns the bytes read, or nothing if somebody did not acknowledge */
		function* perform({ bytes, count }: Transfer): Timed<readonly number[] | undefined> {
			const received: number[] = [];
			yield* master.start();
			let isTaken = true;
			if (bytes.length > 0 || count === 0) {
				isTaken = (yield* call(false)) === 0;
				for (const each of bytes) isTaken = isTaken && (yield* master.putByte(each)) === 0;
			}
			if (isTaken && count > 0) {
				if (bytes.length > 0) yield* master.start();
				isTaken = (yield* call(true)) === 0;
				while (isTaken && received.length < count)
					received.push(yield* master.getByte(received.length === count - 1 ? 1 : 0));
			}
			yield* master.stop();
			return isTaken ? received : undefined;
		}
		const next = (): void => {
			const transfer = waiting.shift();
			if (isBusy || transfer === undefined) return;
			isBusy = true;
			runTimed(context, perform(transfer), (received) => {
				isBusy = false;
				if (received === undefined) failures++;
				else {
					transfers++;
					if (transfer.count > 0) last = hexOf(received);
				}
				next();
			});
		};
		const ask = (transfer: Transfer): void => {
			if (waiting.length < MOST_WAITING) waiting.push(transfer);
			next();
		};
		const repeat = (): void => {
			ask(options);
			after(options.everySeconds * 1e6, repeat);
		};
		drive("sda", 1);
		drive("scl", 1);
		if (options.everySeconds > 0) after(options.everySeconds * 1e6, repeat);
		return {
			write: {
				kind: "text",
				label: "Write these bytes (hex)",
				set: (text) => ask({ bytes: readHex(text), count: 0 }),
			},
			read: { kind: "press", label: "Read a byte", run: () => ask({ bytes: [], count: 1 }) },
			last: readingControl("Read last", "", () => last),
			transfers: readingControl("Transfers", "", () => transfers),
			failures: readingControl("Not acknowledged", "", () => failures),
		};
	},
});

function hexOf(bytes: readonly number[]): string {
	return bytes.map((each) => each.toString(16).padStart(2, "0")).join(" ");
}

function readHex(text: string): readonly number[] {
	const words = text.split(/[\s,]+/).filter((word) => word !== "");
	if (words.length === 0 || words.length > 32 || !words.every((word) => /^[0-9a-f]{1,2}$/i.test(word)))
		throw new RefusedText(`"${text}" is not 1 to 32 bytes in hex, such as 01 ff.`);
	return words.map((word) => Number.parseInt(word, 16));
}
