import type { Capture } from "./Capture.ts";

/**
 * When the `number`th change of a capture happened, counted from 1 and with those that were dropped since; undefined
 * when it is not kept any more, or not there yet.
 */
export function changeTime({ chunks, dropped }: Capture, number: number): number | undefined {
	let index = number - 1 - dropped;
	if (index < 0) return undefined;
	for (let place = 0; place < chunks.length; place++) {
		const chunk = chunks.at(place);
		const count = chunk?.count ?? 0;
		if (index < count) return chunk?.timeAt(index);
		index -= count;
	}
	return undefined;
}
