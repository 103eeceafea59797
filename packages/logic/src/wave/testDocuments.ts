import fc from "fast-check";
import type { WaveDocument, WaveTrack } from "./document.ts";

/** Builds a document whose tracks are GPIO 4, 5, … with the given edges, all low at first. */
export function drawing(length: number, ...edges: number[][]): WaveDocument {
	const tracks = (edges.length === 0 ? [[]] : edges).map(
		(times, place): WaveTrack => ({ gpio: 4 + place, initial: 0, edges: times }),
	);
	return { id: "drawing", name: "Drawing", length, tracks };
}

/** Any sound document of 1 to 4 tracks and up to 200 µs, with edges at its very ends too. */
export const anyDocument: fc.Arbitrary<WaveDocument> = fc
	.tuple(
		fc.integer({ min: 1, max: 200 }),
		fc.uniqueArray(
			fc.record({
				gpio: fc.nat(31),
				initial: fc.constantFrom(0 as const, 1 as const),
				edges: fc.uniqueArray(fc.nat(200), { maxLength: 12 }),
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
