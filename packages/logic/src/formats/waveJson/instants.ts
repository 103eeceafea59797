import type { Capture } from "../../capture/Capture.ts";
import { runsOf } from "../../capture/runs.ts";
import { FileError } from "../Format.ts";
import type { WrittenRange } from "../range.ts";

/** The moments at which some channels change: from each of them on, levels and which of these are known. */
export interface Instants {
	/** Ticks after the beginning of the range, ascending, the first 0. */
	readonly times: readonly number[];
	readonly levels: readonly number[];
	readonly known: readonly number[];
}

/** @throws FileError when there are more than `limit`. */
export function instantsOf(
	capture: Capture,
	mask: number,
	range: WrittenRange,
	limit: number,
	remedy: string,
): Instants {
	const times: number[] = [];
	const levels: number[] = [];
	const knownLevels: number[] = [];
	const add = (ticks: number, level: number, known: number) => {
		if (times.length === limit)
			throw new FileError(`There are more than ${limit.toLocaleString("en")} changes in it. ${remedy}`);
		times.push(ticks - range.start);
		levels.push(level & known & mask);
		knownLevels.push(known & mask);
	};
	for (const run of runsOf(capture, range.start, range.until)) {
		const { from, begins, known, level, correction, chunk, first, last } = run;
		if (begins) add(from, level, known);
		if (chunk === undefined) continue;
		let before = level;
		for (let at = first; at < last; at++) {
			const next = (chunk.levels[at] as number) ^ correction;
			if (((next ^ before) & known & mask) !== 0) add(chunk.timeAt(at), next, known);
			before = next;
		}
	}
	return { times, levels, known: knownLevels };
}

/** "0", "1", "x" for not known, or "." where nothing differs from the instant before. */
export function waveLetter({ levels, known }: Instants, index: number, channel: number): string {
	const at = (place: number) =>
		(((known[place] as number) >>> channel) & 1) === 0
			? "x"
			: ((levels[place] as number) >>> channel) & 1
				? "1"
				: "0";
	const letter = at(index);
	return index > 0 && letter === at(index - 1) ? "." : letter;
}
