import { bytesOfSpiWord, spiFlagsWord, spiGpios } from "@gpioscope/logic";
import { type Args, checkArgs } from "@gpioscope/protocol";
import type { TracedLine } from "../../stores/tracedLinesStore.ts";
import { readHex } from "../../widgets/hexBytes.ts";
import type { SpiSettings, SpiSetup, SpiVerb } from "./spiSettings.ts";

type Call<N extends "openSpi" | "openBitBangSpi" | SpiExchangeName | "closeSpi" | "closeBitBangSpi"> = {
	readonly name: N;
	readonly args: Args<N>;
};
type SpiExchangeName = "transferSpi" | "writeSpi" | "readSpi" | "transferBitBangSpi";

export type SpiOpenCall = Call<"openSpi"> | Call<"openBitBangSpi">;
export type SpiCloseCall = Call<"closeSpi"> | Call<"closeBitBangSpi">;
export type SpiExchangeCall =
	| Call<"transferSpi">
	| Call<"writeSpi">
	| Call<"readSpi">
	| Call<"transferBitBangSpi">;

/** The GPIOs that SPI takes, the select first; those that flags leave alone are not among them. */
export function gpiosOf({ of, channel, flags, cs, miso, mosi, sclk }: SpiSetup): readonly number[] {
	if (of === "bitBang") return [cs, sclk, mosi, miso];
	const lines = spiGpios[of];
	const isFree = (index: number) => ((flags.freeSelects >>> index) & 1) === 1;
	// The daemon takes all selects of a controller, whichever channel is opened.
	const selects = lines.selects.filter((_, index) => index !== channel && !isFree(index));
	const own = lines.selects[channel];
	return [
		...(own === undefined || isFree(channel) ? [] : [own]),
		...selects,
		lines.sclk,
		lines.mosi,
		lines.miso,
	];
}

/** The lines over which the device of a setup is spoken to; a select that is left alone is not among them. */
export function tracedLines({ of, channel, flags, cs, miso, mosi, sclk }: SpiSetup): readonly TracedLine[] {
	const lines = of === "bitBang" ? { miso, mosi, sclk } : spiGpios[of];
	const select = of === "bitBang" ? cs : spiGpios[of].selects[channel];
	const isFree = of !== "bitBang" && ((flags.freeSelects >>> channel) & 1) === 1;
	return [
		...(select === undefined || isFree
			? []
			: [{ gpio: select, role: of === "bitBang" ? "CS" : `CE${channel}` }]),
		{ gpio: lines.sclk, role: "SCLK" },
		{ gpio: lines.mosi, role: "MOSI" },
		{ gpio: lines.miso, role: "MISO" },
	];
}

/** The command that opens it. */
export function openCall(setup: SpiSetup): SpiOpenCall {
	const flags = spiFlagsWord(setup.flags, setup.of);
	if (setup.of === "bitBang") {
		const { cs, miso, mosi, sclk, bitBangBaud: baud } = setup;
		return { name: "openBitBangSpi", args: { cs, miso, mosi, sclk, baud, flags } };
	}
	const { channel, baud } = setup;
	return { name: "openSpi", args: { channel, baud, flags } };
}

/** The command that closes what was opened; `id` is the handle, or the GPIO of the select. */
export function closeCall(setup: SpiSetup, id: number): SpiCloseCall {
	return setup.of === "bitBang"
		? { name: "closeBitBangSpi", args: { cs: id } }
		: { name: "closeSpi", args: { handle: id } };
}

/** The command that moves bytes. Bit-banged SPI always transfers. */
export function exchangeCall(
	setup: SpiSetup,
	id: number,
	verb: SpiVerb,
	data: Uint8Array,
	count: number,
): SpiExchangeCall {
	if (setup.of === "bitBang") {
		const zeros = verb === "read" ? new Uint8Array(count) : data;
		return { name: "transferBitBangSpi", args: { cs: id, data: zeros } };
	}
	switch (verb) {
		case "transfer":
			return { name: "transferSpi", args: { handle: id, data } };
		case "write":
			return { name: "writeSpi", args: { handle: id, data } };
		case "read":
			return { name: "readSpi", args: { handle: id, count } };
	}
}

/** Why it cannot be opened like this, before pigpiod is asked; undefined when it can. */
export function setupProblem(setup: SpiSetup): string | undefined {
	const { name, args } = openCall(setup);
	const problem = checkArgs(name, args);
	if (problem !== undefined) return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`;
	const lines = gpiosOf(setup);
	if (setup.of === "bitBang" && new Set(lines).size < lines.length)
		return "Select, clock, MOSI and MISO must be four different GPIOs.";
	return undefined;
}

/** Most bytes of one command. */
const MOST_BYTES = 65_535;

/** What is wrong with the bytes beyond their form; undefined when they can be sent. */
export function bytesProblem({ setup, verb, hex, count }: SpiSettings): string | undefined {
	const bytes = verb === "read" ? count : readHex(hex).bytes?.length;
	if (bytes === undefined) return undefined;
	if (bytes === 0) return "1 to 65 535 bytes are needed.";
	if (bytes > MOST_BYTES) return `${bytes} bytes are too many: 1 to 65 535 fit into a transfer.`;
	const { wordBits } = setup.flags;
	const size = setup.of === "auxiliary" ? bytesOfSpiWord(wordBits) : 1;
	if (bytes % size === 0) return undefined;
	return `A word of ${wordBits} bits takes ${size} bytes, least significant first; ${bytes} bytes are not whole words.`;
}
