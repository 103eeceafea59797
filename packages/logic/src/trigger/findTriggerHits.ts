import type { Trigger } from "@gpioscope/protocol";
import type { Capture } from "../capture/Capture.ts";
import { TriggerMachine } from "./TriggerMachine.ts";
import { TriggerScan } from "./TriggerScan.ts";

type Stages = Pick<Trigger, "stages">;

/**
 * When a trigger is hit in [from, to) of a capture, the first `limit` of the hits, in ticks. It is looked for from the
 * beginning of the capture on: what a sequence has seen before `from` counts.
 */
export function findTriggerHits(
	capture: Capture,
	trigger: Stages,
	from = Number.NEGATIVE_INFINITY,
	to = Number.POSITIVE_INFINITY,
	limit = Number.POSITIVE_INFINITY,
): number[] {
	const hits: number[] = [];
	if (limit <= 0) return hits;
	visitHits(capture, trigger, to, (time) => {
		if (time < from) return false;
		hits.push(time);
		return hits.length >= limit;
	});
	return hits;
}

/** The last hit of a trigger in a capture before a time, in ticks. */
export function findLastTriggerHit(capture: Capture, trigger: Stages, before: number): number | undefined {
	let last: number | undefined;
	visitHits(capture, trigger, before, (time) => {
		last = time;
		return false;
	});
	return last;
}

/** Calls `visit` for each hit before `to`, until it returns true. */
export function visitHits(
	capture: Capture,
	{ stages }: Stages,
	to: number,
	visit: (time: number) => boolean,
): void {
	const scan = new TriggerScan(capture, "start");
	scan.advance(to);
	scan.show(new TriggerMachine(stages, capture.ticksPerMicro), (time) => time < to && visit(time));
}
