import { PendingBytes } from "../bytes/PendingBytes.ts";
import { copyBytes, EMPTY, readWord } from "../bytes/words.ts";
import { commandByCode } from "../commands/registry.ts";
import { ProtocolError } from "../errors/ProtocolError.ts";
import { HEADER_BYTES } from "./request.ts";
import type { ResponseFrame } from "./response.ts";

/** No daemon answers with more: its buffer is 64 KiB. */
const MAX_DATA_BYTES = 65_536;

/** Cuts what pigpiod sends into responses, however the bytes are split. For clients. */
export class ResponseParser {
	readonly #pending = new PendingBytes();

	/** The responses that `chunk` completes. Throws ProtocolError when a response announces impossible data. */
	push(chunk: Uint8Array): ResponseFrame[] {
		const frames: ResponseFrame[] = [];
		this.pushTo(chunk, (frame) => frames.push(frame));
		return frames;
	}

	/** The same, handing on each response as it is found; what `take` throws ends it for good. */
	pushTo(chunk: Uint8Array, take: (frame: ResponseFrame) => void): void {
		const bytes = this.#pending.join(chunk);
		let offset = 0;
		while (bytes.length - offset >= HEADER_BYTES) {
			const code = readWord(bytes, offset);
			const result = readWord(bytes, offset + 12) | 0;
			const length = dataLength(code, result);
			const start = offset + HEADER_BYTES;
			if (bytes.length - start < length) break;
			take({
				code,
				p1: readWord(bytes, offset + 4),
				p2: readWord(bytes, offset + 8),
				result,
				data: length === 0 ? EMPTY : copyBytes(bytes, start, start + length),
			});
			offset = start + length;
		}
		this.#pending.keep(bytes, offset);
	}
}

/** Only the command tells whether a positive result is a value or the number of bytes that follow. */
function dataLength(code: number, result: number): number {
	if (result <= 0 || commandByCode(code)?.spec.result.carriesData !== true) return 0;
	if (result > MAX_DATA_BYTES) {
		throw new ProtocolError(`a response to command ${code} announces ${result} bytes of data`);
	}
	return result;
}
