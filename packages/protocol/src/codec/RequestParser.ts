import { PendingBytes } from "../bytes/PendingBytes.ts";
import { copyBytes, EMPTY, readWord } from "../bytes/words.ts";
import { MAX_EXTENSION_BYTES } from "../commands/tailTypes.ts";
import { OversizeRequest } from "../errors/ProtocolError.ts";
import { HEADER_BYTES, type RequestFrame } from "./request.ts";

/** Cuts what a client sends into requests, however the bytes are split. For servers. */
export class RequestParser {
	readonly #pending = new PendingBytes();

	/**
	 * The requests that `chunk` completes. Throws OversizeRequest, which carries the requests before it, when a
	 * header announces more than 65535 bytes; the connection is then to be closed unanswered.
	 */
	push(chunk: Uint8Array): RequestFrame[] {
		const bytes = this.#pending.join(chunk);
		const frames: RequestFrame[] = [];
		let offset = 0;
		while (bytes.length - offset >= HEADER_BYTES) {
			const length = readWord(bytes, offset + 12);
			if (length > MAX_EXTENSION_BYTES) throw new OversizeRequest(length, frames);
			const start = offset + HEADER_BYTES;
			if (bytes.length - start < length) break;
			frames.push({
				code: readWord(bytes, offset),
				p1: readWord(bytes, offset + 4),
				p2: readWord(bytes, offset + 8),
				extension: length === 0 ? EMPTY : copyBytes(bytes, start, start + length),
			});
			offset = start + length;
		}
		this.#pending.keep(bytes, offset);
		return frames;
	}
}
