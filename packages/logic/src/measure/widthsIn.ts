import type { EdgeBatch } from "./walkEdges.ts";

/** What is measured: high pulses, low pulses, or periods from one rising edge to the next. */
export type WidthKind = "high" | "low" | "period";

/** Where the widths of a batch end: at every second place from `first` on, so many edges after they began. */
export interface WidthPlaces {
	readonly first: number;
	readonly back: 1 | 2;
}

/** The places of a batch at which a pulse or period ends whose beginning was seen, too. */
export function widthPlaces({ first, level, earliest }: EdgeBatch, kind: WidthKind): WidthPlaces {
	const back = kind === "period" ? 2 : 1;
	// A high pulse ends with the falling edge, the others with the rising one.
	const wanted = kind === "high" ? 0 : 1;
	let place = first + (level === wanted ? 0 : 1);
	while (place - back < earliest) place += 2;
	return { first: place, back };
}
