/** The edges of one line: times ascend, and each level is the one after its edge. */
export interface LineEdges {
	/** Microseconds. */
	readonly times: ArrayLike<number>;
	readonly levels: ArrayLike<number>;
}

/** How to read a line. */
export interface SerialReading {
	/** Microseconds of a bit. */
	readonly bitMicros: number;
	/** Bits between start and stop bit, 1 to 31. */
	readonly bits: number;
	readonly inverted: boolean;
}

/** What was read. */
export interface SerialCharacters {
	/** The bits between start and stop bit of each character, least significant first. */
	readonly values: readonly number[];
	/** Start bits that were none, and characters without a stop bit. */
	readonly faults: number;
}

/** Reads characters off a line by its levels in the middle of each bit. Begins after the first rest if there is one. */
export function readSerial(edges: LineEdges, reading: SerialReading): SerialCharacters {
	const { times, levels } = edges;
	const { bitMicros, bits, inverted } = reading;
	const idle = inverted ? 0 : 1;
	const values: number[] = [];
	let faults = 0;
	let place = firstStart(edges, reading, idle);
	while (place < times.length) {
		if (levels[place] === idle) {
			place++;
			continue;
		}
		const start = times[place] as number;
		let at = place;
		/** The level in the middle of a bit; bit 0 is the start bit. */
		const levelOf = (bit: number): number => {
			const time = start + (bit + 0.5) * bitMicros;
			while (at + 1 < times.length && (times[at + 1] as number) <= time) at++;
			return levels[at] as number;
		};
		if (levelOf(0) === idle) {
			faults++;
			place++;
			continue;
		}
		let value = 0;
		for (let bit = 0; bit < bits; bit++) if (levelOf(bit + 1) === idle) value += 2 ** bit;
		if (levelOf(bits + 1) === idle) values.push(value);
		else faults++;
		// The next start bit is the next edge away from idle.
		place = at + 1;
	}
	return { values, faults };
}

/** As pigpiod sends at most; a character of ones and its stop bits are no rest yet. */
const MOST_STOP_BITS = 4;

/** In the midst of a stream a start bit looks as any other, so what comes before a rest is left out. */
function firstStart({ times, levels }: LineEdges, { bitMicros, bits }: SerialReading, idle: number): number {
	const rest = (bits + MOST_STOP_BITS + 0.5) * bitMicros;
	for (let place = 0; place + 1 < times.length; place++) {
		if (levels[place] === idle && (times[place + 1] as number) - (times[place] as number) > rest)
			return place + 1;
	}
	return 0;
}
