import { type ChannelInfo, FileError } from "../Format.ts";
import { type SampleClock, sampleClock } from "../sigrok/sampleClock.ts";
import { cellsOf, levelOf } from "./cells.ts";
import { namedTimeColumn, timeColumn } from "./timeColumn.ts";

/** Channels in a capture. */
const CHANNELS = 32;

/** How the time of a row is found: in one of its cells, or by counting rows. */
export type CsvTime =
	| {
			readonly kind: "cell";
			readonly column: number;
			/** Digits behind the point that become ticks, counted from seconds. */
			readonly decimals: number;
			/** Powers of ten by which the cell is finer than seconds: 6 for microseconds. */
			readonly exponent: number;
			/** Ticks to add. */
			readonly shift: number;
	  }
	| { readonly kind: "clock"; readonly column: number }
	| { readonly kind: "row"; readonly clock: SampleClock };

/** How a file is to be read, as its first lines tell. */
export interface CsvLayout {
	readonly delimiter: string;
	/** Lines before the first row. */
	readonly headLines: number;
	readonly time: CsvTime;
	readonly ticksPerMicro: number;
	/** The channel that each column holds, -1 for those that are passed over. */
	readonly columns: readonly number[];
	readonly channels: readonly ChannelInfo[];
	readonly remarks: readonly string[];
}

/** @param lines the first ones of the file. @throws FileError when they make no sense. */
export function csvLayout(lines: readonly string[]): CsvLayout {
	const isComment = (line: string) => /^\s*(;|#|\/\/|META\b|$)/.test(line);
	const begin = lines.findIndex((line) => !isComment(line));
	if (begin < 0) throw new FileError("It holds no rows.");
	const comments = lines.slice(0, begin).join("\n");
	const first = lines[begin] ?? "";
	const delimiter = delimiterOf(first);
	const headings = cellsOf(first, delimiter);
	const hasHeader = headings.some((cell) => levelOf(cell) === undefined && !/^[-+]?[\d.,]/.test(cell));
	const headLines = begin + (hasHeader ? 1 : 0);
	const rows = lines
		.slice(headLines)
		.filter((line) => !isComment(line))
		.map((line) => cellsOf(line, delimiter));
	const found = timeColumn(hasHeader ? headings : [], rows, rateOf(comments));
	const clock = found === undefined ? clockOf(comments) : undefined;
	if (found === undefined && clock === undefined)
		throw new FileError(
			'There is neither a column with times (named "Time [s]") nor a "; Samplerate: 1 MHz" above the rows.',
			`Line ${begin + 1}`,
		);
	const isLevel = (column: number) => rows.every((cells) => levelOf(cells[column] ?? "") !== undefined);
	const timed = found?.time.column ?? (hasHeader ? namedTimeColumn(headings) : -1);
	const others = headings.map((_, column) => column).filter((column) => column !== timed);
	const levelled = others.filter(isLevel);
	const taken = levelled.slice(0, CHANNELS);
	if (taken.length === 0) throw new FileError("No column holds levels, 0 and 1.", `Line ${headLines + 1}`);
	const names = namesOf(hasHeader ? headings : [], comments, others);
	return {
		delimiter,
		headLines,
		time: found?.time ?? { kind: "row", clock: clock as SampleClock },
		ticksPerMicro: found?.ticksPerMicro ?? (clock as SampleClock).ticksPerMicro,
		columns: headings.map((_, column) => taken.indexOf(column)),
		channels: taken.map((column, channel) => ({ channel, name: names[column] ?? `Channel ${channel}` })),
		remarks: [
			...leftOut(
				"Left out, holding more than 0 and 1",
				others.filter((column) => !isLevel(column)),
				names,
			),
			...leftOut(
				`A capture has ${CHANNELS} channels. Left out for want of room`,
				levelled.slice(CHANNELS),
				names,
			),
		],
	};
}

function leftOut(what: string, columns: readonly number[], names: readonly (string | undefined)[]): string[] {
	if (columns.length === 0) return [];
	return [`${what}: ${columns.map((column) => names[column] ?? `column ${column + 1}`).join(", ")}.`];
}

/** Which of the usual ones there are most of. */
function delimiterOf(line: string): string {
	const counts = [",", ";", "\t"].map((delimiter) => [cellsOf(line, delimiter).length, delimiter] as const);
	return counts.reduce((best, next) => (next[0] > best[0] ? next : best))[1];
}

/** sigrok names columns by their unit unless told otherwise, and the channels in a comment. */
function namesOf(
	headings: readonly string[],
	comments: string,
	others: readonly number[],
): (string | undefined)[] {
	const listed = /^;\s*Channels \([^)]*\):\s*(.+)$/m.exec(comments)?.[1]?.split(/,\s*/);
	const areUnits = others.every((column) => headings[column] === "logic" || headings[column] === undefined);
	if (listed === undefined || !areUnits) return [...headings];
	const names: (string | undefined)[] = [];
	for (const [place, column] of others.entries()) names[column] = listed[place];
	return names;
}

/** Samples a second, as sigrok's comments tell. */
function rateOf(comments: string): number | undefined {
	const [, number, prefix = ""] = /samplerate:\s*([\d.]+)\s*([kMG]?)(?:Hz)?/i.exec(comments) ?? [];
	if (number === undefined) return undefined;
	const rate = Number(number) * ({ k: 1e3, m: 1e6, g: 1e9 }[prefix.toLowerCase()] ?? 1);
	return rate > 0 ? rate : undefined;
}

function clockOf(comments: string): SampleClock | undefined {
	const rate = rateOf(comments);
	return rate === undefined ? undefined : sampleClock(rate);
}
