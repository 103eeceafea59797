import type { Handler, HandlersOf } from "./Handler.ts";
import { refusals } from "./refusals.ts";

/** What the shell answers for a script that is a folder, and for one that is not there. */
const NOT_EXECUTABLE = 126 << 8;
const NOT_FOUND = 127 << 8;

/** Runs one of the daemon's shell scripts, of which there are none. @returns the shell's wait status */
export function runShellScript(name: string): number {
	if (!/^[A-Za-z0-9_-]*$/.test(name)) return refusals.badScriptName;
	return name === "" ? NOT_EXECUTABLE : NOT_FOUND;
}

const runShell: Handler = (_daemon, request) => runShellScript(request.text());

export const shellHandlers: HandlersOf<"runShell"> = { runShell };
