/** Undo and redo over immutable states. The state in force is always `present`. */
export interface History<State> {
	readonly past: readonly State[];
	readonly present: State;
	readonly future: readonly State[];
	/** Key and time of the last recorded step, by which a run of small steps becomes one. */
	readonly last?: { readonly key: string; readonly at: number };
}

/** A change to record. */
export interface HistoryStep {
	/** Steps with the same key join when they follow each other within joinWithinMs. */
	readonly key?: string;
	/** Milliseconds of any steady clock. */
	readonly at: number;
}

/** Steps of the same key closer than this are one step to undo. */
export const joinWithinMs = 1000;

/** States kept for undo. They share what did not change, so this bounds depth rather than memory. */
export const historyLimit = 200;

/** Begins a history. */
export function startHistory<State>(present: State): History<State> {
	return { past: [], present, future: [] };
}

/** Records a new state as one step. What had been undone is forgotten. */
export function record<State>(history: History<State>, next: State, step: HistoryStep): History<State> {
	if (Object.is(next, history.present)) return history;
	const joins =
		step.key !== undefined &&
		history.last !== undefined &&
		history.last.key === step.key &&
		step.at - history.last.at <= joinWithinMs;
	const past = joins ? history.past : [...history.past, history.present].slice(-historyLimit);
	const last = step.key === undefined ? {} : { last: { key: step.key, at: step.at } };
	return { past, present: next, future: [], ...last };
}

/** Replaces the state in force without a step, as for a selection that moves. */
export function amend<State>(history: History<State>, present: State): History<State> {
	return { ...history, present };
}

/** Goes one step back, or returns the same history at its beginning. */
export function undo<State>(history: History<State>): History<State> {
	const previous = history.past.at(-1);
	if (previous === undefined) return history;
	return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] };
}

/** Goes one undone step forward again, or returns the same history at its end. */
export function redo<State>(history: History<State>): History<State> {
	const [next, ...future] = history.future;
	if (next === undefined) return history;
	return { past: [...history.past, history.present], present: next, future };
}
