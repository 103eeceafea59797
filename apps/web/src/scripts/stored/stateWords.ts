import type { StoredScriptState } from "./storedStore.ts";

/** A state in words for people. */
export const stateWords: Readonly<Record<StoredScriptState, string>> = {
	initialising: "getting ready",
	halted: "stopped",
	running: "running",
	waiting: "waiting",
	failed: "failed",
	deleting: "being deleted",
};

/** Whether a script in this state goes on by itself. */
export function isAtWork(state: StoredScriptState): boolean {
	return state === "running" || state === "waiting";
}
