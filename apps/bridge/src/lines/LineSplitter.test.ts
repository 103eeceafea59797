import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter, MOST_LINE_BYTES } from "./LineSplitter.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const texts = (lines: ReturnType<LineSplitter["take"]>) =>
	lines.map((line) => ("text" in line ? line.text : "too long"));

describe("LineSplitter", () => {
	it("gives the same lines however they are cut", () => {
		const whole = "READ 7\r\nWRITE 1 0\n\n  \nREADALL\n";
		fc.assert(
			fc.property(fc.array(fc.nat({ max: whole.length })), (cuts) => {
				const splitter = new LineSplitter();
				const at = [0, ...cuts.sort((a, b) => a - b), whole.length];
				const pieces = at.slice(1).map((end, i) => whole.slice(at[i], end));
				const lines = pieces.flatMap((piece) => splitter.take(bytes(piece)));
				expect(texts(lines)).toEqual(["READ 7", "WRITE 1 0", "READALL"]);
			}),
		);
	});

	it("keeps what has no end yet", () => {
		const splitter = new LineSplitter();
		expect(splitter.take(bytes("READ"))).toEqual([]);
		expect(splitter.rest).toBe("READ");
		expect(texts(splitter.end())).toEqual(["READ"]);
		expect(splitter.end()).toEqual([]);
	});

	it("says once that a line is too long, and understands the next", () => {
		const splitter = new LineSplitter();
		const lines = Array.from({ length: 50 }, () => splitter.take(bytes("x".repeat(100)))).flat();
		expect(lines).toEqual([]);
		expect(splitter.rest.length).toBeLessThanOrEqual(MOST_LINE_BYTES);
		expect(texts(splitter.take(bytes("x\nREAD 1\n")))).toEqual(["too long", "READ 1"]);
	});
});
