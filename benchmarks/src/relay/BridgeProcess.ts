import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The built bridge in a process of its own. */
export class BridgeProcess {
	/** The address it prints, with the token. */
	readonly url: string;
	readonly pid: number;
	readonly #child: ChildProcess;

	private constructor(child: ChildProcess, url: string) {
		this.#child = child;
		this.url = url;
		this.pid = child.pid ?? 0;
	}

	/** Starts it on a free port for the daemon at `port`. */
	static async start(port: number): Promise<BridgeProcess> {
		const main = fileURLToPath(new URL("../../../apps/bridge/dist/main.js", import.meta.url));
		const args = [main, "--port", "0", "--pi", `127.0.0.1:${port}`];
		const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
		for await (const line of createInterface({ input: child.stdout })) {
			const url = /https?:\/\/\S+#token=\S+/.exec(line)?.[0];
			if (url === undefined) continue;
			child.stdout.resume();
			return new BridgeProcess(child, url);
		}
		throw new Error("the bridge ended before it printed its address");
	}

	async stop(): Promise<void> {
		const ended = once(this.#child, "exit");
		this.#child.kill();
		await ended;
	}
}
