import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A raw socket to a simulator, for tests. */
export class TestClient {
	received = Buffer.alloc(0);
	/** Bytes received since it connected. */
	total = 0;
	isClosed = false;
	/** Lengths of the pieces in which it came. */
	readonly pieces: number[] = [];
	/** Why the connection failed, such as ECONNRESET. */
	error: string | undefined;
	readonly #socket: Socket;

	private constructor(socket: Socket) {
		this.#socket = socket;
		socket.setNoDelay(true);
		socket.on("data", (chunk) => {
			this.received = Buffer.concat([this.received, chunk]);
			this.total += chunk.length;
			this.pieces.push(chunk.length);
		});
		socket.on("error", (error) => {
			this.error = "code" in error ? String(error.code) : error.message;
			socket.destroy();
		});
		socket.on("close", () => {
			this.isClosed = true;
		});
		socket.on("end", () => {
			this.isClosed = true;
		});
	}

	static async open(port: number): Promise<TestClient> {
		const socket = connect({ port, host: "127.0.0.1" });
		await once(socket, "connect");
		return new TestClient(socket);
	}

	send(bytes: Uint8Array): void {
		this.#socket.write(bytes);
	}

	/** Reads no further. */
	pause(): void {
		this.#socket.pause();
	}

	/** Reads again. */
	resume(): void {
		this.#socket.resume();
	}

	/** Takes `count` received bytes, or as many as there are. */
	take(count: number): Buffer {
		const taken = this.received.subarray(0, count);
		this.received = this.received.subarray(count);
		return taken;
	}

	/** Waits for bytes or the end of the connection; gives up after a few turns of the event loop. */
	async settle(isEnough: () => boolean, turns = 400): Promise<void> {
		for (let turn = 0; turn < turns && !isEnough(); turn++) {
			await new Promise((resolve) => setImmediate(resolve));
		}
	}

	async close(): Promise<void> {
		if (this.#socket.destroyed) return;
		const closed = once(this.#socket, "close");
		this.#socket.destroy();
		await closed;
	}
}
