import { parseTime } from "@gpioscope/logic";
import type { NamedMarker } from "../scopeStore.ts";
import { parseWallClock } from "./parseWallClock.ts";
import type { Zero } from "./tickLabels.ts";

/** What a written time may refer to. Times in µs of the capture. */
export interface GoToFacts {
	readonly zero: Zero;
	readonly cursors: Readonly<Partial<Record<"gold" | "blue" | "green" | "red", number>>>;
	readonly named: readonly NamedMarker[];
	/** Where the trigger hit, in a capture that one kept. */
	readonly trigger: number | undefined;
	/** What `+5 ms` counts from. */
	readonly here: number;
	/** One moment on both clocks, for times of day. */
	readonly anchor: { readonly time: number; readonly wall: number } | undefined;
}

/** A capture time in µs, or why the text is none. */
export type GoTo = { readonly time: number } | { readonly problem: string };

const CURSOR_LETTERS = { g: "gold", b: "blue", "1": "green", "2": "red" } as const;
const EXAMPLES = "A time (1.234 s, +5 ms), a marker (@G, @M3 +2 ms, @T) or a clock (14:32:07).";

/** Reads a place in time: `1.234 s`, `+5 ms`, `@G`, `@M3 -20us`, `@Stop bit`, `@T`, `14:32:07.5`, `2026-11-20 14:32`. */
export function parseGoTo(text: string, facts: GoToFacts): GoTo {
	const trimmed = text.trim();
	if (trimmed.startsWith("@")) return parseReference(trimmed.slice(1), facts);
	const { anchor, here, zero } = facts;
	const wall = parseWallClock(trimmed, anchor?.wall ?? 0);
	if (wall !== undefined) {
		if (anchor === undefined) return { problem: "When this was captured by the clock is not known." };
		return { time: anchor.time + (wall - anchor.wall) * 1000 };
	}
	const value = trimmed === "" ? undefined : parseTime(trimmed);
	if (value === undefined) return { problem: EXAMPLES };
	return { time: (/^[+−-]/.test(trimmed) ? here : zero.time) + value };
}

/** `G`, `M3`, `3`, `T` or a marker's name, with a distance behind it or not. */
function parseReference(text: string, facts: GoToFacts): GoTo {
	const found = referenceIn(text, facts);
	if (found === undefined) return { problem: `There is no marker ${text.trim()}. ${knownText(facts)}` };
	if (found.time === undefined) return { problem: `${found.name} is not set. ${knownText(facts)}` };
	const rest = text.slice(found.length).trim();
	const offset = rest === "" ? 0 : parseTime(rest);
	if (offset === undefined || !/^([+−-]|$)/.test(rest))
		return { problem: `Behind a marker comes a distance with + or −, not ${rest}.` };
	return { time: found.time + offset };
}

interface Reference {
	readonly name: string;
	/** Undefined when there is such a thing, but not now. */
	readonly time: number | undefined;
	/** Characters that name it. */
	readonly length: number;
}

function referenceIn(text: string, { cursors, named, trigger }: GoToFacts): Reference | undefined {
	const lower = text.toLowerCase();
	// The longest name first: "Stop bit" is not "Stop".
	const byName = [...named]
		.sort((a, b) => b.name.length - a.name.length)
		.find(({ name }) => name !== "" && lower.startsWith(name.toLowerCase()) && endsWord(text, name.length));
	if (byName !== undefined) return { name: byName.name, time: byName.time, length: byName.name.length };
	const [word = ""] = /^m?\d+|^[a-z]\b/i.exec(text) ?? [];
	const letter = word.toLowerCase();
	if (letter === "t") return { name: "The trigger's hit", time: trigger, length: 1 };
	if (Object.hasOwn(CURSOR_LETTERS, letter)) {
		const cursor = CURSOR_LETTERS[letter as keyof typeof CURSOR_LETTERS];
		return { name: cursor[0]?.toUpperCase() + cursor.slice(1), time: cursors[cursor], length: 1 };
	}
	const number = Number(letter.replace("m", ""));
	const marker = letter === "" ? undefined : named.find((one) => one.number === number);
	return marker === undefined
		? undefined
		: { name: `Marker ${number}`, time: marker.time, length: word.length };
}

function endsWord(text: string, length: number): boolean {
	return !/[\p{L}\p{N}]/u.test(text[length] ?? "");
}

/** What can be referred to. */
function knownText({ cursors, named, trigger }: GoToFacts): string {
	const known = [
		...Object.entries(CURSOR_LETTERS)
			.filter(([, cursor]) => cursors[cursor] !== undefined)
			.map(([letter]) => letter.toUpperCase()),
		...(trigger === undefined ? [] : ["T"]),
		...named.map(({ number, name }) => (name === "" ? `M${number}` : `M${number} ${name}`)),
	];
	return known.length === 0 ? "No marker is set yet." : `There is ${known.join(", ")}.`;
}
