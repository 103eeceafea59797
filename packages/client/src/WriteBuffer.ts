import type { Socket } from "node:net";

const BUFFER_BYTES = 64 * 1024;
/** Up to here a loop copies faster than the system does. */
const FEW_BYTES = 64;

/**
 * Sends what comes in one turn in one write. The bytes are copied into memory that is used again as soon as the system
 * has taken them, which it mostly does at once: a socket makes an object of every array that it is given.
 */
export class WriteBuffer {
	readonly #socket: Socket;
	#buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
	#filled = 0;
	/** The piece of the buffer that was written last; requests one by one are of one length, mostly. */
	#piece = this.#buffer.subarray(0, 0);

	constructor(socket: Socket) {
		this.#socket = socket;
	}

	push(bytes: Uint8Array): void {
		const { length } = bytes;
		// After what now waits to run: calls that continue from replies of one chunk go out together.
		if (this.#filled === 0) process.nextTick(this.#flush);
		else if (this.#filled + length > BUFFER_BYTES) this.#send();
		if (length > BUFFER_BYTES) {
			this.#socket.write(bytes);
			return;
		}
		const at = this.#filled;
		if (length > FEW_BYTES) this.#buffer.set(bytes, at);
		else for (let i = 0; i < length; i++) this.#buffer[at + i] = bytes[i] ?? 0;
		this.#filled = at + length;
	}

	readonly #flush = () => {
		if (this.#filled > 0) this.#send();
	};

	#send(): void {
		if (this.#piece.length !== this.#filled) this.#piece = this.#buffer.subarray(0, this.#filled);
		this.#filled = 0;
		this.#socket.write(this.#piece);
		if (this.#socket.writableLength === 0) return;
		this.#buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
		this.#piece = this.#buffer.subarray(0, 0);
	}
}
