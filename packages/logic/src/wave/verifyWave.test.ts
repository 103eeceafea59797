import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EdgesByGpio } from "./alignWave.ts";
import { compileWave } from "./compile.ts";
import { changesOfGpio, type LevelChange } from "./decompile.ts";
import { starterDocument } from "./starter.ts";
import { verifyWave } from "./verifyWave.ts";

const document = starterDocument("s");
const { pulses } = compileWave(document);
const expected: EdgesByGpio = new Map(
	document.tracks.map(({ gpio }) => [gpio, changesOfGpio(pulses, gpio, 0)]),
);
const options = { tolerance: 10, length: document.length };

/** What a capture holds of the wave when it begins at a time, each edge moved by what `late` says. */
function capturedAt(
	start: number,
	late: (edge: LevelChange, gpio: number) => number | undefined = () => 0,
): EdgesByGpio {
	return new Map(
		[...expected].map(([gpio, edges]) => [
			gpio,
			edges.flatMap((edge) => {
				const by = late(edge, gpio);
				return by === undefined ? [] : [{ time: start + edge.time + by, level: edge.level }];
			}),
		]),
	);
}

describe("verifyWave", () => {
	it("finds the wave in a capture and every edge of it right", () => {
		const verdict = verifyWave(expected, capturedAt(123_456), options);
		expect(verdict).toMatchObject({
			start: 123_456,
			expected: 10,
			right: 10,
			missing: 0,
			extra: 0,
			largest: 0,
		});
	});

	it("takes the sampling for what it is", () => {
		fc.assert(
			fc.property(
				fc.nat(1_000_000),
				fc.array(fc.nat(5), { minLength: 10, maxLength: 10 }),
				(start, jitter) => {
					let edge = 0;
					const verdict = verifyWave(
						expected,
						capturedAt(start, () => jitter[edge++ % 10]),
						options,
					);
					expect(verdict?.right).toBe(10);
					expect(Math.abs((verdict?.start ?? 0) - start)).toBeLessThanOrEqual(5);
				},
			),
		);
	});

	it("tells a late edge, a missing pulse and one too many apart", () => {
		const late = verifyWave(
			expected,
			capturedAt(0, (edge, gpio) => (gpio === 25 && edge.level === 0 ? 35 : 0)),
			options,
		);
		expect(late).toMatchObject({ right: 9, missing: 0, extra: 0, largest: 35 });
		const missing = verifyWave(
			expected,
			capturedAt(0, (_, gpio) => (gpio === 24 ? undefined : 0)),
			options,
		);
		expect(missing).toMatchObject({ right: 8, missing: 2, extra: 0 });
		const more = new Map(capturedAt(0));
		more.set(24, [
			{ time: 200, level: 1 as const },
			{ time: 400, level: 0 as const },
			...(more.get(24) ?? []),
		]);
		expect(verifyWave(expected, more, options)).toMatchObject({ right: 10, missing: 0, extra: 2 });
	});

	it("does not judge what happens before and after the wave", () => {
		const busy = new Map(capturedAt(50_000));
		busy.set(23, [
			{ time: 10, level: 1 as const },
			{ time: 20, level: 0 as const },
			...(busy.get(23) ?? []),
			{ time: 90_000, level: 1 as const },
		]);
		expect(verifyWave(expected, busy, options)).toMatchObject({ start: 50_000, right: 10, extra: 0 });
	});

	it("says nothing when the wave is not in the capture", () => {
		expect(verifyWave(expected, new Map(), options)).toBeUndefined();
	});
});
