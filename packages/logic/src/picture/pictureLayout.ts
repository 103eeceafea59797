import type { PictureRow, ViewPicture } from "./ViewPicture.ts";

export const RULER_HEIGHT = 26;
/** About the width of a letter, in font sizes. */
export const LETTER = 0.6;

export function xOf({ from, to, width }: ViewPicture, time: number): number {
	return ((time - from) / (to - from)) * width;
}

/** Rows with the height at which each begins. */
export function placed({ rows }: ViewPicture): { row: PictureRow; top: number }[] {
	let top = RULER_HEIGHT;
	return rows.map((row) => {
		const here = top;
		top += row.height;
		return { row, top: here };
	});
}
