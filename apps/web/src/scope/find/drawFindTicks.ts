import { packPixel, type Rgb } from "../draw/pixelColor.ts";
import type { FindResult } from "./findStore.ts";

/** Where in a picture of [from, to) the matches of a search are to be marked. Lengths in device pixels. */
export interface TickPicture {
	readonly pixels: Uint32Array;
	readonly width: number;
	readonly top: number;
	readonly bottom: number;
	readonly from: number;
	readonly to: number;
	readonly color: Rgb;
}

/** Draws a tick for every part of the capture that has a match. */
export function drawFindTicks(
	{ pixels, width, top, bottom, from, to, color }: TickPicture,
	{ columns, from: first, to: last }: Pick<FindResult, "columns" | "from" | "to">,
): void {
	const pixel = packPixel(color);
	const part = (last - first) / columns.length;
	for (let index = 0; index < columns.length; index++) {
		if (columns[index] === 0) continue;
		const time = first + (index + 0.5) * part;
		const x = Math.floor(((time - from) / (to - from)) * width);
		if (x < 0 || x >= width) continue;
		for (let y = top; y < bottom; y++) pixels[y * width + x] = pixel;
	}
}
