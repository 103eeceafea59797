import { ALL_ONES, WIDE_FIELD } from "./zipLayout.ts";

/**
 * Replaces those of a header's numbers that are all ones by the 64-bit ones of its extra field.
 *
 * @param extra the header's extra fields.
 * @param numbers in the order in which the extra field has them.
 */
export function wideSizes(extra: Uint8Array, numbers: readonly number[]): number[] {
	const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
	for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
		if (view.getUint16(at, true) !== WIDE_FIELD) continue;
		let next = at + 4;
		return numbers.map((number) => {
			if (number !== ALL_ONES || next + 8 > extra.length) return number;
			next += 8;
			return Number(view.getBigUint64(next - 8, true));
		});
	}
	return [...numbers];
}
