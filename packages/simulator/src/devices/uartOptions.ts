import { z } from "zod";

/** The options that say how a UART sends and receives its characters. */
export const uartOptions = {
	baud: z.number().min(50).max(250_000).default(9600).describe("Bits a second."),
	dataBits: z.number().int().min(5).max(8).default(8).describe("Data bits of a character."),
	parity: z.enum(["none", "even", "odd"]).default("none").describe("Parity bit."),
	stopBits: z
		.union([z.literal(1), z.literal(2)])
		.default(1)
		.describe("Stop bits."),
};
