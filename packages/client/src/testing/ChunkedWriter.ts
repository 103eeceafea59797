import type { Socket } from "node:net";

/** Sends a stream of bytes in pieces of given sizes, wherever its messages begin and end, one a turn. */
export class ChunkedWriter {
	readonly #socket: Socket;
	readonly #nextSize: () => number;
	#waiting: Uint8Array = new Uint8Array();
	#isWriting = false;

	constructor(socket: Socket, nextSize: () => number) {
		this.#socket = socket;
		this.#nextSize = nextSize;
	}

	push(bytes: Uint8Array): void {
		this.#waiting = Buffer.concat([this.#waiting, bytes]);
		if (this.#isWriting) return;
		this.#isWriting = true;
		setImmediate(this.#write);
	}

	readonly #write = () => {
		if (this.#waiting.length === 0 || this.#socket.destroyed) {
			this.#isWriting = false;
			return;
		}
		const size = this.#nextSize();
		const piece = this.#waiting.subarray(0, size);
		this.#waiting = this.#waiting.subarray(size);
		this.#socket.write(piece, () => setImmediate(this.#write));
	};
}
