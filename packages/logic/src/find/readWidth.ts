import { parseTime } from "../time/parseTime.ts";
import type { SearchReader } from "./SearchReader.ts";
import { comparisons } from "./searchWords.ts";

/** Bounds of widths are moved by this share, so that a rounding error neither lets one in nor keeps one out. */
const ROUNDING = 1e-12;

/** Which widths a search wants. */
export interface Width {
	/** Microseconds. */
	readonly bounds: { readonly min?: number; readonly max?: number };
	readonly words: string;
}

export const ANY_WIDTH: Width = { bounds: {}, words: "" };

/** `< 12 µs`, `1..2 ms`, or nothing; undefined when it is not right. */
export function readWidth(reader: SearchReader): Width | undefined {
	reader.offer({ text: "<", summary: "Narrower than" });
	reader.offer({ text: ">", summary: "Wider than" });
	reader.offer({ text: "1..2 ms", summary: "From one width to another" });
	const sign = (Object.keys(comparisons) as (keyof typeof comparisons)[]).find((one) => reader.take(one));
	if (sign !== undefined) {
		const time = readTime(reader);
		if (time === undefined) return undefined;
		const { min, max, strict, words } = comparisons[sign];
		const outwards = strict ? -ROUNDING : ROUNDING;
		return {
			bounds: {
				...(min && { min: time.micros * (1 - outwards) }),
				...(max && { max: time.micros * (1 + outwards) }),
			},
			words: `${words} ${time.text}`,
		};
	}
	return reader.peeksPattern(/[\d.]/y) ? readRange(reader) : ANY_WIDTH;
}

function readRange(reader: SearchReader): Width | undefined {
	const range = reader.takeMatch(
		/(\d+(?:\.\d+)?)\s*([nuµμm]?s|min)?\s*(?:\.\.|to|–|-)\s*(\d+(?:\.\d+)?)\s*([nuµμm]?s\b|min\b)?/iy,
	);
	if (range === undefined) {
		const number = reader.takePattern(/[\d.]+/y) ?? "";
		if (!reader.atEnd)
			reader.refuse("A width needs < or > before it, or two times as 1..2 ms.", number.length);
		else if (!number.includes("..")) reader.offer({ text: "..", summary: "to a second width" });
		return undefined;
	}
	const [all, low = "", lowUnit, high = "", highUnit = "µs"] = range;
	const min = parseTime(`${low} ${lowUnit ?? highUnit}`) ?? 0;
	const max = parseTime(`${high} ${highUnit}`) ?? 0;
	if (min > max) {
		reader.refuse("The first width must be the smaller one.", all.length);
		return undefined;
	}
	const text = `${low}${lowUnit === undefined ? "" : `\u00a0${lowUnit}`} to ${high}\u00a0${highUnit}`;
	return {
		bounds: { min: min * (1 - ROUNDING), max: max * (1 + ROUNDING) },
		words: `of ${text}`,
	};
}

function readTime(reader: SearchReader): { readonly micros: number; readonly text: string } | undefined {
	reader.offer({ text: "10 µs", summary: "A time" });
	const number = reader.takePattern(/\d+(?:\.\d+)?/y);
	if (number === undefined) return undefined;
	for (const unit of ["ns", "µs", "ms", "s"]) reader.offer({ text: unit, summary: "" });
	const unit = ["ns", "us", "µs", "μs", "ms", "s", "min", "h"].find((one) => reader.takeWord(one)) ?? "µs";
	const shown = unit === "us" || unit === "μs" ? "µs" : unit;
	const micros = parseTime(`${number} ${shown}`);
	return micros === undefined ? undefined : { micros, text: `${number}\u00a0${shown}` };
}
