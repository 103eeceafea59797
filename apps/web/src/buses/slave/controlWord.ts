import { type SlaveBus, slaveBusOf } from "@gpioscope/logic";

/** One bit of the control register. */
export interface ControlBit {
	readonly bit: number;
	readonly name: string;
	/** What it does, in one sentence. */
	readonly does: string;
	/** Means something on this bus only. */
	readonly bus?: SlaveBus;
}

const ADDRESS_SHIFT = 16;
const ADDRESS_MASK = 0x7f;
/** An I2C address above the sixteen bits of the register. */
export const GREATEST_WORD = 0x7f_ffff;
/** Bits 14 and 15, which nothing is behind. */
const UNUSED = 0xc000;

const bits = { enable: 0, spi: 1, i2c: 2, phase: 3, polarity: 4, clear: 7, send: 8, receive: 9 } as const;

/** Aborts what is under way and empties both FIFOs. */
export const CLEAR = 1 << bits.clear;

/** The bits a person chooses beside the bus, as the peripheral's register has them. */
export const controlBits: readonly ControlBit[] = [
	{ bit: bits.enable, name: "Enable", does: "The slave answers at all." },
	{ bit: bits.receive, name: "Receive", does: "Takes what a master writes." },
	{ bit: bits.send, name: "Send", does: "Gives a master bytes to read." },
	{ bit: bits.phase, name: "Clock phase 1", does: "Samples on the second edge of the clock.", bus: "spi" },
	{ bit: bits.polarity, name: "Clock idles high", does: "Inverts the clock.", bus: "spi" },
	{ bit: 5, name: "Status first", does: "The first byte a master reads is the status register.", bus: "i2c" },
	{
		bit: 6,
		name: "Control first",
		does: "The first byte a master writes is the control register.",
		bus: "i2c",
	},
	{ bit: 10, name: "Invert receive flags", does: "Turns the flags of the receive FIFO around." },
	{ bit: 13, name: "Invert send flags", does: "Turns the flags of the send FIFO around." },
	{ bit: 12, name: "Host control", does: "Hands the FIFOs to the graphics processor's host interface." },
	{ bit: 11, name: "Test FIFO", does: "For tests of the chip: FIFOs are written by the processor." },
];

/** An I2C slave at 0x13 that sends and receives. */
export const USUAL_WORD = wordOf("i2c", 0x13, (1 << bits.enable) | (1 << bits.send) | (1 << bits.receive));

function wordOf(bus: SlaveBus, address: number, others: number): number {
	const chosen = 1 << bits[bus];
	return bus === "i2c" ? ((address << ADDRESS_SHIFT) | others | chosen) >>> 0 : others | chosen;
}

/** The same word for the other bus; an I2C address comes with `address`. */
export function withBus(word: number, bus: SlaveBus, address: number): number {
	const others = word & 0x3fff & ~((1 << bits.i2c) | (1 << bits.spi));
	const foreign = controlBits.filter((each) => each.bus !== undefined && each.bus !== bus);
	return wordOf(
		bus,
		address,
		foreign.reduce((kept, { bit }) => kept & ~(1 << bit), others),
	);
}

/** The I2C address in a control word, 0 to 127. */
export function addressOf(word: number): number {
	return (word >>> ADDRESS_SHIFT) & ADDRESS_MASK;
}

/** The word with another I2C address. */
export function withAddress(word: number, address: number): number {
	return ((word & 0xffff) | (address << ADDRESS_SHIFT)) >>> 0;
}

/** Whether a bit is set. */
export function hasBit(word: number, bit: number): boolean {
	return ((word >>> bit) & 1) === 1;
}

/** The word with a bit set or cleared. */
export function withBit(word: number, bit: number, isSet: boolean): number {
	return (isSet ? word | (1 << bit) : word & ~(1 << bit)) >>> 0;
}

/** A control word as `0x130305`. */
export function wordText(word: number): string {
	return `0x${word.toString(16).toUpperCase().padStart(6, "0")}`;
}

/** What is wrong with a control word that is to start the slave; undefined when it may be sent. */
export function wordProblem(word: number): string | undefined {
	if (!Number.isInteger(word) || word < 0 || word > GREATEST_WORD)
		return `A whole number from 0 to ${wordText(GREATEST_WORD)}.`;
	if ((word & UNUSED) !== 0) return "Bits 14 and 15 do nothing; leave them 0.";
	if (slaveBusOf(word) === undefined) return "Either bit 2 (I²C) or bit 1 (SPI), not both.";
	if (!hasBit(word, bits.enable)) return "Without bit 0 (enable) the slave stays silent.";
	if (!hasBit(word, bits.send) && !hasBit(word, bits.receive))
		return "Bit 8 (send), bit 9 (receive), or both.";
	const isI2c = slaveBusOf(word) === "i2c";
	if (isI2c && addressOf(word) === 0) return "An address from 0x01 to 0x7F.";
	return undefined;
}
