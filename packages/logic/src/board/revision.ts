/** The system chips of the boards; what a GPIO can do depends on it. */
export type Processor = "BCM2835" | "BCM2836" | "BCM2837" | "BCM2711" | "BCM2712";

/** What a revision code says. */
export interface Revision {
	/** False when the code's model is not known here; the other fields are then the best guess. */
	readonly known: boolean;
	/** Model without the maker: `3B`, `Zero W`, `CM3+`. */
	readonly model: string;
	/** Version of the circuit board: `1.2`. */
	readonly version: string;
	/** Memory in MiB, where the code says it. */
	readonly memory?: number;
	readonly processor: Processor;
}

/** Bit 23 marks the codes made since the Pi 2; older codes are a running number. */
const newStyle = 1 << 23;

/** pigpiod cuts HWVER to 24 bits, other sources keep warranty and OTP bits above them. */
const codeMask = 0xffffff;

/** Old-style codes: first code, last code, model, version, memory in MiB. */
const oldStyle: readonly (readonly [number, number, string, string, number])[] = [
	[0x02, 0x03, "B", "1.0", 256],
	[0x04, 0x06, "B", "2.0", 256],
	[0x07, 0x09, "A", "2.0", 256],
	[0x0d, 0x0f, "B", "2.0", 512],
	[0x10, 0x10, "B+", "1.2", 512],
	[0x11, 0x11, "CM1", "1.0", 512],
	[0x12, 0x12, "A+", "1.1", 256],
	[0x13, 0x13, "B+", "1.2", 512],
	[0x14, 0x14, "CM1", "1.0", 512],
	[0x15, 0x15, "A+", "1.1", 256],
];

/** Model by the type field (bits 4 to 11) of new-style codes. */
const types: Readonly<Record<number, string>> = {
	0: "A",
	1: "B",
	2: "A+",
	3: "B+",
	4: "2B",
	5: "Alpha",
	6: "CM1",
	8: "3B",
	9: "Zero",
	10: "CM3",
	12: "Zero W",
	13: "3B+",
	14: "3A+",
	16: "CM3+",
	17: "4B",
	18: "Zero 2 W",
	19: "400",
	20: "CM4",
	21: "CM4S",
	23: "5",
	24: "CM5",
	25: "500",
	26: "CM5 Lite",
};

/** Compute Modules of the first form, in a memory module's socket: they lead out 46 GPIOs and have nothing on them. */
export const sodimmModules: ReadonlySet<string> = new Set(["CM1", "CM3", "CM3+", "CM4S"]);

const processors: readonly Processor[] = ["BCM2835", "BCM2836", "BCM2837", "BCM2711", "BCM2712"];

/**
 * Decodes a board revision as /proc/cpuinfo or pigpiod's HWVER gives it. Never fails: an unknown code
 * answers `known: false`.
 */
export function decodeRevision(revision: number): Revision {
	const code = revision & codeMask;
	if ((code & newStyle) === 0) {
		const entry = oldStyle.find(([first, last]) => code >= first && code <= last);
		if (entry === undefined) return { known: false, model: "unknown", version: "", processor: "BCM2835" };
		const [, , model, version, memory] = entry;
		return { known: true, model, version, memory, processor: "BCM2835" };
	}
	const model = types[(code >> 4) & 0xff];
	const processor = processors[(code >> 12) & 0xf];
	return {
		known: model !== undefined && processor !== undefined,
		model: model ?? "unknown",
		version: `1.${code & 0xf}`,
		memory: 256 << ((code >> 20) & 7),
		processor: processor ?? "BCM2711",
	};
}
