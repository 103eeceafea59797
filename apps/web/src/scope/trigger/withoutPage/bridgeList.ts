import type { Trigger } from "@gpioscope/protocol";

type Triggers = readonly Trigger[];

/** Whether the bridge watches for this very trigger; what it is called does not matter. */
export function isWatched(watched: Triggers, { number, stages, action }: Trigger): boolean {
	return watched.some(
		(other) =>
			other.number === number &&
			other.enabled &&
			JSON.stringify([other.stages, other.action]) === JSON.stringify([stages, action]),
	);
}

/** What the bridge is to watch for when a trigger joins, or takes the place of the one of its number. */
export function listWith(watched: Triggers, trigger: Trigger): Triggers {
	return [...listWithout(watched, trigger.number), { ...trigger, enabled: true }].sort(
		(a, b) => a.number - b.number,
	);
}

export function listWithout(watched: Triggers, number: number): Triggers {
	return watched.filter((other) => other.number !== number);
}

/**
 * What the bridge is to watch for after triggers were changed on this page: those of them that it watched for become
 * what they are now, or leave when they are off, gone, or pause a view. The same list when none is concerned.
 */
export function listAfter(watched: Triggers, before: Triggers, after: Triggers): Triggers {
	return before
		.filter((trigger) => isWatched(watched, trigger))
		.reduce((list, { number }) => {
			const now = after.find((trigger) => trigger.number === number);
			if (now?.enabled !== true || now.action.kind === "pause") return listWithout(list, number);
			return isWatched(list, now) ? list : listWith(list, now);
		}, watched);
}
