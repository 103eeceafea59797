import fc from "fast-check";
import type { Break } from "../TimeMap.ts";

/** Breaks of all lengths in order of time, and a time after all of them, µs. */
export const breakLists: fc.Arbitrary<{ readonly breaks: readonly Break[]; readonly end: number }> = fc
	.record({
		start: fc.integer({ min: -999, max: 1e9 }),
		parts: fc.array(
			fc.record({ open: fc.integer({ min: 1, max: 1e5 }), length: fc.integer({ min: 1, max: 1e8 }) }),
			{ maxLength: 12 },
		),
	})
	.map(({ start, parts }) => {
		let end = start;
		const breaks = parts.map(({ open, length }) => {
			const from = end + open;
			end = from + length;
			return { from, to: end };
		});
		return { breaks, end: end + 1000 };
	});
