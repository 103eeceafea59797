import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A simulated pigpiod in a process of its own, so that it and its clients do not share an event loop. */
export class SimulatorProcess {
	readonly port: number;
	readonly pid: number;
	readonly #child: ChildProcess;

	private constructor(child: ChildProcess, port: number) {
		this.#child = child;
		this.port = port;
		this.pid = child.pid ?? 0;
	}

	/** Starts it on a free port, with pigpiod's options. */
	static async start(options: readonly string[] = []): Promise<SimulatorProcess> {
		const cli = fileURLToPath(new URL("../../packages/simulator/src/cli.ts", import.meta.url));
		const child = spawn(
			process.execPath,
			["--import", import.meta.resolve("tsx"), cli, "-p", "0", ...options],
			{
				stdio: ["ignore", "pipe", "inherit"],
			},
		);
		const output = createInterface({ input: child.stdout });
		const gone = once(child, "exit").then(() => undefined);
		for await (const line of output) {
			const port = /port (\d+)/.exec(line)?.[1];
			if (port !== undefined) return new SimulatorProcess(child, Number(port));
		}
		await gone;
		throw new Error("the simulator did not start");
	}

	async stop(): Promise<void> {
		const ended = once(this.#child, "exit");
		this.#child.kill();
		await ended;
	}
}
