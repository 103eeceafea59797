import { LETTER, placed, xOf } from "./pictureLayout.ts";
import { hatched } from "./svgGaps.ts";
import { element, label, short } from "./svgText.ts";
import { tracePaths } from "./tracePaths.ts";
import type {
	PictureBus,
	PictureDerived,
	PictureEvents,
	PictureRow,
	PictureTrace,
	ViewPicture,
} from "./ViewPicture.ts";

const MONO = "'JetBrains Mono', 'DejaVu Sans Mono', monospace";
/** How far a trace that is laid over another one stands above it. */
const RAISED = 5;
/** Side of the triangle at a report of the daemon. */
const SIDE = 5;
const BAND_OPACITY = 0.28;
const TINT = 0.22;
const UNDERLINE = 2;

/** What every row shows, with a line below it. */
export function lanes(picture: ViewPicture): string[] {
	const { colors, width } = picture;
	return placed(picture).flatMap(({ row, top }) => {
		const parts: string[] = [];
		if (row.kind === "trace") {
			const { line, fill, dense, unknown } = tracePaths({ ...picture, ...row.of }, row, top);
			if (unknown !== "") parts.push(element("path", { d: unknown, fill: "url(#hatch)" }));
			if (fill !== "") parts.push(element("path", { d: fill, fill: row.color, "fill-opacity": colors.fill }));
			if (dense !== "")
				parts.push(element("path", { d: dense, fill: row.color, "fill-opacity": colors.dense }));
			if (line !== "")
				parts.push(element("path", { d: line, fill: "none", stroke: row.color, "stroke-width": 1.5 }));
			parts.push(...laidOver(picture, row, top), ...triangles(picture, row, top));
		} else if (row.kind === "bus") parts.push(...bus(picture, row, top));
		else if (row.kind === "derived") parts.push(...derived(picture, row, top));
		else if (row.kind === "events") parts.push(...triangles(picture, row, top));
		parts.push(...otherGaps(picture, row, top), ...differences(picture, row, top));
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

/** The other capture's trace, dashed and raised: both can be seen where they are the same. */
function laidOver(picture: ViewPicture, row: PictureTrace, top: number): string[] {
	if (row.laidOver === undefined) return [];
	const { channel, of } = row.laidOver;
	const raised = { ...row, channel, padTop: row.padTop - RAISED, padBottom: row.padBottom + RAISED };
	const { line } = tracePaths({ ...picture, ...of }, raised, top);
	const style = { fill: "none", stroke: picture.colors.textSoft, "stroke-dasharray": "4 3" };
	return line === "" ? [] : [element("path", { d: line, ...style })];
}

/** Watchdogs at the low rail of their lane, events in the middle of their row. */
function triangles(picture: ViewPicture, row: PictureTrace | PictureEvents, top: number): string[] {
	const tip = row.kind === "trace" ? top + row.height - row.padBottom : top + (row.height - SIDE) / 2;
	return row.reports.map((time) => {
		const x = xOf(picture, time);
		const [left, right, base] = [short(x - SIDE / 2), short(x + SIDE / 2), short(tip + SIDE)];
		const d = `M${left} ${base}L${right} ${base}L${short(x)} ${short(tip)}Z`;
		return element("path", { d, fill: picture.colors.attention });
	});
}

/** A line through the means, in a band from the least to the greatest value of each column. */
function derived(picture: ViewPicture, row: PictureDerived, top: number): string[] {
	const { min, mean, max, low, high } = row;
	const room = row.height - row.padTop - row.padBottom;
	const xAt = (column: number): string => short(((column + 0.5) * picture.width) / mean.length);
	const yAt = (value: number): string =>
		short(top + row.padTop + room * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low)));
	let line = "";
	let band = "";
	for (let from = 0; from < mean.length; from++) {
		if (Number.isNaN(mean[from])) continue;
		let upper = "";
		let lower = "";
		let at = from;
		for (; at < mean.length && !Number.isNaN(mean[at]); at++) {
			const x = xAt(at);
			line += `${at === from ? "M" : "L"}${x} ${yAt(mean[at] as number)}`;
			upper += `${at === from ? "M" : "L"}${x} ${yAt(max[at] as number)}`;
			lower = `L${x} ${yAt(min[at] as number)}${lower}`;
		}
		band += `${upper}${lower}Z`;
		from = at;
	}
	if (line === "") return [];
	return [
		element("path", { d: band, fill: row.color, "fill-opacity": BAND_OPACITY }),
		element("path", { d: line, fill: "none", stroke: row.color, "stroke-width": 1.25 }),
	];
}

/** What the other capture lost, in its own rows. */
function otherGaps(picture: ViewPicture, { of, height }: PictureRow, top: number): string[] {
	return (of?.gaps ?? []).flatMap(({ from, to }) => {
		const x = xOf(picture, from);
		return hatched(x, Math.max(3, xOf(picture, to) - x), top, height, picture.colors.lane);
	});
}

function differences(picture: ViewPicture, { differs = [], height }: PictureRow, top: number): string[] {
	const fill = picture.colors.difference;
	return differs.flatMap(({ from, to }) => {
		const x = Math.max(0, xOf(picture, from));
		const width = Math.max(UNDERLINE, Math.min(picture.width, xOf(picture, to)) - x);
		return [
			element("rect", { x, y: top, width, height, fill, "fill-opacity": TINT }),
			element("rect", { x, y: top + height - UNDERLINE, width, height: UNDERLINE, fill }),
		];
	});
}
