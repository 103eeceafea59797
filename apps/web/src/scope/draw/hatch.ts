import type { LanePalette } from "./lanePalette.ts";
import { blend, packPixel } from "./pixelColor.ts";

/** Distance of the lines and their width, CSS pixels, both across the lines. */
const PITCH = 6;
const LINE = 1.5;

/**
 * One row of the 45° hatch, as packed pixels: the pattern depends on x + y only, so that row y is the stretch from y on.
 *
 * @param length at least width + height of the picture
 */
export function hatchRow(length: number, palette: LanePalette, ratio: number): Uint32Array<ArrayBuffer> {
	// Along a row, lines at 45° lie further apart and are wider by the root of two.
	const pitch = PITCH * ratio * Math.SQRT2;
	const line = LINE * ratio * Math.SQRT2;
	const row = new Uint32Array(length);
	for (let x = 0; x < length; x++) {
		const phase = x % pitch;
		// The share of this pixel that the line covers, including one that begins within it.
		const covered = Math.max(0, Math.min(1, line - phase)) + Math.max(0, phase + 1 - pitch);
		row[x] = packPixel(blend(palette.hatchGround, palette.hatchLine, Math.min(1, covered)));
	}
	return row;
}
