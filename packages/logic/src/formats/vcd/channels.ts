import type { ChannelBus, ChannelInfo } from "../Format.ts";
import type { VcdVariable } from "./VcdHeader.ts";

/** Channels in a capture. */
const CHANNELS = 32;
/** How many names a remark says at most. */
const NAMED = 6;
/** Variables that are lines or registers; reals, strings, events and a program's own numbers are not. */
const lineTypes: ReadonlySet<string> = new Set([
	"wire",
	"reg",
	"logic",
	"bit",
	"port",
	"in",
	"out",
	"inout",
	"tri",
	"tri0",
	"tri1",
	"triand",
	"trior",
	"trireg",
	"uwire",
	"wand",
	"wor",
	"supply0",
	"supply1",
]);

/** Where the values of a variable go: channels [first, first + width), least significant bit first. */
export interface VcdTarget {
	readonly first: number;
	/** 0 for a variable that is left out. */
	readonly width: number;
}

export interface VcdChannels {
	readonly channels: readonly ChannelInfo[];
	/** The variables of several bits. */
	readonly buses: readonly ChannelBus[];
	/** By identifier. */
	readonly targets: ReadonlyMap<string, VcdTarget>;
	readonly remarks: readonly string[];
}

const leftOut: VcdTarget = { first: 0, width: 0 };

/**
 * Gives the variables of a file to channels, in the order of the file, each with all of its bits or not at all. An
 * identifier that has several names is one line and gets the first of them.
 */
export function assignChannels(variables: readonly VcdVariable[]): VcdChannels {
	const targets = new Map<string, VcdTarget>();
	const taken: VcdVariable[] = [];
	const tooMany: VcdVariable[] = [];
	const noLines: VcdVariable[] = [];
	let used = 0;
	for (const variable of variables) {
		const { id, type, width } = variable;
		if (targets.has(id)) continue;
		const isLine = lineTypes.has(type.toLowerCase()) && width > 0;
		const fits = used + width <= CHANNELS;
		targets.set(id, isLine && fits ? { first: used, width } : leftOut);
		if (!isLine) noLines.push(variable);
		else if (!fits) tooMany.push(variable);
		else {
			taken.push(variable);
			used += width;
		}
	}
	const depth = commonDepth(taken);
	const nameOf = ({ scopes, name }: VcdVariable) => [...scopes.slice(depth), name].join(".");
	const channels = taken
		.flatMap((variable) => bitNames(variable, nameOf(variable)))
		.map((name, channel) => ({ channel, name }));
	const buses = taken.flatMap((variable) => {
		const { first, width } = targets.get(variable.id) ?? leftOut;
		if (width < 2) return [];
		return [{ name: nameOf(variable), channels: Array.from({ length: width }, (_, bit) => first + bit) }];
	});
	const remarks: string[] = [];
	if (tooMany.length > 0)
		remarks.push(
			`A capture has ${CHANNELS} channels. Left out for want of room: ${listed(tooMany.map(nameOf))}.`,
		);
	if (noLines.length > 0)
		remarks.push(
			`Left out, being no digital lines: ${listed(noLines.map((variable) => `${nameOf(variable)} (${variable.type})`))}.`,
		);
	return { channels, buses, targets, remarks };
}

/** How many outer scopes all variables have in common: they tell nothing apart. */
function commonDepth(variables: readonly VcdVariable[]): number {
	const [first, ...others] = variables.map(({ scopes }) => scopes);
	if (first === undefined) return 0;
	let depth = 0;
	while (depth < first.length && others.every((scopes) => scopes[depth] === first[depth])) depth++;
	return depth;
}

/** A name for each bit, the least significant first. */
function bitNames({ width, range }: VcdVariable, name: string): string[] {
	if (width === 1) return [range === undefined ? name : `${name}[${range[1]}]`];
	const [left, right] = range ?? [width - 1, 0];
	const step = left < right ? -1 : 1;
	return Array.from({ length: width }, (_, bit) => `${name}[${right + step * bit}]`);
}

function listed(names: readonly string[]): string {
	const rest = names.length - NAMED;
	return rest > 0 ? `${names.slice(0, NAMED).join(", ")} and ${rest} more` : names.join(", ");
}
