import { type Capture, visitChanges } from "@gpioscope/logic";

/** What queryColumns answers of changes and levels, found without a pyramid: by reading every change once. */
export function scanColumns(
	capture: Capture,
	from: number,
	to: number,
	columns: number,
): { readonly changed: Uint32Array; readonly levels: Uint32Array } {
	const changed = new Uint32Array(columns);
	const levels = new Uint32Array(columns);
	const scale = columns / (to - from);
	let level = capture.levelAt(from).level;
	let filled = 0;
	visitChanges(capture, -1, from, to, (time, word, mask) => {
		const column = Math.min(columns - 1, Math.floor((time - from) * scale));
		if (column > filled) {
			levels.fill(level, filled, column);
			filled = column;
		}
		changed[column] = (changed[column] ?? 0) | mask;
		level = word;
		return true;
	});
	levels.fill(level, filled);
	return { changed, levels };
}
