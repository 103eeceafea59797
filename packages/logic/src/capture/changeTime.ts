import type { Capture } from "./Capture.ts";

/**
 * When the `number`th change of a capture happened, counted from 1 and with those that were dropped since; undefined
 * when it is not kept any more, or not there yet.
 */
export function changeTime({ chunks, dropped, changes }: Capture, number: number): number | undefined {
	// Counted from the end: what is dropped lies before what is asked for.
	let left = dropped + changes - number;
	if (left < 0 || left >= changes) return undefined;
	for (let place = chunks.length - 1; place >= 0; place--) {
		const chunk = chunks.at(place);
		const count = chunk?.count ?? 0;
		if (left < count) return chunk?.timeAt(count - 1 - left);
		left -= count;
	}
	return undefined;
}
