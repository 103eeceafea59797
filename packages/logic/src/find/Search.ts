/** What to look for in a capture. Channels are masks of bits 0 to 31, times ticks of the capture. */
export type Search =
	| {
			readonly kind: "edge";
			readonly channels: number;
			readonly direction: "rising" | "falling" | "either";
	  }
	/** Pulses whose two edges were both seen, with a width from `min` to `max`, both included. */
	| {
			readonly kind: "pulse";
			readonly channels: number;
			readonly level: 0 | 1 | "either";
			readonly min?: number;
			readonly max?: number;
	  }
	/** Stretches in which every channel of the mask `care` has the level that `value` says. */
	| { readonly kind: "pattern"; readonly care: number; readonly value: number }
	/** Reports of pigpiod that a watched GPIO did not change. */
	| { readonly kind: "watchdog"; readonly channels: number }
	/** Stretches in which nothing is known. */
	| { readonly kind: "gap" };

/** A search that goes through the changes of a capture. */
export type ChangeSearch = Extract<Search, { readonly kind: "edge" | "pulse" | "pattern" }>;

/** All channels of a capture. */
export const ANY_CHANNEL = 0xffff_ffff;

/** The channels a search looks at, as a mask; a gap is one of all. */
export function channelsOf(search: Search): number {
	if (search.kind === "gap") return ANY_CHANNEL;
	return search.kind === "pattern" ? search.care : search.channels;
}
