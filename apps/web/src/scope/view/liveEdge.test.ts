import { describe, expect, it } from "vitest";
import { Arrivals } from "../../bridge/Arrivals.ts";
import { LiveEdge } from "./liveEdge.ts";

/** The edge of data whose arrivals are told with each of them. */
class FedEdge extends LiveEdge {
	readonly #arrivals = new Arrivals();

	arrive(endTime: number, at: number): void {
		this.#arrivals.observe(endTime, at);
		const { pattern } = this.#arrivals;
		if (pattern !== undefined) this.observe(pattern);
	}
}

/** Feeds beats that arrive every `beat` ms, each up to `jitter` ms late, and asks 60 times a second. */
function run(beat: number, jitter: number): { edges: number[]; ahead: number } {
	const edge = new FedEdge();
	const edges: number[] = [];
	let ahead = 0;
	let known = 0;
	let nextBeat = 0;
	let count = 0;
	for (let now = 0; now < 6000; now += 1000 / 60) {
		while (nextBeat <= now) {
			const late = ((count++ * 7919) % 100) / 100;
			known = (nextBeat - late * jitter) * 1000 + 5e6;
			edge.arrive(known, nextBeat);
			nextBeat += beat;
		}
		const time = edge.at(now);
		if (time === undefined || now < 3000) continue;
		edges.push(time);
		ahead = Math.max(ahead, time - known);
	}
	return { edges, ahead };
}

describe("live edge", () => {
	it("knows nothing before the first data", () => {
		expect(new LiveEdge().at(10)).toBeUndefined();
	});

	it.each([
		[16, 8],
		[100, 20],
	])("runs evenly and never ahead of data that comes every %d ms, up to %d ms late", (beat, jitter) => {
		const { edges, ahead } = run(beat, jitter);
		expect(ahead).toBeLessThanOrEqual(0);
		for (let index = 1; index < edges.length; index++) {
			const step = edges[index]! - edges[index - 1]!;
			expect(step).toBeGreaterThan(10_000);
			expect(step).toBeLessThan(24_000);
		}
	});

	it("runs on when data stops, so that the missing part is seen", () => {
		const edge = new FedEdge();
		for (let at = 0; at < 1000; at += 20) edge.arrive(at * 1000, at);
		expect(edge.at(1000)).toBeLessThan(1e6);
		expect(edge.at(3000)).toBeGreaterThan(2.5e6);
	});

	it("follows a new start at once", () => {
		const edge = new FedEdge();
		edge.arrive(100e6, 0);
		edge.at(0);
		edge.arrive(1e6, 50);
		expect(edge.at(50)).toBeLessThan(1.1e6);
	});
});
