import { CaptureBuilder, derive, queryColumns } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { derivePieces, queryPieces } from "./columnPieces.ts";
import { answer } from "./questions.ts";
import { bursts } from "./testing/bursts.ts";

describe("columns in pieces", () => {
	it("are those of one query where time runs evenly", () => {
		const capture = bursts();
		const whole = queryColumns(capture, 0, 2000, 200);
		const parts = queryPieces(capture, [
			{ from: 0, to: 500, columns: 50 },
			{ from: 500, to: 2000, columns: 150 },
		]);
		expect(parts).toEqual(whole);
		const options = { quantity: "frequency", isInverted: false } as const;
		const track = derivePieces(
			capture,
			0,
			[
				{ from: 0, to: 500, columns: 50 },
				{ from: 500, to: 2000, columns: 150 },
			],
			options,
		);
		expect(track).toEqual(derive(capture, 0, 0, 2000, 200, options));
	});

	it("are asked for in microseconds, whatever the capture counts in", () => {
		const builder = new CaptureBuilder({ ticksPerMicro: 100 });
		builder.begin(0, 0, 1);
		builder.change(125, 1);
		builder.flush(400);
		const none = (): never => {
			throw new RangeError("There is no other capture.");
		};
		const pieces = [
			{ from: 0, to: 1, columns: 2 },
			{ from: 1, to: 2, columns: 4 },
		];
		expect(answer(builder.capture, { name: "pieces", pieces }, none)).toMatchObject({
			from: 0,
			to: 2,
			changed: Uint32Array.of(0, 0, 0, 1, 0, 0),
			endTime: 4,
		});
	});

	it("are of one piece at least", () => {
		expect(() => queryPieces(bursts(), [])).toThrow(RangeError);
	});
});
