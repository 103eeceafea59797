import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

const PYTHON = "/usr/bin/python3";

/** What python3-pigpio is missing, if anything. */
export function missingPython(): string | undefined {
	const { status } = spawnSync(PYTHON, ["-c", "import pigpio"]);
	return status === 0 ? undefined : "python3-pigpio is not installed (apt install python3-pigpio)";
}

/** A python3-pigpio in a process of its own that measures when told to. */
export class PythonClient {
	readonly #child: ChildProcessByStdio<Writable, Readable, null>;
	readonly #answers: AsyncIterator<string>;

	private constructor(child: ChildProcessByStdio<Writable, Readable, null>) {
		this.#child = child;
		this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	}

	static async connect(port: number): Promise<PythonClient> {
		const script = fileURLToPath(new URL("pythonClient.py", import.meta.url));
		const client = new PythonClient(
			spawn(PYTHON, [script, `${port}`], { stdio: ["pipe", "pipe", "inherit"] }),
		);
		await client.#answer();
		return client;
	}

	/** Round trips a second, one after another; python3-pigpio cannot send before the last answer came. */
	async measure(what: "read" | "write", seconds: number): Promise<number> {
		this.#child.stdin.write(`${what} ${seconds}\n`);
		return Number(await this.#answer());
	}

	async close(): Promise<void> {
		const ended = once(this.#child, "exit");
		this.#child.stdin.end();
		await ended;
	}

	async #answer(): Promise<string> {
		const { done, value } = await this.#answers.next();
		if (done === true) throw new Error("python3-pigpio ended early");
		return value;
	}
}
