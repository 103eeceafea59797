import { hatchRow } from "../draw/hatch.ts";
import type { LanePalette } from "../draw/lanePalette.ts";
import type { LaneColumns } from "../draw/laneStates.ts";
import { blend, packPixel, type Rgb } from "../draw/pixelColor.ts";

/** What the overview of a capture is drawn from. Lengths in device pixels. */
export interface MinimapPicture {
	readonly pixels: Uint32Array;
	readonly width: number;
	readonly height: number;
	readonly ratio: number;
	readonly columns: LaneColumns;
	/** Channels and their colours, from the top. */
	readonly rows: readonly { readonly channel: number; readonly color: Rgb }[];
	readonly ground: Rgb;
	readonly palette: LanePalette;
}

const PITCH = 3;
const TOP = 5;
/** Steps of opacity. */
const STEPS = 8;
/** Columns over which activity is averaged. */
const REACH = 2;

/** Draws a row of 2 px for each lane, the more opaque the more it changed; what is unknown is hatched over all rows. */
export function drawMinimap({
	pixels,
	width,
	height,
	ratio,
	columns,
	rows,
	ground,
	palette,
}: MinimapPicture): void {
	pixels.fill(packPixel(ground));
	const fitting = Math.max(1, Math.floor((height / ratio - TOP - 2) / PITCH));
	const strengths = new Uint8Array(width);
	rows.slice(0, fitting).forEach(({ channel, color }, index) => {
		activity(strengths, columns, channel);
		const table = Uint32Array.from({ length: STEPS + 1 }, (_, step) =>
			packPixel(step === 0 ? ground : blend(ground, color, 0.25 + (0.7 * step) / STEPS)),
		);
		const top = Math.round((TOP + index * PITCH) * ratio);
		const end = Math.min(height, top + Math.max(1, Math.round(2 * ratio)));
		for (let y = top; y < end; y++) {
			for (let x = 0; x < width; x++) {
				const strength = strengths[x] ?? 0;
				if (strength > 0) pixels[y * width + x] = table[strength] ?? 0;
			}
		}
	});
	hatchUnknown(pixels, width, height, ratio, columns, palette);
}

/** How busy a channel is around each column, 0 to STEPS. A single change is never nothing. */
function activity(strengths: Uint8Array, { changed, multiple }: LaneColumns, channel: number): void {
	for (let x = 0; x < strengths.length; x++) {
		let sum = 0;
		for (let near = x - REACH; near <= x + REACH; near++) {
			sum += (((changed[near] ?? 0) >>> channel) & 1) + (((multiple[near] ?? 0) >>> channel) & 1);
		}
		const here = ((changed[x] ?? 0) >>> channel) & 1;
		strengths[x] = here === 0 ? 0 : Math.max(2, Math.round((sum / (2 * (2 * REACH + 1))) * STEPS));
	}
}

function hatchUnknown(
	pixels: Uint32Array,
	width: number,
	height: number,
	ratio: number,
	{ known }: LaneColumns,
	palette: LanePalette,
): void {
	let hatch: Uint32Array | undefined;
	const from = Math.round(TOP * ratio);
	const to = height - Math.round(2 * ratio);
	for (let x = 0; x < width; x++) {
		if (known[x] !== 0) continue;
		hatch ??= hatchRow(width + height, palette, ratio);
		for (let y = from; y < to; y++) pixels[y * width + x] = hatch[x + y] ?? 0;
	}
}
