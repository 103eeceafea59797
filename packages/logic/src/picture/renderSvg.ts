import { LETTER, placed, RULER_HEIGHT, xOf } from "./pictureLayout.ts";
import { breaks, gaps } from "./svgGaps.ts";
import { lanes } from "./svgRows.ts";
import { element, label, short, xmlText } from "./svgText.ts";
import type { ViewPicture } from "./ViewPicture.ts";

const FLAG_HEIGHT = 13;
const FONT = "Inter, 'Segoe UI', 'DejaVu Sans', sans-serif";

/**
 * A view of the scope as a self-contained SVG: names, ruler, traces, gaps and markers as the page shows them. Its size
 * follows the changes, and the columns where there are more changes than these.
 */
export function renderSvg(picture: ViewPicture): string {
	const { width, nameWidth, rows, colors, title } = picture;
	const height = RULER_HEIGHT + rows.reduce((sum, row) => sum + row.height, 0);
	const total = nameWidth + width;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${short(total)}" height="${short(height)}" viewBox="0 0 ${short(total)} ${short(height)}" role="img" font-family="${FONT}">`,
		`<title>${xmlText(title)}</title>`,
		"<defs>",
		`<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${element("rect", { width: 6, height: 6, fill: colors.hatchGround })}${element("rect", { width: 1.5, height: 6, fill: colors.hatch })}</pattern>`,
		`<clipPath id="plot">${element("rect", { width, height })}</clipPath>`,
		`<clipPath id="names">${element("rect", { width: nameWidth - 8, height })}</clipPath>`,
		"</defs>",
		element("rect", { width: total, height, fill: colors.panel }),
		element("rect", {
			x: nameWidth,
			y: RULER_HEIGHT,
			width,
			height: height - RULER_HEIGHT,
			fill: colors.lane,
		}),
		`<g clip-path="url(#names)">`,
		...names(picture),
		"</g>",
		`<g transform="translate(${short(nameWidth)} 0)" clip-path="url(#plot)">`,
		...grid(picture, height),
		...lanes(picture),
		...breaks(picture, height),
		...gaps(picture),
		...markers(picture, height),
		"</g>",
		"</svg>\n",
	].join("\n");
}

function names(picture: ViewPicture): string[] {
	const { colors, corner, nameWidth } = picture;
	const parts = [label(corner, { x: 12, y: RULER_HEIGHT - 8, "font-size": 10.5, fill: colors.textSoft })];
	for (const { row, top } of placed(picture)) {
		const middle = top + row.height / 2;
		if (row.kind !== "heading")
			parts.push(element("rect", { y: top, width: 3, height: row.height, fill: row.color }));
		const hasNote = row.note !== "" && row.height >= 36;
		parts.push(
			label(row.name, {
				x: 12,
				y: middle + (hasNote ? -2 : 4),
				"font-size": row.kind === "heading" ? 11 : 12,
				"font-weight": 500,
				fill: row.kind === "heading" ? colors.textSoft : colors.text,
			}),
		);
		if (hasNote)
			parts.push(label(row.note, { x: 12, y: middle + 12, "font-size": 10.5, fill: colors.textSoft }));
		if (row.kind === "derived")
			for (const [text, y] of [
				[row.highText, top + 11],
				[row.lowText, top + row.height - 4],
			] as const)
				parts.push(
					label(text, {
						x: nameWidth - 12,
						y,
						"font-size": 10,
						"text-anchor": "end",
						fill: colors.textSoft,
					}),
				);
		parts.push(element("rect", { y: top + row.height - 1, width: nameWidth, height: 1, fill: colors.line }));
	}
	return parts;
}

function grid(picture: ViewPicture, height: number): string[] {
	const { ruler, colors, width } = picture;
	return ruler.flatMap(({ time, label: text }) => {
		const x = Math.round(xOf(picture, time));
		const tick = text === undefined ? 4 : 8;
		const lines = [
			element("rect", { x, y: RULER_HEIGHT - tick, width: 1, height: tick, fill: colors.textSoft }),
			element("rect", {
				x,
				y: RULER_HEIGHT,
				width: 1,
				height: height - RULER_HEIGHT,
				fill: text === undefined ? colors.grid : colors.gridMajor,
			}),
		];
		// A label that is cut off could be read as another one.
		const next = picture.breaks.find((one) => one.to > time);
		const end = next === undefined ? width : Math.min(width, xOf(picture, next.from));
		if (text !== undefined && x + 4 + text.length * 10.5 * LETTER <= end)
			lines.push(label(text, { x: x + 4, y: RULER_HEIGHT - 4, "font-size": 10.5, fill: colors.textSoft }));
		return lines;
	});
}

function markers(picture: ViewPicture, height: number): string[] {
	return picture.markers.flatMap(({ time, name, color, dashed }) => {
		const x = Math.round(xOf(picture, time)) + 0.5;
		if (x < 0 || x > picture.width) return [];
		const width = name.length * 10 * LETTER + 8;
		// At the right end a flag flies to the left.
		const left = x + width > picture.width ? x - width : x;
		return [
			element("path", {
				d: `M${short(x)} 0V${short(height)}`,
				stroke: color,
				...(dashed && { "stroke-dasharray": "3 3" }),
			}),
			element("rect", { x: left, width, height: FLAG_HEIGHT, rx: 2, fill: color }),
			label(name, {
				x: left + 4,
				y: FLAG_HEIGHT - 3,
				"font-size": 10,
				"font-weight": 700,
				fill: picture.colors.lane,
			}),
		];
	});
}
