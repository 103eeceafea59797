import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appendChunk, type Chunk, readable, rowForms, type TranscriptRow } from "./transcript.ts";

const codes = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

function rowsOf(chunks: readonly Chunk[], form: keyof typeof rowForms): readonly TranscriptRow[] {
	let rows: readonly TranscriptRow[] = [];
	for (const chunk of chunks) rows = appendChunk(rows, chunk, rowForms[form]);
	return rows;
}

describe("the rows of a terminal", () => {
	it("end with lines, however the characters come", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }), (cuts) => {
				const all = codes("first\r\nsecond\r\nthird");
				const chunks: Chunk[] = [];
				let from = 0;
				for (const cut of [...cuts, all.length]) {
					chunks.push({ direction: "got", at: 1, values: all.slice(from, from + cut) });
					from = Math.min(all.length, from + cut);
				}
				const rows = rowsOf(chunks, "text");
				expect(rows.map(({ values }) => readable(values, false))).toEqual(["first", "second", "third"]);
				expect(rows.map(({ place }) => place)).toEqual([0, 1, 2]);
				const bytes = rowsOf(chunks, "hex");
				expect(bytes.map(({ values }) => values.length)).toEqual([16, all.length - 16]);
				expect(bytes.flatMap(({ values }) => values)).toEqual(all);
			}),
		);
	});

	it("keep what was sent apart from what came", () => {
		const rows = rowsOf(
			[
				{ direction: "got", at: 1, values: codes("> ") },
				{ direction: "sent", at: 2, values: codes("AT\r\n") },
				{ direction: "got", at: 3, values: codes("OK\r\n") },
			],
			"text",
		);
		expect(rows.map(({ direction, at }) => [direction, at])).toEqual([
			["got", 1],
			["sent", 2],
			["got", 3],
		]);
	});

	it("forget the oldest", () => {
		const values = codes("x\n".repeat(6000));
		const rows = rowsOf([{ direction: "got", at: 1, values }], "text");
		expect(rows.length).toBe(5000);
		expect(rows.at(-1)?.place).toBe(5999);
	});

	it("show what cannot be seen when asked", () => {
		expect(readable([0x41, 0x0d, 0x0a, 0x7f], true)).toBe("A␍␊␡");
		expect(readable([0x41, 0x0d, 0x0a, 0x7f], false)).toBe("A");
		expect(readable([0xc3, 0xa4, 0x1a5, 0x09], true)).toBe("ä‹1A5›\t");
	});
});
