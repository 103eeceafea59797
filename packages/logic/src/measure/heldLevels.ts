import type { Capture, Levels } from "../capture/Capture.ts";
import { edgeAtOrBefore, nextEdge } from "../capture/search.ts";

/** A stretch in which some channels keep their levels, all known: one value of a bus. Times in ticks of the capture. */
export interface HeldLevels {
	/** Level word; bits of other channels are 0. */
	readonly levels: number;
	/** The change that began it, or where the levels became known. */
	readonly start: number;
	/** The change that ended it, or where a level is known no longer: at a gap, or at the end of the capture. */
	readonly end: number;
	/** Levels before and after it; undefined where it begins or ends without a change that anybody saw. */
	readonly before?: number;
	readonly after?: number;
}

/** The stretch around a time in which the channels of a mask keep their levels; undefined where one is unknown. */
export function heldLevels(capture: Capture, mask: number, time: number): HeldLevels | undefined {
	const levels = levelsOf(capture.levelAt(time), mask);
	if (levels === undefined) return undefined;
	const sureFrom = Math.max(capture.firstTime, knownSince(capture, mask, time));
	const sureUntil = Math.min(capture.endTime, knownUntil(capture, mask, time));
	const from = edgeAtOrBefore(capture, mask, time);
	const to = nextEdge(capture, mask, time);
	const before = from === undefined || from <= sureFrom ? undefined : capture.levelAt(from - 1);
	const after = to === undefined || to >= sureUntil ? undefined : capture.levelAt(to);
	const old = before && levelsOf(before, mask);
	const next = after && levelsOf(after, mask);
	return {
		levels,
		start: Math.max(sureFrom, from ?? sureFrom),
		end: Math.min(sureUntil, to ?? sureUntil),
		...(old !== undefined && { before: old }),
		...(next !== undefined && { after: next }),
	};
}

function levelsOf({ level, known }: Levels, mask: number): number | undefined {
	return mask & ~known ? undefined : (level & mask) >>> 0;
}

/** Since when all channels of a mask are known without a break. */
function knownSince({ knowledge }: Capture, mask: number, time: number): number {
	let index = knowledge.indexAt(time);
	while (index > 0 && (mask & ~knowledge.step(index - 1).known) === 0) index--;
	return knowledge.step(index).time;
}

function knownUntil({ knowledge }: Capture, mask: number, time: number): number {
	let index = knowledge.indexAt(time) + 1;
	while ((mask & ~knowledge.step(index).known) === 0) index++;
	return knowledge.step(index).time;
}
