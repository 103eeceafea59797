import {
	type Capture,
	findLastTriggerHit,
	findTriggerHits,
	HitLog,
	type Trigger,
	type TriggerWatch,
	visitHits,
} from "@gpioscope/logic";

/** A hit of one of several triggers. */
export interface TriggerHit {
	/** The number of the trigger. */
	readonly trigger: number;
	/** Time in the capture. */
	readonly time: number;
}

/** Hits of one trigger, at most one in each column asked for. */
export interface ColumnHits {
	readonly trigger: number;
	/** Ascending. */
	readonly times: Float64Array;
}

/** Captures that are watched while they grow. */
const watches = new WeakMap<Capture, TriggerWatch>();

/** From now on the hits of a watched capture are asked of its watch. */
export function hitsAreIn(capture: Capture, watch: TriggerWatch): void {
	watches.set(capture, watch);
}

interface Index {
	/** How much of the capture it covers. */
	readonly endTime: number;
	readonly changes: number;
	readonly log: HitLog;
	/** All of them, also those that the log has no room for. */
	readonly count: number;
}

/** For captures that do not grow: what was found in all of them, by what was looked for. */
const indexes = new WeakMap<Capture, Map<string, Index>>();
/** As many triggers as are usually on at the same time. */
const KEPT_INDEXES = 16;

/**
 * The hits that are at hand: those since it was armed in the live capture, which no later search could find alike as
 * a sequence begins where it was armed; all in any other.
 */
function logOf(capture: Capture, trigger: Trigger): HitLog {
	const watch = watches.get(capture);
	return watch === undefined
		? indexOf(capture, trigger).log
		: (watch.hitsOf(trigger.number) ?? new HitLog(Number.POSITIVE_INFINITY));
}

function indexOf(capture: Capture, trigger: Trigger): Index {
	const { endTime, changes } = capture;
	const known = indexes.get(capture) ?? new Map<string, Index>();
	indexes.set(capture, known);
	const key = JSON.stringify(trigger.stages);
	const found = known.get(key);
	if (found?.endTime === endTime && found.changes === changes) return found;
	const log = new HitLog();
	let count = 0;
	visitHits(capture, trigger, Number.POSITIVE_INFINITY, (time) => {
		log.add(time);
		count++;
		return false;
	});
	const index = { endTime, changes, log, count };
	known.set(key, index);
	for (const oldest of known.keys()) if (known.size > KEPT_INDEXES) known.delete(oldest);
	return index;
}

/** How often each of the triggers is hit in a capture that does not grow. */
export function countHits(capture: Capture, triggers: readonly Trigger[]): readonly number[] {
	return triggers.map((trigger) => indexOf(capture, trigger).count);
}

/** The hit of any of the triggers that comes next after a time, or came last before it. */
export function hitBeside(
	capture: Capture,
	triggers: readonly Trigger[],
	time: number,
	direction: "next" | "previous",
): TriggerHit | undefined {
	const sign = direction === "next" ? 1 : -1;
	return triggers
		.flatMap((trigger): TriggerHit[] => {
			const hit =
				direction === "next" ? nextHit(capture, trigger, time) : previousHit(capture, trigger, time);
			return hit === undefined ? [] : [{ trigger: trigger.number, time: hit }];
		})
		.reduce<TriggerHit | undefined>(
			(best, hit) => (best === undefined || sign * (hit.time - best.time) < 0 ? hit : best),
			undefined,
		);
}

function nextHit(capture: Capture, trigger: Trigger, time: number): number | undefined {
	const log = logOf(capture, trigger);
	if (time >= log.since) return log.next(time);
	const [earlier] = findTriggerHits(capture, trigger, Math.floor(time) + 1, log.since, 1);
	return earlier ?? log.next(time);
}

function previousHit(capture: Capture, trigger: Trigger, time: number): number | undefined {
	const log = logOf(capture, trigger);
	const logged = log.previous(time);
	// What was dropped from the capture cannot be shown any more.
	if (logged !== undefined) return logged < capture.firstTime ? undefined : logged;
	return log.since <= capture.firstTime
		? undefined
		: findLastTriggerHit(capture, trigger, Math.min(time, log.since));
}

/** The hits in [from, to) that can be shown in so many columns, for each of the triggers. */
export function hitsInColumns(
	capture: Capture,
	triggers: readonly Trigger[],
	from: number,
	to: number,
	columns: number,
): readonly ColumnHits[] {
	const spacing = (to - from) / Math.max(1, columns);
	const start = Math.max(from, capture.firstTime);
	return triggers.map((trigger) => ({
		trigger: trigger.number,
		times: Float64Array.from(logOf(capture, trigger).spaced(start, to, spacing)),
	}));
}
