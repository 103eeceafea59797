import type { Stretch } from "@gpioscope/logic";

/** What is asked of the capture; times in µs, masks of channels. */
interface Questions {
	previousEdge(mask: number, time: number): Promise<number | undefined>;
	idle(mask: number, longerThan: number, from: number, to: number): Promise<readonly Stretch[]>;
}

/** A rest as long as this ends a stretch of activity: what one press of a button says on a bus has shorter ones. */
const REST = 20_000;
/** What goes on for longer is shown by its end. */
const LONGEST = 2_000_000;

/** From the first to the last change of the newest stretch in which some of the channels are active; undefined without any. */
export async function newestActivity(
	capture: Questions,
	mask: number,
): Promise<{ readonly from: number; readonly to: number } | undefined> {
	const to = await capture.previousEdge(mask, Number.POSITIVE_INFINITY);
	if (to === undefined) return undefined;
	const earliest = to - LONGEST;
	const rests = await capture.idle(mask, REST, earliest, to);
	return { from: rests.reduce((latest, rest) => Math.max(latest, rest.to), earliest), to };
}
