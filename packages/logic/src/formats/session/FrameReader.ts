import { crc32 } from "@gpioscope/protocol";
import { inflateSync } from "fflate";
import { ByteQueue } from "../zip/ByteQueue.ts";
import { CHECKED_FROM, FRAME_MAGIC, frameHeader, LONGEST_FRAME } from "./frame.ts";

/** What is done with the frames of a session, in their order. */
export interface FrameSink {
	frame(kind: number, content: Uint8Array): void;
	/** Something between two frames could not be read. */
	damage(): void;
}

/** Finds the frames in bytes that come in pieces; passes over what is damaged to the next whole frame. */
export class FrameReader {
	readonly #queue = new ByteQueue();
	readonly #sink: FrameSink;
	#isLost = false;

	constructor(sink: FrameSink) {
		this.#sink = sink;
	}

	push(piece: Uint8Array): void {
		this.#queue.push(piece.slice());
		while (this.#take()) {}
	}

	/** No more bytes come: what was waited for is damaged. */
	end(): void {
		while (this.#queue.length > 0) {
			this.#skip();
			while (this.#take()) {}
		}
	}

	/** Takes one frame, or passes over bytes that are none. Returns false when more are needed. */
	#take(): boolean {
		const header = this.#queue.peek(frameHeader.bytes);
		if (header === undefined) return false;
		const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
		const length = view.getUint32(frameHeader.length, true);
		const size = view.getUint32(frameHeader.size, true);
		if (view.getUint32(0, true) !== FRAME_MAGIC || length > LONGEST_FRAME || size > LONGEST_FRAME) {
			this.#skip();
			return true;
		}
		const bytes = this.#queue.peek(frameHeader.bytes + length);
		if (bytes === undefined) return false;
		const content = contentOf(bytes, view.getUint32(frameHeader.checksum, true), size);
		if (content === undefined) {
			this.#skip();
			return true;
		}
		this.#isLost = false;
		this.#queue.take(bytes.length);
		this.#sink.frame(bytes[frameHeader.kind] as number, content);
		return true;
	}

	/** Passes over the bytes to the next place where a frame may begin. */
	#skip(): void {
		if (!this.#isLost) this.#sink.damage();
		this.#isLost = true;
		this.#queue.takeSome(1);
		for (;;) {
			const bytes = this.#queue.takeSome(0x10000);
			const at = bytes.indexOf(FRAME_MAGIC & 0xff);
			if (at >= 0) {
				this.#queue.unshift(bytes.subarray(at));
				return;
			}
			if (bytes.length === 0) return;
		}
	}
}

/** The content of a frame, undefined when it is damaged. */
function contentOf(bytes: Uint8Array, checksum: number, size: number): Uint8Array | undefined {
	if (crc32(bytes, CHECKED_FROM) !== checksum) return undefined;
	const packed = bytes.subarray(frameHeader.bytes);
	if (bytes[frameHeader.packing] === 0) return packed.length === size ? packed : undefined;
	try {
		const content = inflateSync(packed, { out: new Uint8Array(size) });
		return content.length === size ? content : undefined;
	} catch {
		// The checksum was right, so whoever wrote this packed it wrongly: as unreadable as a damaged one.
		return undefined;
	}
}
