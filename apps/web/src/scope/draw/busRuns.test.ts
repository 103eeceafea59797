import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { busRuns, RunKind } from "./busRuns.ts";
import type { LaneColumns } from "./laneStates.ts";

const MASK = 0b1011;
const KIND = [".", "#", "?"];

/** Columns of a bus of three lines from a text: a digit is the value, the same again no change, `?` unknown. */
function columnsOf(text: string): LaneColumns {
	const size = text.length;
	const changed = new Uint32Array(size);
	const levels = new Uint32Array(size);
	const known = new Uint32Array(size).fill(0xffff_ffff);
	for (let x = 0; x < size; x++) {
		if (text[x] === "?") {
			known[x] = ~0b0010;
			continue;
		}
		levels[x] = Number(text[x]) | 0b0100;
		const before = text[x - 1];
		if (before !== undefined && before !== "?" && before !== text[x]) changed[x] = 0b1010;
	}
	return { changed, multiple: new Uint32Array(size), levels, known };
}

function runsText(text: string, ratio = 1): string {
	return busRuns(columnsOf(text), MASK, { first: 0, end: text.length }, ratio)
		.map(({ kind, from, to, levels }) =>
			kind === RunKind.value ? `${(levels & MASK).toString(16)}:${to - from}` : `${KIND[kind]}:${to - from}`,
		)
		.join(" ");
}

describe("runs of a bus", () => {
	it("are the stretches of one value", () => {
		expect(runsText("1111122222")).toBe("1:5 2:5");
		expect(runsText("3333333333")).toBe("3:10");
	});

	it("leave unknown stretches to the hatch", () => {
		expect(runsText("1111????3333")).toBe("1:4 ?:4 3:4");
	});

	it("take values shorter than three pixels together", () => {
		expect(runsText("1111121212333333")).toBe("1:5 #:5 3:6");
		expect(runsText("111112223333")).toBe("1:5 2:3 3:4");
		expect(runsText("111112223333", 2)).toBe("1:5 #:3 3:4");
	});

	it("do not look at other channels, nor beyond what is stored", () => {
		const columns = columnsOf("1111111111");
		columns.changed[5] = 0b0100;
		expect(busRuns(columns, MASK, { first: 2, end: 8 }, 1)).toEqual([
			{ kind: RunKind.value, from: 2, to: 8, levels: 0b0101 },
		]);
		expect(busRuns(columns, MASK, { first: 0, end: 0 }, 1)).toEqual([]);
	});

	it("agree with a look at each column", () => {
		const column = fc.constantFrom("0", "1", "2", "3", "?");
		const stretch = fc.tuple(column, fc.integer({ min: 1, max: 9 }));
		fc.assert(
			fc.property(
				fc.array(stretch, { minLength: 1, maxLength: 30 }),
				fc.constantFrom(1, 2),
				(stretches, ratio) => {
					const text = stretches.map(([value, length]) => value.repeat(length)).join("");
					const columns = columnsOf(text);
					const runs = busRuns(columns, MASK, { first: 0, end: text.length }, ratio);
					let at = 0;
					for (const { kind, from, to, levels } of runs) {
						expect(from).toBe(at);
						expect(to).toBeGreaterThan(from);
						at = to;
						const shown = [...text.slice(from, to)];
						expect(shown.includes("?")).toBe(kind === RunKind.unknown);
						if (kind === RunKind.unknown) expect(new Set(shown).size).toBe(1);
						if (kind === RunKind.value) {
							expect(new Set(shown).size).toBe(1);
							expect(levels & MASK).toBe(Number(shown[0]));
						}
						// A block holds only values that are too short to be drawn.
						if (kind === RunKind.dense)
							for (const same of text.slice(from, to).match(/(.)\1*/g) ?? [])
								expect(same.length).toBeLessThan(3 * ratio);
					}
					expect(at).toBe(text.length);
				},
			),
		);
	});
});
