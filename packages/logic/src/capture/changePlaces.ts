import { FAN_OUT, FAN_OUT_BITS } from "./Pyramid.ts";

/**
 * Writes into `into` the places in [from, to) at which a channel of the mask changed, ascending. Returns how many there
 * are.
 *
 * @param words the level word after each change
 * @param before the level word before the first of them
 * @param nodes which channels changed in each FAN_OUT changes: those without one of the mask are skipped
 * @param into has room for `to - from` places
 * @param turned with `either`: a change counts where `word ^ turned | either` has the channel set after it
 */
export function changePlaces(
	words: Uint32Array,
	before: number,
	nodes: Uint32Array,
	mask: number,
	from: number,
	to: number,
	into: Uint32Array,
	turned: number,
	either: number,
): number {
	let count = 0;
	let last = before | 0;
	for (let at = from; at < to; ) {
		const end = Math.min(to, (at | (FAN_OUT - 1)) + 1);
		if (((nodes[at >> FAN_OUT_BITS] as number) & mask) === 0) {
			// What the channels of the mask were at they still are.
			at = end;
			continue;
		}
		// Every place is written, and over again unless it counts: nobody can foretell which do, and a processor that has to
		// guess takes twice as long. So it does with less than four at a time.
		for (; at + 4 <= end; at += 4) {
			const a = (words[at] as number) | 0;
			const b = (words[at + 1] as number) | 0;
			const c = (words[at + 2] as number) | 0;
			const d = (words[at + 3] as number) | 0;
			into[count] = at;
			count += Number(((last ^ a) & mask & ((a ^ turned) | either)) !== 0);
			into[count] = at + 1;
			count += Number(((a ^ b) & mask & ((b ^ turned) | either)) !== 0);
			into[count] = at + 2;
			count += Number(((b ^ c) & mask & ((c ^ turned) | either)) !== 0);
			into[count] = at + 3;
			count += Number(((c ^ d) & mask & ((d ^ turned) | either)) !== 0);
			last = d;
		}
		for (; at < end; at++) {
			const word = (words[at] as number) | 0;
			into[count] = at;
			count += Number(((last ^ word) & mask & ((word ^ turned) | either)) !== 0);
			last = word;
		}
	}
	return count;
}
