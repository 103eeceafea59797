import type { Capture } from "@gpioscope/logic";

/** A time of a capture by the bridge's clock, in milliseconds since 1970; undefined while that is not known. */
export function wallTimeIn({ anchor }: Capture, time: number): number | undefined {
	return anchor === undefined ? undefined : Math.round(anchor.wall + (time - anchor.time) / 1000);
}
