/** How an SPI line is set up. */
export interface SpiSettings {
	/** Clock polarity and phase; default 0. */
	readonly mode?: 0 | 1 | 2 | 3 | undefined;
	/** Chip selects (0 to 2) that are active high; bit-banged SPI has only 0. */
	readonly activeHigh?: readonly number[] | undefined;
	/** Chip selects (0 to 2) whose GPIOs are left alone. */
	readonly unused?: readonly number[] | undefined;
	/** Uses the auxiliary controller. */
	readonly auxiliary?: boolean | undefined;
	/** Data share one line; after this many bytes (0 to 15) it is read. */
	readonly threeWire?: number | undefined;
	/** Sends the lowest bit first. Auxiliary and bit-banged only. */
	readonly sendLowestFirst?: boolean | undefined;
	/** Receives the lowest bit first. Auxiliary and bit-banged only. */
	readonly receiveLowestFirst?: boolean | undefined;
	/** Bits of a word, 1 to 32; default 8. Auxiliary only. */
	readonly wordBits?: number | undefined;
}

const ACTIVE_HIGH = 2;
const UNUSED = 5;
const AUXILIARY = 8;
const THREE_WIRE = 9;
const THREE_WIRE_BYTES = 10;
const SEND_LOWEST_FIRST = 14;
const RECEIVE_LOWEST_FIRST = 15;
const WORD_BITS = 16;

/** The flags that `openSpi` and `openBitBangSpi` take. */
export function spiFlags(settings: SpiSettings): number {
	const { mode = 0, activeHigh = [], unused = [], threeWire, wordBits = 0 } = settings;
	let flags = mode;
	for (const select of activeHigh) flags |= 1 << (ACTIVE_HIGH + inRange("a chip select", select, 2));
	for (const select of unused) flags |= 1 << (UNUSED + inRange("a chip select", select, 2));
	if (settings.auxiliary === true) flags |= 1 << AUXILIARY;
	if (threeWire !== undefined) {
		flags |= (1 << THREE_WIRE) | (inRange("threeWire", threeWire, 15) << THREE_WIRE_BYTES);
	}
	if (settings.sendLowestFirst === true) flags |= 1 << SEND_LOWEST_FIRST;
	if (settings.receiveLowestFirst === true) flags |= 1 << RECEIVE_LOWEST_FIRST;
	return flags | (inRange("wordBits", wordBits, 32) << WORD_BITS);
}

function inRange(what: string, value: number, max: number): number {
	if (Number.isInteger(value) && value >= 0 && value <= max) return value;
	throw new RangeError(`${what} must be a whole number from 0 to ${max}, not ${value}`);
}
