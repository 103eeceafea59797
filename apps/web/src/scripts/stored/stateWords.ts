import type { ScriptRunState } from "@gpioscope/protocol";

/** A state in words for people. */
export const stateWords: Readonly<Record<ScriptRunState, string>> = {
	initialising: "getting ready",
	halted: "stopped",
	running: "running",
	waiting: "waiting",
	failed: "failed",
};

/** Whether a script in this state goes on by itself. */
export function isAtWork(state: ScriptRunState): boolean {
	return state === "running" || state === "waiting";
}
