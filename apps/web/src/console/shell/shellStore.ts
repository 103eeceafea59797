import type { Invocation } from "@gpioscope/protocol";
import { createStore } from "zustand/vanilla";

/** What became of a run. */
export type Outcome =
	| { readonly kind: "running" }
	| { readonly kind: "done"; readonly isGood: boolean; readonly text: string; readonly bytes?: Uint8Array }
	| { readonly kind: "failed"; readonly error: unknown };

/** One program or function that was run from here. */
export interface Run {
	readonly id: number;
	readonly call: Invocation;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Milliseconds it took; undefined while it runs. */
	readonly took: number | undefined;
	readonly outcome: Outcome;
}

/** How many runs are kept. */
const KEPT = 50;

/** What was run from here, newest first. */
export const shellStore = createStore<{ readonly runs: readonly Run[] }>()(() => ({ runs: [] }));

let lastId = 0;

/** Notes that something runs. @returns what notes its outcome */
export function noteRun(call: Invocation): (outcome: Outcome) => void {
	const id = ++lastId;
	const start = performance.now();
	const run: Run = { id, call, at: Date.now(), took: undefined, outcome: { kind: "running" } };
	shellStore.setState(({ runs }) => ({ runs: [run, ...runs].slice(0, KEPT) }));
	return (outcome) => {
		const took = performance.now() - start;
		shellStore.setState(({ runs }) => ({
			runs: runs.map((other) => (other.id === id ? { ...other, took, outcome } : other)),
		}));
	};
}
