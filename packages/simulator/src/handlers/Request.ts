import type { ReportSink } from "../signals/ReportSink.ts";

/** Bytes of a connection's buffer: the longest extension and its terminator. */
export const BUFFER_BYTES = 65_536;

/** A request as the daemon sees it: the header's words, and the connection's buffer. */
export class Request {
	readonly code: number;
	/** Echoed in the answer as they are after the command; unsigned. */
	p1: number;
	p2: number;
	/**
	 * Whether p1 has more than 32 bits, which only a script's number can have: the daemon reads 64, and a negative
	 * register is extended to them.
	 */
	isWide = false;
	/** Bytes of the extension. */
	readonly length: number;
	/** The connection it came by, as a place for reports. */
	readonly sink: ReportSink | undefined;
	readonly #buffer: Uint8Array;

	constructor(
		code: number,
		p1: number,
		p2: number,
		length: number,
		buffer: Uint8Array,
		sink: ReportSink | undefined,
	) {
		this.code = code;
		this.p1 = p1;
		this.p2 = p2;
		this.length = length;
		this.sink = sink;
		this.#buffer = buffer;
	}

	/**
	 * A word of the extension. Nobody checks that it came: beyond the extension lie a zero byte and what earlier
	 * requests of the connection left there.
	 */
	word(index: number): number {
		const at = 4 * index;
		const buffer = this.#buffer;
		return (
			((buffer[at] ?? 0) |
				((buffer[at + 1] ?? 0) << 8) |
				((buffer[at + 2] ?? 0) << 16) |
				((buffer[at + 3] ?? 0) << 24)) >>>
			0
		);
	}

	/** Changes a word of the extension, which stays in the buffer for later requests that come without. */
	setWord(index: number, value: number): void {
		const at = this.#buffer.byteOffset + 4 * index;
		new DataView(this.#buffer.buffer).setUint32(at, value, true);
	}

	/** Bytes of the extension from `start` on; a view that is valid until the next request. */
	bytes(start = 0): Uint8Array {
		return this.#buffer.subarray(start, Math.max(start, this.length));
	}

	/**
	 * The text up to the first zero byte from `start` on, one character a byte. Like `word` it may reach beyond the
	 * extension, into what earlier requests left.
	 */
	text(start = 0): string {
		const end = this.#buffer.indexOf(0, start);
		const bytes = this.#buffer.subarray(start, end < 0 ? undefined : end);
		return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
	}
}

/** Shortens p2, the bytes asked for, to what the buffer holds; the answer echoes the shortened number. */
export function clipP2(request: Request): Request {
	request.p2 = Math.min(request.p2, BUFFER_BYTES - 1);
	return request;
}
