import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import { LineCursor } from "./LineCursor.ts";
import type { Stretch } from "./layout.ts";

/** The stretches of one line, and the channel that it becomes. */
export interface Line {
	readonly channel: number;
	readonly stretches: readonly Stretch[];
}

/** One capture of nanoseconds out of several lines, which begin and end on their own. Undefined without a moment. */
export function mergeLines(lines: readonly Line[], shift: number, wall: number | undefined) {
	const stretches = lines.flatMap((line) => line.stretches);
	if (stretches.length === 0) return undefined;
	const end = stretches.reduce((latest, stretch) => Math.max(latest, stretch.end), Number.NEGATIVE_INFINITY);
	const cursors = lines.map((line) => new LineCursor(line.stretches, end));
	const builder = new CaptureBuilder({
		ticksPerMicro: 1000,
		anchor: wall === undefined ? undefined : { time: 0, wall },
	});
	let isBegun = false;
	for (;;) {
		let time = Number.POSITIVE_INFINITY;
		for (const cursor of cursors) if (cursor.time < time) time = cursor.time;
		if (time === Number.POSITIVE_INFINITY) break;
		for (const cursor of cursors) cursor.passEdges(time);
		const seen = wordsOf(lines, cursors);
		if (isBegun && seen.level !== builder.level) builder.change(time + shift, seen.level);
		for (const cursor of cursors) cursor.passAll(time);
		const { level, known } = wordsOf(lines, cursors);
		if (!isBegun) builder.begin(time + shift, level, known);
		else if (known !== builder.known) builder.know(time + shift, level, known);
		else if (level !== builder.level) builder.change(time + shift, level);
		isBegun = true;
	}
	builder.flush(end + shift);
	return builder.capture;
}

/** What the lines are at, as words: levels, and which are known. */
function wordsOf(lines: readonly Line[], cursors: readonly LineCursor[]): { level: number; known: number } {
	let level = 0;
	let known = 0;
	for (const [place, { isKnown, isHigh }] of cursors.entries()) {
		const bit = 1 << (lines[place]?.channel ?? 0);
		if (isKnown) known |= bit;
		if (isKnown && isHigh) level |= bit;
	}
	return { level: level >>> 0, known: known >>> 0 };
}
