import type { WaveVerdict } from "@gpioscope/logic";

/** An edge that is not as expected. */
export interface FailedEdge {
	readonly gpio: number;
	/** Microseconds from the wave's start. */
	readonly time: number;
	readonly level: 0 | 1;
	/** Microseconds late; undefined when the edge is missing. */
	readonly deviation: number | undefined;
	/** True for an edge that nothing expects. */
	readonly isExtra: boolean;
}

/** Lists what failed, by time. */
export function failuresOf({ tracks, tolerance }: WaveVerdict): FailedEdge[] {
	const failed: FailedEdge[] = [];
	for (const [gpio, { edges, extra }] of tracks) {
		for (const edge of edges)
			if (edge.deviation === undefined || Math.abs(edge.deviation) > tolerance)
				failed.push({ gpio, ...edge, isExtra: false });
		for (const edge of extra) failed.push({ gpio, ...edge, deviation: undefined, isExtra: true });
	}
	return failed.sort((a, b) => a.time - b.time);
}

/** The largest deviation of one GPIO's edges, with its sign; undefined when no edge was captured. */
export function worstOf(verdict: WaveVerdict, gpio: number): number | undefined {
	let worst: number | undefined;
	for (const { deviation } of verdict.tracks.get(gpio)?.edges ?? [])
		if (deviation !== undefined && Math.abs(deviation) >= Math.abs(worst ?? 0)) worst = deviation;
	return worst;
}

/** Says a verdict in one line. */
export function verdictText(verdict: WaveVerdict): string {
	const { expected, right, extra, tolerance } = verdict;
	if (right === expected && extra === 0) return `${expected} edges within ±${tolerance} µs`;
	if (right === expected) return `${extra} ${extra === 1 ? "edge" : "edges"} too many`;
	return `${expected - right} of ${expected} edges fail`;
}

/** True when nothing failed. */
export function isRight({ expected, right, extra }: WaveVerdict): boolean {
	return right === expected && extra === 0;
}
