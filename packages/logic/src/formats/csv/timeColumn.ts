import { levelOf } from "./cells.ts";
import type { CsvTime } from "./csvLayout.ts";

const isTimeName = /^"?\s*(time|zeit|timestamp|seconds|micros)\b|_(s|ms|us|ns)$/i;
const unitName = /\b(s|ms|us|µs|μs|ns|ps)\b\W*$|_(s|ms|us|ns)$/i;
const exponents: Readonly<Record<string, number>> = { s: 0, ms: 3, us: 6, µs: 6, μs: 6, ns: 9, ps: 12 };
/** Digits behind the point of a second for times with an exponent, and at most. */
const FLOAT_DECIMALS = 9;
const MOST_DECIMALS = 15;

export interface FoundTime {
	readonly time: Exclude<CsvTime, { kind: "row" }>;
	readonly ticksPerMicro: number;
}

/** The column whose name says that it holds times; -1 when there is none. */
export function namedTimeColumn(headings: readonly string[]): number {
	return headings.findIndex((heading) => isTimeName.test(heading));
}

/**
 * The column with the times; undefined when there is none.
 *
 * @param rate samples a second where sigrok tells: its times have no unit, and count from one sample on.
 */
export function timeColumn(
	headings: readonly string[],
	rows: readonly (readonly string[])[],
	rate: number | undefined,
): FoundTime | undefined {
	const named = namedTimeColumn(headings);
	// Without a name it is the first column, if that holds more than levels.
	const column = named >= 0 ? named : rows.some((cells) => levelOf(cells[0] ?? "") === undefined) ? 0 : -1;
	if (column < 0) return undefined;
	const cells = rows.map((row) => row[column] ?? "");
	if (cells.some((cell) => /^\d{4}-\d\d-\d\d/.test(cell)))
		return { time: { kind: "clock", column }, ticksPerMicro: 1000 };
	if (rate !== undefined) {
		// Not knowing the rate in time, sigrok writes only zeros.
		if (cells.every((cell) => Number(cell) === 0)) return undefined;
		const exponent = rate <= 1e3 ? 3 : rate <= 1e6 ? 6 : rate <= 1e9 ? 9 : 12;
		const ticksPerMicro = 10 ** Math.max(0, exponent - 6);
		const shift = -Math.round((ticksPerMicro * 1e6) / rate);
		const decimals = Math.max(6, exponent);
		return { time: { kind: "cell", column, decimals, exponent, shift }, ticksPerMicro };
	}
	const [, spaced, joined] = unitName.exec(headings[column] ?? "") ?? [];
	const exponent = exponents[(spaced ?? joined ?? "s").toLowerCase()] ?? 0;
	const written = Math.max(0, ...cells.map(decimalsOf));
	const decimals = Math.min(MOST_DECIMALS, Math.max(6, written + exponent));
	return {
		time: { kind: "cell", column, decimals, exponent, shift: 0 },
		ticksPerMicro: 10 ** (decimals - 6),
	};
}

function decimalsOf(cell: string): number {
	if (/e/i.test(cell)) return FLOAT_DECIMALS;
	return /[.,](\d*)$/.exec(cell)?.[1]?.length ?? 0;
}
