import { type BytesLike, bytesOf } from "../bytesOf.ts";

/** One step of an I2C transaction. */
export type I2cStep =
	/** Talks to this address from now on. */
	| { readonly address: number }
	| { readonly flags: number }
	/** How many bytes to read. */
	| { readonly read: number }
	| { readonly write: BytesLike };

/** One step on the Pi's own controllers: writes and reads that are combined have no stop between them. */
export type I2cControllerStep = I2cStep | { readonly combined: boolean };

/** One step on bit-banged I2C, where starts and stops are said. */
export type BitBangI2cStep = I2cStep | "start" | "stop";

const END = 0;
const ESCAPE = 1;
/** Combined on, or a start condition. */
const ON = 2;
/** Combined off, or a stop condition. */
const OFF = 3;
const ADDRESS = 4;
const FLAGS = 5;
const READ = 6;
const WRITE = 7;
const LARGEST = 0xffff;

/** The steps as pigpiod takes them. */
export function i2cSegments(steps: readonly (I2cControllerStep | BitBangI2cStep)[]): Uint8Array {
	return Uint8Array.from([...steps.flatMap(encode), END]);
}

function encode(step: I2cControllerStep | BitBangI2cStep): number[] {
	if (step === "start") return [ON];
	if (step === "stop") return [OFF];
	if ("combined" in step) return [step.combined ? ON : OFF];
	if ("address" in step) return withNumber(ADDRESS, step.address);
	if ("flags" in step) return [FLAGS, step.flags & 0xff, (step.flags >>> 8) & 0xff];
	if ("read" in step) return withNumber(READ, step.read);
	const bytes = bytesOf(step.write);
	return [...withNumber(WRITE, bytes.length), ...bytes];
}

/** Numbers above 255 are escaped and take two bytes. */
function withNumber(code: number, value: number): number[] {
	if (!Number.isInteger(value) || value < 0 || value > LARGEST) {
		throw new RangeError(`an address or count must be a whole number from 0 to ${LARGEST}, not ${value}`);
	}
	return value > 0xff ? [ESCAPE, code, value & 0xff, value >>> 8] : [code, value];
}
