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

	/** Edges a second that its callback for GPIO 4 is told, and the share of a processor that takes. */
	async measureCallbacks(seconds: number): Promise<{ readonly edges: number; readonly load: number }> {
		this.#child.stdin.write(`callbacks ${seconds}\n`);
		const [edges = 0, load = 0] = (await this.#answer()).split(" ").map(Number);
		return { edges, load };
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
