import { expect, test } from "vitest";
import { Random } from "../Random.ts";
import { bounceWaveform } from "./bounce.ts";

test("a contact bounces, comes to rest at its new level and is done within about the given time", () => {
	for (let seed = 0; seed < 200; seed++) {
		const { edges, length } = bounceWaveform(0, 1500, new Random(seed));
		expect(edges.at(-1)?.level).toBe(0);
		expect(edges.length % 2).toBe(1);
		expect(length).toBeLessThan(2500);
		for (const [i, edge] of edges.entries()) expect(edge.level).toBe(i % 2);
	}
});
