import { openInScope } from "../actions/openInScope.ts";
import { capture, captureStore } from "../bridge/index.ts";

/** When something was on lines, at most; microseconds of the live capture. */
export interface LineWindow {
	readonly from: number;
	readonly to: number;
	/** GPIO 0 to 31; the first is selected. */
	readonly gpios: readonly number[];
}

/** Microseconds by which edges may be known later than the answer of the command that made them. */
const LATEST = 250_000;
/** Room left and right of what is shown, as a share of it. */
const MARGIN = 0.05;

/** Notes when something is on lines: begin it before, and end it with the answer. */
export function beginWindow(gpios: readonly number[]): () => LineWindow {
	const from = captureStore.getState().endTime;
	const began = performance.now();
	return () => ({ from, to: from + (performance.now() - began) * 1000 + LATEST, gpios });
}

/** Shows in the scope what the lines did in a window. */
export async function showWindow({ from, to, gpios }: LineWindow): Promise<void> {
	const mask = gpios.reduce((bits, gpio) => bits | (1 << gpio), 0) >>> 0;
	const first = (await capture.nextEdge(mask, from)) ?? from;
	const last = (await capture.previousEdge(mask, to)) ?? to;
	const range = last > first ? { from: first, to: last } : { from, to };
	const room = (range.to - range.from) * MARGIN;
	openInScope({ from: range.from - room, to: range.to + room }, gpios);
}
