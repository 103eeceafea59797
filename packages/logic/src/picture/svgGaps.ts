import { LETTER, placed, RULER_HEIGHT, xOf } from "./pictureLayout.ts";
import { element, label, short } from "./svgText.ts";
import type { ViewPicture } from "./ViewPicture.ts";

/** Height of a tooth of a torn edge. */
const TEAR = 6;

/** What was lost, hatched over the rows of the capture that lost it. */
export function gaps(picture: ViewPicture): string[] {
	const { colors } = picture;
	const stretches = ownStretches(picture);
	return picture.gaps.flatMap(({ from, to, label: text }) => {
		const x = xOf(picture, from);
		const width = Math.max(3, xOf(picture, to) - x);
		const parts = stretches.flatMap(({ y, height: rows }) => hatched(x, width, y, rows, colors.lane));
		const textWidth = text.length * 10.5 * LETTER + 12;
		if (width > 3)
			for (const edge of [x, x + width])
				for (const { y, height: rows } of stretches)
					parts.push(
						element("path", {
							d: `M${short(edge)} ${short(y)}V${short(y + rows)}`,
							stroke: colors.textSoft,
							"stroke-dasharray": "2 3",
						}),
					);
		if (width >= textWidth) {
			const middle = x + width / 2;
			const left = middle - textWidth / 2;
			parts.push(
				element("rect", {
					x: left,
					y: RULER_HEIGHT + 4,
					width: textWidth,
					height: 16,
					rx: 4,
					fill: colors.panel,
				}),
			);
			parts.push(
				label(text, {
					x: middle,
					y: RULER_HEIGHT + 16,
					"font-size": 10.5,
					"text-anchor": "middle",
					fill: colors.text,
				}),
			);
		}
		return parts;
	});
}

/** Where the rows of the shown capture lie, as runs without one of the other; all of the plot where there is none. */
function ownStretches(picture: ViewPicture): readonly { readonly y: number; readonly height: number }[] {
	const runs: { y: number; height: number }[] = [];
	let isOpen = false;
	for (const { row, top } of placed(picture)) {
		const isOwn = row.of === undefined;
		const last = runs.at(-1);
		if (isOwn && isOpen && last !== undefined) last.height += row.height;
		else if (isOwn) runs.push({ y: top, height: row.height });
		isOpen = isOwn;
	}
	return runs;
}

/** A hatch with the ground below it. */
export function hatched(x: number, width: number, y: number, height: number, ground: string): string[] {
	const place = { x, y, width, height };
	return [element("rect", { ...place, fill: ground }), element("rect", { ...place, fill: "url(#hatch)" })];
}

/** A band with torn edges for each collapsed stretch, with its length written upwards. */
export function breaks(picture: ViewPicture, height: number): string[] {
	const { colors } = picture;
	return picture.breaks.flatMap(({ from, to, label: text }) => {
		const x = xOf(picture, from);
		const width = xOf(picture, to) - x;
		const middle = x + width / 2;
		const centre = (RULER_HEIGHT + height) / 2;
		const edge = { fill: "none", stroke: colors.textSoft, "stroke-width": 1 };
		return [
			element("rect", { x, width, y: 0, height, fill: colors.panel, "fill-opacity": 0.8 }),
			...[x, x + width].map((at) => element("path", { ...edge, d: tornEdge(at, height) })),
			label(text, {
				x: middle,
				y: centre,
				transform: `rotate(-90 ${short(middle)} ${short(centre)})`,
				dy: 4,
				"text-anchor": "middle",
				"font-size": 10.5,
				fill: colors.text,
			}),
		];
	});
}

/** A zigzag from the top down. */
function tornEdge(x: number, height: number): string {
	let path = `M${short(x)} 0`;
	for (let y = 0, side = 1; y < height; y += TEAR, side = -side)
		path += `L${short(x + (side * TEAR) / 4)} ${short(Math.min(height, y + TEAR))}`;
	return path;
}
