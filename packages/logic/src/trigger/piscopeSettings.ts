import type { Trigger } from "@gpioscope/protocol";
import { FileError } from "../formats/Format.ts";
import { type PiscopeAction, piscopeSamples, triggerFromPiscope } from "./piscopeTriggers.ts";
import { triggerProblem } from "./triggerProblem.ts";

/** What piscope keeps in its settings file, `piscope.conf`. */
export interface PiscopeSettings {
	/** The Pi it connects to; undefined when none is named. */
	readonly address: { readonly host: string; readonly port: number } | undefined;
	/** The GPIOs it shows, ascending; undefined when none were chosen. */
	readonly gpios: readonly number[] | undefined;
	/** Those that look at a line at all, with their numbers 1 to 4, and on as they are on there. */
	readonly triggers: readonly Trigger[];
}

const PORT = 8888;
const TRIGGERS = [1, 2, 3, 4];
/** By the number that stands for each in the file. */
const ACTIONS: readonly PiscopeAction[] = ["count", "sample from", "sample around", "sample to"];
const SIGNS = ["-", "0", "1", "E", "F", "R"];

interface Entry {
	readonly value: string;
	/** From 1. */
	readonly line: number;
}

/**
 * Reads piscope's settings: a key file with one group `[Settings]`. What is left out there has piscope's own default.
 *
 * @throws FileError when it is none, or names the line that cannot be read
 */
export function readPiscopeSettings(text: string): PiscopeSettings {
	const entries = readKeys(text);
	const host = entries.get("serverAddress")?.value ?? "";
	const port = oneNumber(entries.get("serverPort"), 1, 65_535) ?? PORT;
	const samples = piscopeSamples[oneNumber(entries.get("triggerSamples"), 0, piscopeSamples.length - 1) ?? 0];
	const triggers = TRIGGERS.flatMap((number) => readTrigger(number, entries, samples ?? 0));
	const gpios = entries.get("activeGPIOs");
	return {
		address: host === "" ? undefined : { host, port },
		gpios: gpios && [...numbers(gpios, 31)].sort((a, b) => a - b),
		triggers,
	};
}

function readTrigger(number: number, entries: ReadonlyMap<string, Entry>, samples: number): Trigger[] {
	const types = entries.get(`trigger${number}GPIOTypes`);
	if (types === undefined) return [];
	const pattern = numbers(types, SIGNS.length - 1);
	if (pattern.length > 32) throw wrong(types, `${pattern.length} numbers, but there are 32 GPIOs`);
	const action = ACTIONS[oneNumber(entries.get(`trigger${number}Action`), 0, ACTIONS.length - 1) ?? 0];
	const signs = pattern.map((type) => SIGNS[type]).join("");
	const trigger = triggerFromPiscope(number, signs, action ?? "count", samples);
	if (triggerProblem(trigger) !== undefined) return [];
	return [{ ...trigger, enabled: isOn(entries.get(`trigger${number}Enabled`)) }];
}

/** The keys of the group, by name; a key that comes twice has its last value. */
function readKeys(text: string): ReadonlyMap<string, Entry> {
	const entries = new Map<string, Entry>();
	let group = "";
	for (const [index, raw] of text.split(/\r?\n/).entries()) {
		const line = raw.trim();
		if (line === "" || line.startsWith("#")) continue;
		const named = /^\[(.*)\]$/.exec(line)?.[1];
		if (named !== undefined) {
			group = named;
			continue;
		}
		const at = line.indexOf("=");
		if (at < 1) throw new FileError(`"${line.slice(0, 40)}" is no key with a value.`, `Line ${index + 1}`);
		if (group !== "Settings") continue;
		entries.set(line.slice(0, at).trim(), { value: line.slice(at + 1).trim(), line: index + 1 });
	}
	if (entries.size === 0) throw new FileError("These are no settings of piscope.");
	return entries;
}

/** Whole numbers from 0 to `most`, each followed by a semicolon. */
function numbers(entry: Entry, most: number): number[] {
	return entry.value
		.split(";")
		.map((part) => part.trim())
		.filter((part) => part !== "")
		.map((part) => {
			const value = /^\d+$/.test(part) ? Number(part) : Number.NaN;
			if (!(value <= most)) throw wrong(entry, `"${part}" is no number from 0 to ${most}`);
			return value;
		});
}

function oneNumber(entry: Entry | undefined, least: number, most: number): number | undefined {
	if (entry === undefined || entry.value === "") return undefined;
	const [value, ...others] = numbers(entry, most);
	if (value === undefined || others.length > 0 || value < least)
		throw wrong(entry, `"${entry.value}" is no number from ${least} to ${most}`);
	return value;
}

function isOn(entry: Entry | undefined): boolean {
	if (entry === undefined) return false;
	if (/^(true|1)$/i.test(entry.value)) return true;
	if (/^(false|0)$/i.test(entry.value)) return false;
	throw wrong(entry, `"${entry.value}" is neither on nor off`);
}

function wrong({ line }: Entry, what: string): FileError {
	return new FileError(`${what}.`, `Line ${line}`);
}
