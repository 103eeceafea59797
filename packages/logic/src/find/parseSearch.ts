import { ANY_WIDTH, readWidth } from "./readWidth.ts";
import { ANY_CHANNEL, type Search } from "./Search.ts";
import { SearchReader } from "./SearchReader.ts";
import { decoderWords, kindSynonyms, type SearchKindWord, searchKinds } from "./searchWords.ts";

export interface SearchChannel {
	readonly channel: number;
	readonly name: string;
	/** Shown the other way round: its high is what the capture has as low. */
	readonly isInverted?: boolean;
}

export interface SearchBus {
	readonly name: string;
	/** From the highest bit down. */
	readonly channels: readonly number[];
	/** Those of them that count the other way round, as a mask. */
	readonly inverted?: number;
}

/** What a search may name. */
export interface SearchWorld {
	readonly channels: readonly SearchChannel[];
	/** Groups of channels that show a number. */
	readonly buses?: readonly SearchBus[];
}

/** A way in which a search may go on. */
export interface SearchSuggestion {
	/** What stands there then. */
	readonly text: string;
	readonly summary: string;
}

export type ParsedSearch =
	/** Widths in microseconds. `words` names what is sought: `pulse under 12 µs on Fan PWM`. */
	| { readonly kind: "search"; readonly search: Search; readonly words: string }
	/** Right as far as it goes; `allowed` says what may follow. */
	| { readonly kind: "unfinished"; readonly message: string }
	/** What stands at [from, to) of the text is not understood. */
	| { readonly kind: "wrong"; readonly from: number; readonly to: number; readonly message: string };

/** What was read, and how the text may go on at its end. */
export interface SearchReading {
	readonly parsed: ParsedSearch;
	/** Where the suggestions would stand, to the end of the text. */
	readonly from: number;
	readonly suggestions: readonly SearchSuggestion[];
}

interface Part {
	readonly search: Search;
	readonly words: string;
}

/**
 * Reads what a person typed into the find field: `rise on Fan PWM`, `high pulse 1..2 ms on 12`, `17=0 & 22=1`,
 * `bus0=0x3F`, `watchdog`, `gap`. Says what is wrong and where, and how the text may go on at its end.
 */
export function readSearch(text: string, world: SearchWorld): SearchReading {
	const reader = new SearchReader(text);
	const part = readPart(reader, world);
	const { from, suggestions } = reader;
	if (part !== undefined && reader.atEnd) return { parsed: { kind: "search", ...part }, from, suggestions };
	return { parsed: reader.problem(), from, suggestions };
}

function readPart(reader: SearchReader, world: SearchWorld): Part | undefined {
	if (isForDecoder(reader)) return undefined;
	for (const word of Object.keys(searchKinds) as SearchKindWord[])
		reader.offer({ text: word, summary: searchKinds[word].summary });
	const mark = reader.at;
	const pattern = readPattern(reader, world);
	if (pattern !== undefined) return pattern;
	reader.at = mark;
	const word = readKind(reader);
	if (word === undefined) return undefined;
	const kind = searchKinds[word];
	if (kind.kind === "gap") return { search: { kind: "gap" }, words: "gap" };
	const width = kind.kind === "pulse" ? readWidth(reader) : ANY_WIDTH;
	const place = width && readPlace(reader, world);
	if (width === undefined || place === undefined) return undefined;
	const { summary: _, ...what } = kind;
	return {
		search: {
			...(place.isInverted ? turned(what) : what),
			...width.bounds,
			channels: place.channels,
		} as Search,
		words: [KIND_WORDS[word], width.words, place.words].filter((part) => part !== "").join(" "),
	};
}

type KindOfSearch = (typeof searchKinds)[SearchKindWord] extends infer K ? Omit<K, "summary"> : never;

/** What is to be sought in the capture for something that is seen the other way round. */
function turned(what: KindOfSearch): object {
	if ("direction" in what && what.direction !== "either")
		return { ...what, direction: what.direction === "rising" ? "falling" : "rising" };
	if ("level" in what && what.level !== "either") return { ...what, level: what.level === 1 ? 0 : 1 };
	return what;
}

const KIND_WORDS: Readonly<Record<SearchKindWord, string>> = {
	rise: "rising edge",
	fall: "falling edge",
	edge: "edge",
	pulse: "pulse",
	"high pulse": "high pulse",
	"low pulse": "low pulse",
	watchdog: "watchdog report",
	gap: "gap",
};

function isForDecoder(reader: SearchReader): boolean {
	const word = decoderWords.find((name) => reader.peeksWord(name));
	const what = word ?? (reader.peeks("/") ? "/text/" : undefined);
	if (what === undefined) return false;
	reader.refuse(`Searching ${what} needs a decoder. Edges, pulses and levels can be searched without one.`);
	return true;
}

function readKind(reader: SearchReader): SearchKindWord | undefined {
	const words = Object.keys(searchKinds) as SearchKindWord[];
	const all = [...words, ...Object.keys(kindSynonyms)].sort((a, b) => b.length - a.length);
	const found = all.find((word) => reader.takeWord(word));
	return found === undefined ? undefined : (kindSynonyms[found] ?? (found as SearchKindWord));
}

/** `17=0 & Fan PWM=1 & bus0=0x3F`; undefined when it does not begin as one. */
function readPattern(reader: SearchReader, world: SearchWorld): Part | undefined {
	let care = 0;
	let value = 0;
	const words: string[] = [];
	do {
		const term = readLevel(reader, world);
		if (term === undefined) return undefined;
		if ((care & term.care & (value ^ term.value)) !== 0) {
			reader.refuse("No channel can be both low and high.");
			return undefined;
		}
		care |= term.care;
		value |= term.value;
		words.push(term.words);
		reader.offer({ text: "&", summary: "and another level" });
	} while (reader.take("&") || reader.takeWord("and"));
	return {
		search: { kind: "pattern", care: care >>> 0, value: value >>> 0 },
		words: `moment with ${words.join(" and ")}`,
	};
}

interface LevelTerm {
	readonly care: number;
	readonly value: number;
	readonly words: string;
}

function readLevel(reader: SearchReader, world: SearchWorld): LevelTerm | undefined {
	const bus = (world.buses ?? []).find(({ name }) => {
		reader.offer({ text: `${name}=`, summary: "A value of this bus" });
		return reader.takeWord(name);
	});
	if (bus !== undefined) return readBusValue(reader, bus);
	const channel = readChannel(reader, world, (name) => ({ text: `${name}=`, summary: "A level" }));
	if (channel === undefined) return undefined;
	reader.offer({ text: "=", summary: "A level" });
	if (!reader.take("=")) return undefined;
	for (const [text, summary] of [
		["0", "Low"],
		["1", "High"],
	] as const)
		reader.offer({ text, summary });
	const isHigh = reader.takeWord("1") || reader.takeWord("high");
	if (!isHigh && !reader.takeWord("0") && !reader.takeWord("low")) return undefined;
	const bit = 1 << channel.channel;
	return {
		care: bit,
		value: isHigh !== (channel.isInverted === true) ? bit : 0,
		words: `${channel.name} ${isHigh ? "high" : "low"}`,
	};
}

function readBusValue(
	reader: SearchReader,
	{ name, channels, inverted = 0 }: SearchBus,
): LevelTerm | undefined {
	reader.offer({ text: "=", summary: "A value of this bus" });
	if (!reader.take("=")) return undefined;
	reader.offer({ text: "0x0", summary: "A number" });
	const number = reader.takePattern(/0x[0-9a-f]+|0b[01]+|\d+/iy);
	if (number === undefined) return undefined;
	const most = 2 ** channels.length - 1;
	if (Number(number) > most) {
		reader.refuse(`${name} has ${channels.length} channels, so its value is at most ${most}.`, number.length);
		return undefined;
	}
	let care = 0;
	let value = 0;
	channels.forEach((channel, place) => {
		care |= 1 << channel;
		if ((Number(number) >>> (channels.length - 1 - place)) & 1) value |= 1 << channel;
	});
	return { care, value: value ^ (inverted & care), words: `${name} at ${number}` };
}

/** `17`, `GPIO 17` or a name. */
function readChannel(
	reader: SearchReader,
	{ channels }: SearchWorld,
	suggest: (name: string) => SearchSuggestion,
): SearchChannel | undefined {
	for (const { channel, name } of channels) reader.offer(suggest(name), [String(channel), `GPIO ${channel}`]);
	const longestFirst = [...channels].sort((a, b) => b.name.length - a.name.length);
	const named = longestFirst.find(({ name }) => reader.takeWord(name));
	if (named !== undefined) return named;
	const mark = reader.at;
	reader.takeWord("gpio");
	const number = reader.takePattern(/\d+/y);
	if (number === undefined) {
		reader.at = mark;
		return undefined;
	}
	const known = channels.find(({ channel }) => channel === Number(number));
	const isBeginning = channels.some(({ channel }) => String(channel).startsWith(number));
	if (known === undefined && !(isBeginning && reader.atEnd))
		reader.refuse(`There is no channel ${number} here.`, number.length);
	return known;
}

interface Place {
	readonly channels: number;
	/** Whether its lanes are shown the other way round. */
	readonly isInverted: boolean;
	readonly words: string;
}

/** `on Fan PWM, 17`; without it all channels count. Undefined when it is not right. */
function readPlace(reader: SearchReader, world: SearchWorld): Place | undefined {
	reader.offer({ text: "on", summary: "Only on one lane" });
	if (!reader.takeWord("on")) return { channels: ANY_CHANNEL, isInverted: false, words: "on any lane" };
	let channels = 0;
	const named: SearchChannel[] = [];
	do {
		const channel = readChannel(reader, world, (name) => ({ text: name, summary: "" }));
		if (channel === undefined) return undefined;
		channels |= 1 << channel.channel;
		named.push(channel);
	} while (reader.take(","));
	const isInverted = named[0]?.isInverted === true;
	if (named.some((one) => (one.isInverted === true) !== isInverted)) {
		reader.refuse("Lanes that are inverted and lanes that are not are searched one after the other.", 1);
		return undefined;
	}
	return { channels: channels >>> 0, isInverted, words: `on ${named.map(({ name }) => name).join(", ")}` };
}
