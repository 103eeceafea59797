import type { Micros } from "../devices/Device.ts";

/** What a handle's speed and flags say of the way bits go. */
export interface SpiSettings {
	readonly isAuxiliary: boolean;
	/** Number of the select. */
	readonly channel: number;
	/** Of the clock. */
	readonly period: Micros;
	/** The clock's level at rest. */
	readonly polarity: number;
	/** 0: bits are sampled with the first edge of the clock; 1: with the second. */
	readonly phase: number;
	/** Selects that are active high, as a mask. */
	readonly highActive: number;
	/** Selects whose GPIOs are left alone, as a mask. */
	readonly reserved: number;
	/** Bytes after which MOSI becomes the input of a 3-wire device; Infinity with four wires. */
	readonly sentFirst: number;
	/** 1 to 63; what a word has beyond 32 bits is lost. */
	readonly wordBits: number;
	readonly sendsLowestFirst: boolean;
	readonly receivesLowestFirst: boolean;
}

const AUXILIARY = 1 << 8;
const THREE_WIRE = 1 << 9;
const SEND_LOWEST_FIRST = 1 << 14;
const RECEIVE_LOWEST_FIRST = 1 << 15;
const BYTE = 8;
/** The clocks the dividers of the main and the auxiliary interface start from, in MHz. */
const MAIN_CLOCK = 250;
const AUXILIARY_CLOCK = 125;

/** The flags as SPIO takes them; words and their direction are the auxiliary interface's, three wires the main one's. */
export function spiSettings(channel: number, baud: number, flags: number): SpiSettings {
	const has = (bit: number) => (flags & bit) !== 0;
	const isAuxiliary = has(AUXILIARY);
	return {
		isAuxiliary,
		channel,
		period: isAuxiliary ? auxiliaryPeriod(baud) : mainPeriod(baud),
		polarity: (flags >>> 1) & 1,
		phase: flags & 1,
		highActive: (flags >>> 2) & 7,
		reserved: (flags >>> 5) & 7,
		sentFirst: !isAuxiliary && has(THREE_WIRE) ? (flags >>> 10) & 15 : Number.POSITIVE_INFINITY,
		wordBits: (isAuxiliary && (flags >>> 16) & 63) || BYTE,
		sendsLowestFirst: isAuxiliary && has(SEND_LOWEST_FIRST),
		receivesLowestFirst: isAuxiliary && has(RECEIVE_LOWEST_FIRST),
	};
}

/** The divider is even. */
function mainPeriod(baud: number): Micros {
	const divider = Math.floor((MAIN_CLOCK * 1_000_000) / baud);
	return (divider - (divider % 2)) / MAIN_CLOCK;
}

function auxiliaryPeriod(baud: number): Micros {
	return Math.floor((AUXILIARY_CLOCK * 1_000_000) / baud) / AUXILIARY_CLOCK;
}
