/** Powers of ten of a second that have a name, as VCD writes them. */
const units: readonly (readonly [name: string, perMicro: number])[] = [
	["s", 1e-6],
	["ms", 1e-3],
	["us", 1],
	["ns", 1e3],
	["ps", 1e6],
	["fs", 1e9],
];

/** What a file counts time in, against the ticks of a capture. */
export interface Timescale {
	/** "1 us", "100 ns". */
	readonly text: string;
	/** Ticks of the capture that make a microsecond: as few as tell every count of the file apart exactly. */
	readonly ticksPerMicro: number;
	/** Ticks of the capture that one count of the file makes: at least 1. */
	readonly ticks: number;
}

/** Reads "1 us", "10ns" or "100 s"; undefined for anything else. */
export function parseTimescale(text: string): Timescale | undefined {
	const [, digits, name] = /^(\d{1,4})\s*([a-z]+)$/.exec(text.trim().toLowerCase()) ?? [];
	const perMicro = units.find(([unit]) => unit === name)?.[1];
	const count = Number(digits);
	if (perMicro === undefined || !(count > 0)) return undefined;
	let ticksPerMicro = 1;
	// Counts are whole ticks as soon as a microsecond has enough of them.
	while (!Number.isInteger(rounded((count * ticksPerMicro) / perMicro))) ticksPerMicro *= 10;
	return { text: `${count} ${name}`, ticksPerMicro, ticks: rounded((count * ticksPerMicro) / perMicro) };
}

/** What a capture's times are written in: a power of ten of a second, microseconds or finer. */
export interface WrittenTimescale {
	/** "1 us", "100 ns". */
	readonly text: string;
	/** How many of them make a microsecond. */
	readonly perMicro: number;
	/** How many of them a tick makes; not whole where no power of ten fits the clock of the capture. */
	readonly perTick: number;
}

/**
 * The coarsest power of ten in which every tick is a whole number; where there is none, one that is at least ten times
 * finer than the tick.
 */
export function timescaleFor(ticksPerMicro: number): WrittenTimescale {
	let perMicro = 1;
	while (perMicro < 1e9 && !Number.isInteger(perMicro / ticksPerMicro) && perMicro < 10 * ticksPerMicro)
		perMicro *= 10;
	const finest = units.findIndex(([, unit]) => unit >= perMicro);
	const [name, unit] = units[finest] as readonly [string, number];
	return { text: `${unit / perMicro} ${name}`, perMicro, perTick: perMicro / ticksPerMicro };
}

/** Without the last digits, in which fractions of ten are not exact. */
function rounded(value: number): number {
	return Number(value.toPrecision(12));
}
