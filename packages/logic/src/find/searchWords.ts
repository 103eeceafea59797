/** What a search may be about, as it is typed, and what it stands for. */
export const searchKinds = {
	rise: { kind: "edge", direction: "rising", summary: "Rising edges" },
	fall: { kind: "edge", direction: "falling", summary: "Falling edges" },
	edge: { kind: "edge", direction: "either", summary: "Edges either way" },
	pulse: { kind: "pulse", level: "either", summary: "Pulses by width" },
	"high pulse": { kind: "pulse", level: 1, summary: "High pulses by width" },
	"low pulse": { kind: "pulse", level: 0, summary: "Low pulses by width" },
	watchdog: { kind: "watchdog", summary: "Watchdog reports" },
	gap: { kind: "gap", summary: "Stretches in which reports were lost" },
} as const;

export type SearchKindWord = keyof typeof searchKinds;

/** Other words for the same. */
export const kindSynonyms: Readonly<Record<string, SearchKindWord>> = {
	rises: "rise",
	rising: "rise",
	"rising edge": "rise",
	falls: "fall",
	falling: "fall",
	"falling edge": "fall",
	edges: "edge",
	pulses: "pulse",
	"high pulses": "high pulse",
	"low pulses": "low pulse",
	watchdogs: "watchdog",
	gaps: "gap",
};

/** What is found by decoders, not in the changes themselves. */
export const decoderWords = ["i2c", "i²c", "spi", "uart", "serial", "1-wire", "onewire", "dht", "ir", "nec"];

/** How a width is compared, in the order in which they are looked for. */
export const comparisons = {
	"<=": { words: "of at most", min: false, max: true, strict: false },
	"≤": { words: "of at most", min: false, max: true, strict: false },
	">=": { words: "of at least", min: true, max: false, strict: false },
	"≥": { words: "of at least", min: true, max: false, strict: false },
	"<": { words: "under", min: false, max: true, strict: true },
	">": { words: "over", min: true, max: false, strict: true },
	"=": { words: "of", min: true, max: true, strict: false },
} as const;
