/** Which of the daemon's ways to do SPI: the chip's main or auxiliary controller, or any GPIOs. */
export type SpiInterface = "main" | "auxiliary" | "bitBang";

/** Clock polarity and phase: 0 samples with the first edge of a clock that rests low, ... */
export type SpiMode = 0 | 1 | 2 | 3;

interface Field {
	/** Lowest bit. */
	readonly at: number;
	/** Bits. */
	readonly width: number;
	/** Where it means something. */
	readonly of: readonly SpiInterface[];
}

const everywhere = ["main", "auxiliary", "bitBang"] as const;
const hardware = ["main", "auxiliary"] as const;
const anyOrder = ["auxiliary", "bitBang"] as const;

/** The fields of the flags that SPIO and BSPIO take. */
const fields = {
	/** 0 to 3. */
	mode: { at: 0, width: 2, of: everywhere },
	/** Mask of selects that are active high; bit-banged SPI has one. */
	highSelects: { at: 2, width: 3, of: everywhere },
	/** Mask of selects whose GPIOs are left alone. */
	freeSelects: { at: 5, width: 3, of: hardware },
	/** 1 is the auxiliary controller. */
	auxiliary: { at: 8, width: 1, of: hardware },
	/** 1 for devices that answer on MOSI. */
	threeWire: { at: 9, width: 1, of: ["main"] },
	/** Bytes written before MOSI turns round, 0 to 15, with three wires. */
	writeFirst: { at: 10, width: 4, of: ["main"] },
	/** 1 sends the least significant bit first. */
	sendLowestFirst: { at: 14, width: 1, of: anyOrder },
	/** 1 takes the first bit received as the least significant. */
	receiveLowestFirst: { at: 15, width: 1, of: anyOrder },
	/** Bits of a word, 0 to 32; 0 is 8. */
	wordBits: { at: 16, width: 6, of: ["auxiliary"] },
} as const satisfies Readonly<Record<string, Field>>;

export type SpiFlagName = keyof typeof fields;

/** The flags by name; what each number means is said at its field. */
export type SpiFlags = Readonly<Record<SpiFlagName, number>>;

/** Mode 0, selects active low, four wires, bytes with the most significant bit first. */
export const noSpiFlags: SpiFlags = mapFields(() => 0);

/** The word that the daemon takes for flags, without those that mean nothing to the interface. */
export function spiFlagsWord(flags: SpiFlags, of: SpiInterface): number {
	let word = 0;
	for (const [name, field] of Object.entries<Field>(fields)) {
		if (!field.of.includes(of)) continue;
		const value = name === "auxiliary" ? Number(of === "auxiliary") : flags[name as SpiFlagName];
		word |= (value & (2 ** field.width - 1)) << field.at;
	}
	return word >>> 0;
}

/** The flags of a word. */
export function readSpiFlags(word: number): SpiFlags {
	return mapFields(({ at, width }) => (word >>> at) & (2 ** width - 1));
}

/** Whether a flag means something to an interface. */
export function hasSpiFlag(name: SpiFlagName, of: SpiInterface): boolean {
	return (fields[name].of as readonly SpiInterface[]).includes(of);
}

/** The GPIOs of the chip's two controllers; the selects by channel. */
export const spiGpios = {
	main: { selects: [8, 7], miso: 9, mosi: 10, sclk: 11 },
	auxiliary: { selects: [18, 17, 16], miso: 19, mosi: 20, sclk: 21 },
} as const;

/** Bytes that a word of so many bits (0 is 8) takes: 1, 2 or 4, least significant first. */
export function bytesOfSpiWord(wordBits: number): 1 | 2 | 4 {
	if (wordBits <= 8) return 1;
	return wordBits <= 16 ? 2 : 4;
}

function mapFields(numberOf: (field: Field) => number): SpiFlags {
	return Object.fromEntries(
		Object.entries(fields).map(([name, field]) => [name, numberOf(field)]),
	) as SpiFlags;
}
