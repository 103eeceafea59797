import { changesOfGpio, compileWave, type WaveDocument } from "@gpioscope/logic";
import type { CommandCall } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Level, Micros } from "../devices/Device.ts";
import { VirtualClock } from "../engine/Clock.ts";
import { performLocally } from "../handlers/performLocally.ts";
import { startSimulator } from "../startSimulator.ts";

/** Longer than any document here, and the 20 µs with which a wave begins. */
const longEnough = 2_000;

const anyDocument: fc.Arbitrary<WaveDocument> = fc
	.tuple(
		fc.integer({ min: 1, max: 1_000 }),
		fc.uniqueArray(
			fc.record({
				gpio: fc.integer({ min: 2, max: 27 }),
				initial: fc.constantFrom(0 as const, 1 as const),
				edges: fc.uniqueArray(fc.nat(1_000), { maxLength: 20 }),
			}),
			{ minLength: 1, maxLength: 4, selector: (track) => track.gpio },
		),
	)
	.map(([length, tracks]) => ({
		id: "any",
		name: "Any",
		length,
		tracks: tracks.map((track) => ({
			...track,
			edges: track.edges.filter((time) => time <= length).sort((a, b) => a - b),
		})),
	}));

/** Plays pulses on a fresh simulator and tells what the lines did, in microseconds from the wave's start. */
async function play(document: WaveDocument) {
	const clock = new VirtualClock();
	const simulator = await startSimulator({ listen: false, clock, options: { samplePeriod: 1 } });
	const seen = new Map<number, { time: Micros; level: Level }[]>();
	simulator.attach({
		name: "witness",
		attach: (world) => {
			for (const { gpio } of document.tracks) {
				seen.set(gpio, []);
				world.onLevel(gpio, (level, time) => seen.get(gpio)?.push({ time, level }));
			}
		},
		detach: () => {},
	});
	const call = (what: CommandCall) => performLocally(simulator.daemon, what);
	for (const { gpio } of document.tracks) call({ name: "setMode", args: { gpio, mode: 1 } });
	// The first wave after the start is late by the time its clock takes to be set up.
	call({ name: "sendWaveChain", args: { chain: new Uint8Array() } });
	clock.advance(10_000);
	for (const changes of seen.values()) changes.length = 0;
	const { pulses, counts } = compileWave(document);
	call({ name: "addPulses", args: { pulses: [...pulses] } });
	const built = {
		pulses: call({ name: "getWavePulses", args: { query: 0 } }),
		controlBlocks: call({ name: "getWaveControlBlocks", args: { query: 0 } }),
		micros: call({ name: "getWaveMicros", args: { query: 0 } }),
	};
	const wave = call({ name: "createWave", args: {} });
	const start = clock.now() + 20;
	call({ name: "sendWaveOnce", args: { wave } });
	clock.advance(longEnough);
	await simulator.close();
	return { pulses, counts, built, seen, start };
}

describe("waves drawn on tracks", () => {
	it("come out of the lines exactly as drawn, and take what was predicted", async () => {
		await fc.assert(
			fc.asyncProperty(anyDocument, async (document) => {
				const { pulses, counts, built, seen, start } = await play(document);
				const { words: _, ...predicted } = counts;
				expect(built).toEqual(predicted);
				for (const { gpio } of document.tracks) {
					const expected = changesOfGpio(pulses, gpio, 0);
					expect(seen.get(gpio)).toEqual(expected.map(({ time, level }) => ({ time: time + start, level })));
				}
			}),
			{ numRuns: 200 },
		);
	});
});
