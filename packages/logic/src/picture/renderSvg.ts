import { element, label, short, xmlText } from "./svgText.ts";
import { tracePaths } from "./tracePaths.ts";
import type { PictureBus, PictureRow, ViewPicture } from "./ViewPicture.ts";

const RULER_HEIGHT = 26;
const FLAG_HEIGHT = 13;
const FONT = "Inter, 'Segoe UI', 'DejaVu Sans', sans-serif";
const MONO = "'JetBrains Mono', 'DejaVu Sans Mono', monospace";
/** Height of a tooth of a torn edge. */
const TEAR = 6;
/** About the width of a letter, in font sizes. */
const LETTER = 0.6;

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
		...gaps(picture, height),
		...markers(picture, height),
		"</g>",
		"</svg>\n",
	].join("\n");
}

function xOf({ from, to, width }: ViewPicture, time: number): number {
	return ((time - from) / (to - from)) * width;
}

/** Rows with the height at which each begins. */
function placed({ rows }: ViewPicture): { row: PictureRow; top: number }[] {
	let top = RULER_HEIGHT;
	return rows.map((row) => {
		const here = top;
		top += row.height;
		return { row, top: here };
	});
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

function lanes(picture: ViewPicture): string[] {
	const { colors, width } = picture;
	return placed(picture).flatMap(({ row, top }) => {
		const parts: string[] = [];
		if (row.kind === "trace") {
			const { line, fill, dense, unknown } = tracePaths(picture, row, top);
			if (unknown !== "") parts.push(element("path", { d: unknown, fill: "url(#hatch)" }));
			if (fill !== "") parts.push(element("path", { d: fill, fill: row.color, "fill-opacity": colors.fill }));
			if (dense !== "")
				parts.push(element("path", { d: dense, fill: row.color, "fill-opacity": colors.dense }));
			if (line !== "")
				parts.push(element("path", { d: line, fill: "none", stroke: row.color, "stroke-width": 1.5 }));
		} else if (row.kind === "bus") parts.push(...bus(picture, row, top));
		parts.push(element("rect", { y: top + row.height - 1, width, height: 1, fill: colors.line }));
		return parts;
	});
}

/** Hexagons with the value where it fits. */
function bus(picture: ViewPicture, row: PictureBus, top: number): string[] {
	const { colors } = picture;
	const upper = top + row.padTop;
	const lower = top + row.height - row.padBottom;
	const middle = (upper + lower) / 2;
	let outline = "";
	const texts: string[] = [];
	for (const { kind, from, to, text } of row.values) {
		const left = Math.max(-10, xOf(picture, from));
		const right = Math.min(picture.width + 10, xOf(picture, to));
		if (right <= left) continue;
		if (kind === "unknown") {
			texts.push(
				element("rect", { x: left, y: top, width: right - left, height: row.height, fill: "url(#hatch)" }),
			);
			continue;
		}
		if (kind === "dense") {
			const block = { x: left, y: upper, width: right - left, height: lower - upper };
			texts.push(element("rect", { ...block, fill: row.color, "fill-opacity": colors.dense }));
			continue;
		}
		const slope = Math.min(4, (right - left) / 2);
		const [a, b, y] = [short(left + slope), short(right - slope), short(middle)];
		outline += `M${short(left)} ${y}L${a} ${short(upper)}H${b}L${short(right)} ${y}L${b} ${short(lower)}H${a}Z`;
		if (text.length * 11 * LETTER + 8 <= right - left)
			texts.push(
				label(text, {
					x: (left + right) / 2,
					y: middle + 4,
					"font-size": 11,
					"font-family": MONO,
					"text-anchor": "middle",
					fill: colors.text,
				}),
			);
	}
	const shape = { d: outline, fill: row.color, "fill-opacity": colors.fill, stroke: row.color };
	return outline === "" ? texts : [element("path", shape), ...texts];
}

function gaps(picture: ViewPicture, height: number): string[] {
	const { colors } = picture;
	return picture.gaps.flatMap(({ from, to, label: text }) => {
		const x = xOf(picture, from);
		const width = Math.max(3, xOf(picture, to) - x);
		const body = { y: RULER_HEIGHT, height: height - RULER_HEIGHT };
		const parts = [
			element("rect", { x, width, ...body, fill: colors.lane }),
			element("rect", { x, width, ...body, fill: "url(#hatch)" }),
		];
		const textWidth = text.length * 10.5 * LETTER + 12;
		if (width > 3)
			for (const edge of [x, x + width])
				parts.push(
					element("path", {
						d: `M${short(edge)} ${RULER_HEIGHT}V${short(height)}`,
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

/** A band with torn edges for each collapsed stretch, with its length written upwards. */
function breaks(picture: ViewPicture, height: number): string[] {
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
