/** CSS pixels that a flag has at least, for its initial. */
export const LEAST_FLAG = 15;
/** A flag with less room than this shows its initial alone: half a name could be read as another. */
const LEAST_NAME = 30;

/** Where a flag goes: CSS pixels from the left of the ruler. */
export interface FlagPlace {
	readonly left: number;
	/** Room to the next flag; undefined when there is none. */
	readonly room: number | undefined;
	readonly isInitial: boolean;
}

/**
 * Lays flags side by side: each begins at its line where there is room, else beside the flag before it, and none leaves
 * the ruler. @param pixels of the lines, ascending. @param width of the ruler.
 */
export function layFlags(pixels: readonly number[], width: number): FlagPlace[] {
	const lefts: number[] = [];
	for (const pixel of pixels)
		lefts.push(Math.max(pixel, (lefts.at(-1) ?? Number.NEGATIVE_INFINITY) + LEAST_FLAG));
	let limit = width - LEAST_FLAG;
	for (let index = lefts.length - 1; index >= 0; index--) {
		lefts[index] = Math.min(lefts[index] ?? 0, limit);
		limit = (lefts[index] ?? 0) - LEAST_FLAG;
	}
	return lefts.map((left, index) => {
		const next = lefts[index + 1];
		const room = next === undefined ? undefined : next - left;
		return { left, room, isInitial: (room ?? width - left) < LEAST_NAME };
	});
}
