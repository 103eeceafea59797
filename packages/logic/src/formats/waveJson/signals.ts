import { FileError } from "../Format.ts";

/** How deep groups may lie in each other. */
const DEEPEST = 100;
/** The longest period or phase; more cannot be counted exactly in the end. */
const MOST_COLUMNS = 1e6;

/** A signal of a WaveJSON file. */
export interface Signal {
	/** With the names of the groups around it. */
	readonly name: string;
	readonly wave: string;
	/** Columns that a letter lasts. */
	readonly period: number;
	/** Columns by which it is shifted to the left. */
	readonly phase: number;
}

/** From a time on, in columns: high (1), low (0), not known (-1). */
export type SignalStep = readonly [column: number, level: -1 | 0 | 1];

/** The signals of a file, without the empty lanes between them. @throws FileError when it has none. */
export function signalsOf(content: unknown): Signal[] {
	const list = typeof content === "object" && content !== null && (content as { signal?: unknown }).signal;
	if (!Array.isArray(list)) throw new FileError('There is no "signal" in it, so that this is no WaveJSON.');
	return list.flatMap((entry) => flattened(entry, []));
}

/** A group is a list that begins with its name. @param depth how many groups are around it */
function flattened(entry: unknown, groups: readonly string[], depth = 0): Signal[] {
	if (Array.isArray(entry)) {
		if (depth === DEEPEST) throw new FileError(`Its groups lie more than ${DEEPEST} deep in each other.`);
		const [first, ...rest] = entry;
		const isNamed = typeof first === "string" || typeof first === "number";
		const inner = isNamed ? [...groups, String(first)] : groups;
		return (isNamed ? rest : entry).flatMap((member) => flattened(member, inner, depth + 1));
	}
	if (typeof entry !== "object" || entry === null) return [];
	const { name, wave, period, phase } = entry as Record<string, unknown>;
	if (typeof wave !== "string" || wave === "") return [];
	return [
		{
			name: [...groups, String(name ?? "")].filter((part) => part !== "").join("."),
			wave,
			period: typeof period === "number" && period > 0 ? columnsOf(period, "period") : 1,
			phase: typeof phase === "number" ? columnsOf(phase, "phase") : 0,
		},
	];
}

function columnsOf(columns: number, what: string): number {
	if (Math.abs(columns) <= MOST_COLUMNS) return columns;
	throw new FileError(`A ${what} of ${columns} columns makes no sense.`);
}

/** Whether a signal is a line: values of a bus ("=", "2" to "9") and columns inside columns ("<", ">") are none. */
export function isLine({ wave }: Signal): boolean {
	return /^[01lLhHpPnNxzud.|]*$/.test(wave);
}

const levels: Readonly<Record<string, -1 | 0 | 1>> = {
	"0": 0,
	l: 0,
	L: 0,
	d: 0,
	"1": 1,
	h: 1,
	H: 1,
	u: 1,
	x: -1,
	z: -1,
};

/** What a signal does, in time order; clocks change twice in a column. */
export function stepsOf({ wave, period, phase }: Signal): SignalStep[] {
	const steps: SignalStep[] = [];
	let clock = "";
	for (let at = 0; at < wave.length; at++) {
		const letter = wave[at] as string;
		const isSame = letter === "." || letter === "|";
		if (!isSame) clock = /[pPnN]/.test(letter) ? letter : "";
		const column = Math.max(0, at * period - phase);
		if (clock !== "") {
			const first = clock === "p" || clock === "P" ? 1 : 0;
			steps.push([column, first], [Math.max(0, (at + 0.5) * period - phase), first === 1 ? 0 : 1]);
		} else if (!isSame) steps.push([column, levels[letter] ?? -1]);
	}
	return steps;
}
