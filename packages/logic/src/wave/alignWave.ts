import type { LevelChange } from "./decompile.ts";

/** Edges of several GPIOs, each list in order of time. */
export type EdgesByGpio = ReadonlyMap<number, readonly LevelChange[]>;

/** Expected edges of each GPIO that may serve as the one met. */
const anchors = 3;
/** Expected edges of each GPIO that are counted for a candidate. */
const witnesses = 64;
/** Candidates tried at most, so that a long capture does not take long. */
const candidateLimit = 4_000;

/**
 * Finds when a wave began in a capture: the time at which most of its expected edges fall on captured ones, within
 * `tolerance`; the earliest of equally good ones. Undefined when no edge falls on any.
 */
export function alignWave(
	expected: EdgesByGpio,
	captured: EdgesByGpio,
	tolerance: number,
): number | undefined {
	let best: { start: number; met: number } | undefined;
	for (const start of candidates(expected, captured)) {
		let met = 0;
		for (const [gpio, edges] of expected) {
			const seen = captured.get(gpio) ?? [];
			for (const edge of edges.slice(0, witnesses)) if (isMet(seen, edge, start, tolerance)) met++;
		}
		if (best === undefined || met > best.met) best = { start, met };
	}
	return best?.start;
}

function candidates(expected: EdgesByGpio, captured: EdgesByGpio): number[] {
	const found = new Set<number>();
	for (const [gpio, edges] of expected)
		for (const edge of edges.slice(0, anchors))
			for (const seen of captured.get(gpio) ?? []) {
				if (seen.level === edge.level) found.add(seen.time - edge.time);
				if (found.size >= candidateLimit) return ordered(found);
			}
	return ordered(found);
}

const ordered = (times: Set<number>) => [...times].sort((a, b) => a - b);

function isMet(seen: readonly LevelChange[], edge: LevelChange, start: number, tolerance: number): boolean {
	const from = start + edge.time - tolerance;
	let low = 0;
	let high = seen.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((seen[middle]?.time ?? 0) < from) low = middle + 1;
		else high = middle;
	}
	for (let index = low; index < seen.length; index++) {
		const change = seen[index];
		if (change === undefined || change.time > start + edge.time + tolerance) return false;
		if (change.level === edge.level) return true;
	}
	return false;
}
