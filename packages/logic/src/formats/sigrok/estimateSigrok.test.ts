import { describe, expect, test } from "vitest";
import { CaptureBuilder } from "../../capture/CaptureBuilder.ts";
import type { CaptureDocument } from "../Format.ts";
import { estimateSigrok } from "./estimateSigrok.ts";
import { writeSigrok } from "./writeSigrok.ts";

/** Channels that change after so many µs each time, a change for each; `end` in µs. */
function document(distances: Iterable<number>, end: number, channels = 8): CaptureDocument {
	const builder = new CaptureBuilder();
	builder.begin(0, 0, 0xff);
	let time = 0;
	let level = 0;
	for (const distance of distances) {
		time += distance;
		level = (level * 1103515245 + 12345) >>> 0;
		builder.change(time, (level >>> 16) & 0xff);
	}
	builder.flush(Math.max(end, time));
	return {
		capture: builder.capture,
		channels: Array.from({ length: channels }, (_, channel) => ({ channel, name: `D${channel}` })),
	};
}

function* repeated(count: number, distanceOf: (index: number) => number): Generator<number> {
	for (let index = 0; index < count; index++) yield distanceOf(index);
}

const sizeOf = (given: CaptureDocument): number =>
	[...writeSigrok(given, {})].reduce((sum, piece) => sum + piece.length, 0);

describe("the size of a session of sigrok", () => {
	test("is exact where it is small", () => {
		const small = document(
			repeated(500, (index) => 5 + (index % 7)),
			20_000,
		);
		expect(estimateSigrok(small, {})).toBe(sizeOf(small));
	});

	test.each([
		[
			"a steady bus",
			document(
				repeated(300_000, (index) => 3 + (index % 5)),
				0,
			),
		],
		// One change in a million lies on an odd microsecond: all of it is sampled twice as fast.
		[
			"an odd one out, late",
			document(
				repeated(200_000, (index) => (index === 190_000 ? 11 : 10)),
				0,
			),
		],
		[
			"bursts in long pauses",
			document(
				repeated(20_000, (index) => (index % 500 === 0 ? 1_000_003 : 4)),
				0,
			),
		],
		[
			"hardly anything",
			document(
				repeated(40, () => 1_000_001),
				60_000_000,
			),
		],
		[
			"sixteen channels",
			document(
				repeated(300_000, (index) => 20 + (index % 90)),
				0,
				16,
			),
		],
	])("is about right for %s", (_name, given) => {
		const ratio = estimateSigrok(given, {}) / sizeOf(given);
		expect(ratio).toBeGreaterThan(0.75);
		expect(ratio).toBeLessThan(1.35);
	});
});
