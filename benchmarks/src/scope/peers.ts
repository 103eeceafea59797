import { spawnSync } from "node:child_process";

/** A program of others, timed; or why it cannot be. */
export type Timed = { readonly seconds: number } | { readonly missing: string };

/** Runs a program, its output thrown away. @throws Error when it fails. */
export function timePeer(program: string, args: readonly string[], packageName: string): Timed {
	const start = performance.now();
	const { error, status } = spawnSync(program, args, { stdio: "ignore" });
	const seconds = (performance.now() - start) / 1000;
	if (error !== undefined && "code" in error && error.code === "ENOENT")
		return { missing: `no ${program} (apt install ${packageName})` };
	if (error !== undefined || status !== 0)
		throw new Error(`${[program, ...args].join(" ")} failed`, { cause: error });
	return { seconds };
}

/** The quickest of some runs. */
export function quickest(runs: readonly Timed[]): Timed {
	return runs.reduce((best, next) =>
		"missing" in best || "missing" in next || best.seconds <= next.seconds ? best : next,
	);
}
