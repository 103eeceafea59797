import { connect, type Socket } from "node:net";

/** A program at the line server, for tests: sends texts and waits for the lines that it hears. */
export class LineClient {
	readonly lines: string[] = [];
	readonly socket: Socket;
	/** True once the server has ended the connection. */
	isEnded = false;
	#rest = "";
	#waiting: (() => void)[] = [];

	static async connect(path: string): Promise<LineClient> {
		const socket = connect({ path, allowHalfOpen: true });
		await new Promise<void>((resolve, reject) => {
			socket.once("connect", resolve);
			socket.once("error", reject);
		});
		return new LineClient(socket);
	}

	private constructor(socket: Socket) {
		this.socket = socket;
		socket.on("data", (bytes) => {
			const parts = (this.#rest + String(bytes)).split("\n");
			this.#rest = parts.pop() ?? "";
			this.lines.push(...parts);
			this.#wake();
		});
		socket.once("end", () => {
			this.isEnded = true;
			this.#wake();
		});
		socket.on("error", () => socket.destroy());
	}

	send(text: string): void {
		this.socket.write(text, "latin1");
	}

	/** Resolves when the condition holds after something was heard. */
	async until(condition: () => boolean): Promise<void> {
		while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	/** Sends, and resolves with the next so many lines. */
	async ask(text: string, count = 1): Promise<string[]> {
		const start = this.lines.length;
		this.send(text);
		await this.until(() => this.lines.length >= start + count || this.isEnded);
		return this.lines.slice(start, start + count);
	}

	async close(): Promise<void> {
		this.socket.destroy();
	}

	#wake(): void {
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
}
