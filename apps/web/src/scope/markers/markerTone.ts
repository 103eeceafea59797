import type { ShownMarker } from "./shownMarkers.ts";

const TONES: Readonly<Record<ShownMarker["tone"], string>> = {
	gold: "var(--gold)",
	blue: "var(--blue)",
	green: "var(--green)",
	red: "var(--mred)",
	mark: "var(--mark)",
};

/** The colour of a marker, as CSS. */
export function markerTone(tone: ShownMarker["tone"]): string {
	return TONES[tone];
}
