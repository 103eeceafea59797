import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atSpeed, PLAY_SPEEDS, playOn, positionAt, REAL_SPEED, speedText } from "./playback.ts";

const speeds = fc.constantFrom(...PLAY_SPEEDS);
/** Pauses between frames, ms: from smooth to a tab that was hidden for minutes. */
const frames = fc.array(fc.double({ min: 0.1, max: 200_000, noNaN: true }), { minLength: 1, maxLength: 60 });
const ENDLESS = { from: 0, to: Number.POSITIVE_INFINITY };

describe("play-back", () => {
	it("has the 22 speeds of piscope", () => {
		expect(PLAY_SPEEDS).toHaveLength(22);
		expect(PLAY_SPEEDS[0]).toBe(64);
		expect(PLAY_SPEEDS[REAL_SPEED]).toBe(1);
		expect(PLAY_SPEEDS.at(-1)).toBe(1 / 32_768);
		expect(PLAY_SPEEDS.map(speedText)).toContain("1/32768×");
		expect(speedText(64)).toBe("64×");
	});

	it("is where the clock says, however the frames came", () => {
		fc.assert(
			fc.property(speeds, frames, (speed, pauses) => {
				let playback = { position: 5e6, at: 1000, speed };
				let now = 1000;
				let position = playback.position;
				for (const pause of pauses) {
					now += pause;
					({ playback, position } = playOn(playback, now, ENDLESS, false));
				}
				expect(position).toBe(5e6 + (now - 1000) * 1000 * speed);
			}),
		);
	});

	it("does not jump when the speed changes", () => {
		fc.assert(
			fc.property(speeds, speeds, fc.double({ min: 0, max: 1e6, noNaN: true }), (before, after, pause) => {
				const playback = { position: 0, at: 0, speed: before };
				const changed = atSpeed(playback, pause, after);
				expect(positionAt(changed, pause)).toBe(positionAt(playback, pause));
				expect(positionAt(changed, pause + 2) - positionAt(changed, pause)).toBeCloseTo(2000 * after, 3);
			}),
		);
	});

	it("keeps the beat over any number of rounds of a loop", () => {
		fc.assert(
			fc.property(
				frames,
				fc.integer({ min: 1, max: 1e7 }),
				fc.integer({ min: 0, max: 1e7 }),
				(pauses, length, from) => {
					const range = { from, to: from + length };
					let playback = { position: from, at: 0, speed: 1 };
					let now = 0;
					let position = from;
					for (const pause of pauses) {
						now += pause;
						const next = playOn(playback, now, range, true);
						expect(next.isOver).toBe(false);
						({ playback, position } = next);
						expect(position).toBeGreaterThanOrEqual(range.from);
						expect(position).toBeLessThan(range.to);
					}
					const expected = (now * 1000) % length;
					const off = Math.abs(position - from - expected);
					// Just before the end and just after the start are neighbours.
					expect(Math.min(off, length - off)).toBeLessThan(0.01);
				},
			),
		);
	});

	it("stops at the end, and stays there", () => {
		const playback = { position: 0, at: 0, speed: 64 };
		expect(playOn(playback, 1000, { from: 0, to: 1e6 }, false)).toMatchObject({
			position: 1e6,
			isOver: true,
		});
		expect(playOn(playback, 1000, { from: 1e6, to: 1e6 }, true).isOver).toBe(true);
	});

	it("does not go back when a frame bears an older time than the click that began it", () => {
		expect(positionAt({ position: 7, at: 20, speed: 1 }, 12)).toBe(7);
	});
});
