import { HEADER_BYTES, OversizeRequest, type RequestFrame, RequestParser } from "@gpioscope/protocol";

/** Bytes of requests that may wait to be performed before a connection is read no further. */
const FULL_BYTES = 1024 * 1024;

/** The requests of a connection that have come and wait to be performed. */
export class RequestQueue {
	/** Whether a request came that is too long: those before it are still answered, then the connection ends. */
	isDoomed = false;
	readonly #parser = new RequestParser();
	#frames: RequestFrame[] = [];
	#first = 0;
	#bytes = 0;

	get isEmpty(): boolean {
		return this.#first === this.#frames.length;
	}

	get isFull(): boolean {
		return this.#bytes > FULL_BYTES;
	}

	/** Takes in what was received. */
	push(chunk: Uint8Array): void {
		if (this.isDoomed) return;
		try {
			this.#add(this.#parser.push(chunk));
		} catch (error) {
			if (!(error instanceof OversizeRequest)) throw error;
			this.#add(error.frames);
			this.isDoomed = true;
		}
	}

	shift(): RequestFrame | undefined {
		const frame = this.#frames[this.#first];
		if (frame === undefined) return undefined;
		this.#first++;
		this.#bytes -= HEADER_BYTES + frame.extension.length;
		if (this.isEmpty) {
			this.#frames = [];
			this.#first = 0;
		}
		return frame;
	}

	#add(frames: readonly RequestFrame[]): void {
		if (this.#first > 0) {
			this.#frames = this.#frames.slice(this.#first);
			this.#first = 0;
		}
		for (const frame of frames) {
			this.#frames.push(frame);
			this.#bytes += HEADER_BYTES + frame.extension.length;
		}
	}
}
