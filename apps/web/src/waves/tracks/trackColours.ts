import type { WaveTrack } from "@gpioscope/logic";
import { namesStore, stylesOf } from "../../stores/namesStore.ts";

/** Place in the trace palette, 1 to 8: the track's own, else its GPIO's, else by its place in the list. */
export function colourOf(track: WaveTrack, place: number): number {
	return track.colour ?? stylesOf(namesStore.getState())[track.gpio]?.colour ?? (place % 8) + 1;
}
