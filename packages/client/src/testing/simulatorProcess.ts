import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

/** A simulator as a process of its own, so that it can be killed as a daemon can. */
export interface SimulatorProcess {
	readonly port: number;
	readonly pid: number;
	/** Ends it at once (SIGKILL), as a crash would. */
	kill(): Promise<void>;
	/** Stops it where it is: its sockets stay open and nothing is answered. */
	freeze(): void;
	/** Lets it go on. */
	thaw(): void;
}

/** Starts the simulator's command; port 0 takes a free one. Resolves when it listens. */
export async function startSimulatorProcess(
	port: number,
	options: readonly string[] = [],
): Promise<SimulatorProcess> {
	const child = spawn(
		process.execPath,
		["--import", "tsx", "packages/simulator/src/cli.ts", ...(port === 0 ? ["-p", "0"] : []), ...options],
		{
			cwd: root,
			// A port that was free may lie beyond those that -p takes.
			env: { ...process.env, PIGPIO_PORT: String(port) },
			stdio: ["ignore", "pipe", "inherit"],
		},
	);
	const listening = await readPort(child);
	return {
		port: listening,
		pid: child.pid ?? 0,
		kill: async () => {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const ended = once(child, "exit");
			child.kill("SIGKILL");
			await ended;
		},
		freeze: () => child.kill("SIGSTOP"),
		thaw: () => child.kill("SIGCONT"),
	};
}

/** Reads the port from the line the simulator prints when it listens. */
async function readPort(child: ChildProcess): Promise<number> {
	if (child.stdout === null) throw new Error("The simulator has no output.");
	const lines = createInterface({ input: child.stdout });
	for await (const line of lines) {
		const port = /\bport (\d+)/.exec(line)?.[1];
		if (port !== undefined) {
			// Keep reading, so that the pipe never fills.
			child.stdout.resume();
			return Number(port);
		}
	}
	throw new Error(`The simulator ended with ${child.exitCode} before it listened.`);
}
