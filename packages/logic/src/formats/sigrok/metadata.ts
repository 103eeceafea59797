import { FileError } from "../Format.ts";

/** What the member `metadata` of a sigrok session says of its samples. */
export interface SigrokMetadata {
	/** Name of the members with samples, such as "logic-1". */
	readonly captureFile: string;
	/** Samples a second, in hertz; undefined when it is not said. */
	readonly rate: number | undefined;
	/** Bytes a sample. */
	readonly unitSize: number;
	/** Names of the digital channels; bit n of a sample is the nth. Undefined ones are not used. */
	readonly names: readonly (string | undefined)[];
	readonly analogChannels: number;
	/** How many captures the file holds beside this one. */
	readonly otherDevices: number;
}

const PLACE = "metadata";
const LARGEST_UNIT = 512;

/** @throws FileError when what is needed is missing or makes no sense. */
export function parseMetadata(text: string): SigrokMetadata {
	const sections = parseSections(text);
	const devices = sections.filter(({ name }) => /^device \d+$/i.test(name));
	const device = devices.find(({ values }) => values.has("capturefile")) ?? devices[0];
	if (device === undefined) throw new FileError("It has no section [device 1].", PLACE);
	const { values } = device;
	const names: (string | undefined)[] = [];
	for (const [key, name] of values) {
		const number = Number(/^probe(\d+)$/.exec(key)?.[1] ?? 0);
		if (number >= 1 && number <= LARGEST_UNIT * 8) names[number - 1] = name;
	}
	const probes = wholeNumber(values, "total probes", 0, LARGEST_UNIT * 8) ?? names.length;
	// Some writers number only what they name; a file without any names has channels all the same.
	if (names.length === 0) for (let at = 0; at < probes; at++) names.push(`D${at}`);
	const unitSize = wholeNumber(values, "unitsize", 1, LARGEST_UNIT);
	if (names.length === 0) throw new FileError("It names no digital channel; only those can be shown.", PLACE);
	if (unitSize === undefined)
		throw new FileError("It does not say how many bytes a sample has (unitsize).", PLACE);
	return {
		captureFile: values.get("capturefile") ?? "logic-1",
		rate: parseRate(values.get("samplerate")),
		unitSize,
		names: Array.from(names),
		analogChannels: wholeNumber(values, "total analog", 0, LARGEST_UNIT * 8) ?? 0,
		otherDevices: devices.length - 1,
	};
}

/** What the writer says; the order and spelling are those of sigrok. */
export function formatMetadata(names: readonly string[], rate: number, unitSize: number): string {
	return [
		"[global]",
		"sigrok version=0.5.2",
		"",
		"[device 1]",
		"capturefile=logic-1",
		`total probes=${names.length}`,
		`samplerate=${rateText(rate)}`,
		"total analog=0",
		...names.map((name, at) => `probe${at + 1}=${name.replace(/[\r\n]+/g, " ")}`),
		`unitsize=${unitSize}`,
		"",
	].join("\n");
}

interface Section {
	readonly name: string;
	readonly values: Map<string, string>;
}

function parseSections(text: string): Section[] {
	const sections: Section[] = [];
	for (const raw of text.split(/\r\n?|\n/)) {
		const line = raw.trim();
		const header = /^\[(.*)\]$/.exec(line)?.[1];
		if (header !== undefined) sections.push({ name: header.trim(), values: new Map() });
		const equals = line.indexOf("=");
		if (header === undefined && equals > 0)
			sections.at(-1)?.values.set(line.slice(0, equals).trim().toLowerCase(), line.slice(equals + 1).trim());
	}
	return sections;
}

function wholeNumber(values: Map<string, string>, key: string, least: number, most: number) {
	const text = values.get(key);
	if (text === undefined) return undefined;
	const number = Number(text);
	if (!Number.isInteger(number) || number < least || number > most)
		throw new FileError(`"${key}=${text}" is not a whole number from ${least} to ${most}.`, PLACE);
	return number;
}

const prefixes: Readonly<Record<string, number>> = { "": 1, k: 1e3, m: 1e6, g: 1e9 };

/** Reads "1 MHz", "1000 kHz", "1000000 Hz" and "1000000". */
function parseRate(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const [, number, prefix = ""] = /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:hz)?$/i.exec(text) ?? [];
	const rate = Number(number) * (prefixes[prefix.toLowerCase()] ?? Number.NaN);
	if (Number.isNaN(rate) || rate > 1e12)
		throw new FileError(`"samplerate=${text}" is not a sample rate such as "1 MHz".`, PLACE);
	return rate > 0 ? rate : undefined;
}

function rateText(rate: number): string {
	for (const [unit, size] of [
		["GHz", 1e9],
		["MHz", 1e6],
		["kHz", 1e3],
	] as const)
		if (rate % size === 0) return `${rate / size} ${unit}`;
	return `${rate} Hz`;
}
