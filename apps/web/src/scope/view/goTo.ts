import { parseTime } from "@gpioscope/logic";
import type { NamedMarker } from "../scopeStore.ts";
import type { Zero } from "./tickLabels.ts";

/** What a written time may refer to. Times in µs of the capture. */
export interface GoToFacts {
	readonly zero: Zero;
	readonly cursors: Readonly<Partial<Record<"gold" | "blue" | "green" | "red", number>>>;
	readonly named: readonly NamedMarker[];
	/** What `+5 ms` counts from. */
	readonly here: number;
	/** One moment on both clocks, for times of day. */
	readonly anchor: { readonly time: number; readonly wall: number } | undefined;
}

const CURSOR_LETTERS = { g: "gold", b: "blue", "1": "green", "2": "red" } as const;

/** Reads a place in time: `1.234 s`, `+5 ms`, `@G`, `@M3 -20us`, `14:32:07.5`. Undefined when it is none. */
export function parseGoTo(text: string, facts: GoToFacts): number | undefined {
	const trimmed = text.trim();
	if (trimmed === "") return undefined;
	const reference = /^@([gb12]|m?\d+)\b\s*(.*)$/i.exec(trimmed);
	if (reference !== null) {
		const start = referenceTime(reference[1] ?? "", facts);
		const rest = reference[2] ?? "";
		const offset = rest === "" ? 0 : parseTime(rest);
		return start === undefined || offset === undefined ? undefined : start + offset;
	}
	const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?$/.exec(trimmed.replace(/\s/g, ""));
	if (clock !== null) return clockTime(clock, facts);
	const value = parseTime(trimmed);
	if (value === undefined) return undefined;
	if (/^[+−-]/.test(trimmed)) return facts.here + value;
	return facts.zero.time + value;
}

function referenceTime(letter: string, { cursors, named }: GoToFacts): number | undefined {
	const name = letter.toLowerCase();
	if (name in CURSOR_LETTERS) return cursors[CURSOR_LETTERS[name as keyof typeof CURSOR_LETTERS]];
	const number = Number(name.replace("m", ""));
	return named.find((marker) => marker.number === number)?.time;
}

/** The time of day nearest to the capture's own clock. */
function clockTime(match: RegExpExecArray, { anchor }: GoToFacts): number | undefined {
	if (anchor === undefined) return undefined;
	const [, hours = "0", minutes = "0", seconds = "0"] = match;
	const date = new Date(anchor.wall);
	date.setHours(Number(hours), Number(minutes), 0, 0);
	const wall = date.getTime() + Number(seconds.replace(",", ".")) * 1000;
	const day = 24 * 3600 * 1000;
	const nearest = wall - anchor.wall > day / 2 ? wall - day : wall;
	return anchor.time + (nearest - anchor.wall) * 1000;
}
