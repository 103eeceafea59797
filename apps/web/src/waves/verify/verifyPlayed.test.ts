import { changesOverRounds, compileWave, type LevelChange, starterDocument } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import type { Playing } from "../play/WavePlayer.ts";
import { roundsToVerify, type VerifiedCapture, verifyPlayed } from "./verifyPlayed.ts";

const document = starterDocument("s");
const playing = (isRepeated: boolean): Playing => ({
	kind: "playing",
	wave: 1,
	document,
	isRepeated,
	startedAt: 1_000,
});

/** A capture in which the wave began at a time, after one line was high until it became an output. */
function captureOf(start: number, isRepeated: boolean, late = 0): VerifiedCapture {
	const { pulses } = compileWave(document, { isRepeated });
	const all = new Map<number, LevelChange[]>();
	for (const { gpio } of document.tracks) {
		const edges = changesOverRounds(pulses, gpio, isRepeated ? 60 : 1, 0).map(({ time, level }) => ({
			time: start + time + (gpio === 26 ? late : 0),
			level,
		}));
		all.set(gpio, gpio === 24 ? [{ time: start - 40_000, level: 0 }, ...edges] : edges);
	}
	return {
		timeAt: (moment) => moment * 1_000,
		reached: async () => {},
		edges: async (gpio, from, to) => (all.get(gpio) ?? []).filter(({ time }) => time >= from && time < to),
		levelAt: async (gpio, time) => {
			const before = (all.get(gpio) ?? []).filter((edge) => edge.time <= time).at(-1);
			return before?.level ?? (gpio === 24 ? 1 : 0);
		},
	};
}

describe("verifyPlayed", () => {
	it("finds a wave sent once, whatever the lines did before it", async () => {
		const verified = await verifyPlayed(playing(false), captureOf(1_060_000, false), 10);
		expect(verified?.verdict).toMatchObject({
			start: 1_060_000,
			expected: 10,
			right: 10,
			missing: 0,
			extra: 0,
		});
	});

	it("compares several rounds of a repeated wave", async () => {
		const rounds = roundsToVerify(playing(true));
		const verified = await verifyPlayed(playing(true), captureOf(1_060_000, true), 10);
		expect(rounds).toBe(20);
		expect(verified?.verdict.right).toBe(verified?.verdict.expected);
		expect(verified?.verdict.extra).toBe(0);
		expect(verified?.verdict.expected).toBeGreaterThan(rounds * 6);
	});

	it("shows a line that lags behind the others", async () => {
		const verified = await verifyPlayed(playing(false), captureOf(1_060_000, false, 35), 10);
		expect(verified?.verdict).toMatchObject({ right: 8, largest: 35 });
	});
});
