import { spawnSync } from "node:child_process";

/**
 * Tells whether a test can use a foreign program: undefined, or the reason why not, to be shown with the skipped
 * tests. Where CI=true a missing program is a failure, so that a gate never passes by leaving tests out.
 * @param args must make the program end at once with status 0
 */
export function reasonToSkip(program: string, args: readonly string[], remedy: string): string | undefined {
	const { error, status } = spawnSync(program, args, { stdio: "ignore" });
	if (!error && status === 0) return undefined;
	const reason = `${[program, ...args].join(" ")} does not run; ${remedy}`;
	if (process.env["CI"] === "true") throw new Error(`${reason}. CI needs it.`);
	return reason;
}
