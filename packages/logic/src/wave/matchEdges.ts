import type { LevelChange } from "./decompile.ts";

/** An expected edge and what came of it. Times in microseconds from the wave's start. */
export interface VerifiedEdge {
	readonly time: number;
	readonly level: 0 | 1;
	/** How much later than expected it was captured; undefined when it was not. */
	readonly deviation: number | undefined;
}

/** What became of one GPIO's edges. */
export interface MatchedEdges {
	readonly edges: readonly VerifiedEdge[];
	/** Captured edges, from the wave's start, that nothing expects. */
	readonly extra: readonly LevelChange[];
}

/**
 * Pairs expected edges with captured ones of the same direction, both in order of time, none farther apart than
 * `reach`. A pair is taken as soon as nothing nearer can follow.
 */
export function matchEdges(
	expected: readonly LevelChange[],
	captured: readonly LevelChange[],
	reach: number,
): MatchedEdges {
	const edges: VerifiedEdge[] = [];
	const extra: LevelChange[] = [];
	let next = 0;
	for (const edge of expected) {
		let found: number | undefined;
		while (next < captured.length) {
			const candidate = captured[next];
			if (candidate === undefined || candidate.time > edge.time + reach) break;
			const later = captured[next + 2];
			const isBeaten =
				later !== undefined && Math.abs(later.time - edge.time) < Math.abs(candidate.time - edge.time);
			next++;
			if (candidate.level === edge.level && candidate.time >= edge.time - reach && !isBeaten) {
				found = candidate.time;
				break;
			}
			extra.push(candidate);
		}
		edges.push({ ...edge, deviation: found === undefined ? undefined : found - edge.time });
	}
	return { edges, extra: [...extra, ...captured.slice(next)] };
}
