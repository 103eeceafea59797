import { type LineEdges, readSerial } from "./readSerial.ts";
import type { Parity } from "./serialFrame.ts";

/** How a line seems to carry characters. */
export interface SerialGuess {
	readonly kind: "guess";
	/** The usual rate nearest to what was measured. */
	readonly baud: number;
	/** What was measured, in bits a second. */
	readonly measured: number;
	readonly dataBits: number;
	readonly parity: Parity;
	readonly inverted: boolean;
	/** How many characters speak for it, and how many stretches do not. */
	readonly characters: number;
	readonly faults: number;
}

/** Why nothing can be said: too few edges, bits too short for the sampling, or nothing that looks like characters. */
export interface SerialDoubt {
	readonly kind: "fewEdges" | "tooFast" | "noCharacters";
}

/** Rates that serial devices have, slowest first. */
const usualBauds = [
	50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 7200, 9600, 14_400, 19_200, 28_800, 31_250,
	38_400, 57_600, 74_880, 115_200, 128_000, 230_400, 250_000, 460_800, 500_000, 921_600, 1_000_000,
];

/** Bits between start and stop bit, the likeliest first. */
const likelyBits = [8, 9, 7, 10, 6, 5];

const FEWEST_EDGES = 8;
const FEWEST_CHARACTERS = 3;
/** Stretches between edges longer than this many bits are rests. */
const LONGEST_RUN = 11;
/** A bit must be longer than this many samples for its middle to be found. */
const LEAST_SAMPLES = 2;
/** Share of the stretches that must be whole bits, so that a few glitches do no harm. */
const LEAST_FIT = 0.9;
/** How far clocks may be off. */
const CLOCK_ERROR = 0.03;
/** Share of faults from which nothing is said any more. */
const MOST_FAULTS = 0.2;
/** Parity is believed of this many characters, if so many of them differ. */
const PARITY_CHARACTERS = 10;
const PARITY_VALUES = 6;

interface Candidate extends Omit<SerialGuess, "kind" | "dataBits" | "parity"> {
	readonly bits: number;
	readonly values: readonly number[];
	readonly cost: number;
}

/**
 * Says at what rate and in which form a line carries characters, from its edges alone: the rate at which all stretches
 * between edges are whole bits and the characters have their stop bits.
 *
 * @param samplePeriod microseconds to which the times are exact
 */
export function guessSerial(edges: LineEdges, samplePeriod: number): SerialGuess | SerialDoubt {
	if (edges.times.length < FEWEST_EDGES) return { kind: "fewEdges" };
	const widths = widthsOf(edges);
	const rest = restLevel(edges);
	let best: Candidate | undefined;
	for (const [rank, baud] of usualBauds.entries()) {
		const bitMicros = fitBit(widths, 1_000_000 / baud, samplePeriod);
		if (bitMicros === undefined) continue;
		for (const inverted of [false, true]) {
			const candidate = bestForm(edges, bitMicros, inverted);
			if (candidate === undefined) continue;
			// Where a rate fits, its double does as well: the slower one is meant unless it has more faults.
			const againstRest = rest !== undefined && rest !== (inverted ? 0 : 1) ? 0.5 : 0;
			const cost = candidate.cost + rank * 0.002 + againstRest;
			if (best === undefined || cost < best.cost) best = { ...candidate, baud, cost };
		}
	}
	if (best === undefined || best.faults > MOST_FAULTS * best.characters) {
		return { kind: isTooFast(widths, samplePeriod) ? "tooFast" : "noCharacters" };
	}
	const { bits, values, cost: _, ...found } = best;
	return { kind: "guess", ...found, ...formOf(bits, values) };
}

function widthsOf({ times }: LineEdges): Float64Array {
	const widths = new Float64Array(times.length - 1);
	for (let i = 0; i < widths.length; i++) widths[i] = (times[i + 1] as number) - (times[i] as number);
	return widths;
}

/** The level that the line has most of the time; undefined when neither has it clearly. */
function restLevel({ times, levels }: LineEdges): 0 | 1 | undefined {
	const held = [0, 0];
	for (let i = 0; i + 1 < times.length; i++) {
		const level = levels[i] === 1 ? 1 : 0;
		held[level] = (held[level] as number) + (times[i + 1] as number) - (times[i] as number);
	}
	const [low, high] = held as [number, number];
	if (high > 3 * low) return 1;
	return low > 3 * high ? 0 : undefined;
}

/** The bit's true length if the stretches are whole bits of about this length. */
function fitBit(widths: Float64Array, bitMicros: number, samplePeriod: number): number | undefined {
	if (bitMicros <= LEAST_SAMPLES * samplePeriod) return undefined;
	let counted = 0;
	let fitting = 0;
	let products = 0;
	let squares = 0;
	for (const width of widths) {
		if (width > LONGEST_RUN * bitMicros) continue;
		counted++;
		const bits = Math.round(width / bitMicros);
		const allowed = Math.min(0.4 * bitMicros, samplePeriod * 1.1 + CLOCK_ERROR * bits * bitMicros);
		if (bits === 0 || Math.abs(width - bits * bitMicros) > allowed) continue;
		fitting++;
		products += width * bits;
		squares += bits * bits;
	}
	if (counted < FEWEST_EDGES - 2 || fitting < LEAST_FIT * counted) return undefined;
	const fitted = products / squares;
	return Math.abs(fitted / bitMicros - 1) > CLOCK_ERROR + 0.01 ? undefined : fitted;
}

/** The number of bits with the fewest faults; the likelier one among equals. */
function bestForm(edges: LineEdges, bitMicros: number, inverted: boolean): Candidate | undefined {
	let best: Candidate | undefined;
	for (const [rank, bits] of likelyBits.entries()) {
		const { values, faults } = readSerial(edges, { bitMicros, bits, inverted });
		if (values.length < FEWEST_CHARACTERS) continue;
		const cost = faults / (faults + values.length) + rank * 0.01 + (inverted ? 0.02 : 0);
		if (best !== undefined && cost >= best.cost) continue;
		const characters = values.length;
		best = { baud: 0, measured: 1_000_000 / bitMicros, inverted, characters, faults, bits, values, cost };
	}
	return best;
}

/** Tells parity from data: all characters have it, and they are not always the same. */
function formOf(bits: number, values: readonly number[]): { dataBits: number; parity: Parity } {
	if (bits === 8 && values.every((value) => value >= 0x80)) return { dataBits: 7, parity: "none" };
	const isTold = values.length >= PARITY_CHARACTERS && new Set(values).size >= PARITY_VALUES;
	if (!isTold) return { dataBits: bits, parity: "none" };
	const odd = values.filter(hasOddOnes).length;
	if (odd === 0) return { dataBits: bits - 1, parity: "even" };
	return odd === values.length ? { dataBits: bits - 1, parity: "odd" } : { dataBits: bits, parity: "none" };
}

function hasOddOnes(value: number): boolean {
	let ones = 0;
	for (let rest = value; rest > 0; rest >>>= 1) ones += rest & 1;
	return ones % 2 === 1;
}

/** Most stretches are as short as samples can be. */
function isTooFast(widths: Float64Array, samplePeriod: number): boolean {
	const short = widths.filter((width) => width <= (LEAST_SAMPLES + 0.5) * samplePeriod).length;
	return short > widths.length / 4;
}
