import type { Level, Micros } from "../Device.ts";
import type { Waveform } from "./Waveform.ts";

/** The level of a line at any time of a waveform; `before` its first edge. For checking what receivers would see. */
export function levelsAt<Line extends string>(
	waveform: Waveform<Line>,
	line: Line,
	before: Level,
): (time: Micros) => Level {
	return (time) =>
		waveform.edges.findLast((edge) => edge.line === line && edge.time <= time)?.level ?? before;
}
