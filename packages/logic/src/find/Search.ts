/** What to look for in a capture. Channels are 0 to 31, times microseconds. */
export type Search =
	| { readonly kind: "edge"; readonly channel: number; readonly direction: "rising" | "falling" | "either" }
	/** Pulses whose two edges were both seen, with a width from `min` to `max`, both included. */
	| {
			readonly kind: "pulse";
			readonly channel: number;
			readonly level: 0 | 1 | "either";
			readonly min?: number;
			readonly max?: number;
	  }
	/** Stretches in which every channel of the mask `care` has the level that `value` says. */
	| { readonly kind: "pattern"; readonly care: number; readonly value: number };

/** The channels a search looks at, as a mask. */
export function channelsOf(search: Search): number {
	return search.kind === "pattern" ? search.care : 1 << search.channel;
}
