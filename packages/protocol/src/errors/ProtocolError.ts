import type { RequestFrame } from "../codec/request.ts";

/** Bytes that no pigpiod or client sends: the stream cannot be understood from here on. */
export class ProtocolError extends Error {
	override readonly name: string = "ProtocolError";
}

/**
 * A request that announces an extension of 65536 bytes or more. pigpiod closes such a connection without an
 * answer, after answering what came before: `frames`.
 */
export class OversizeRequest extends ProtocolError {
	override readonly name = "OversizeRequest";
	readonly announced: number;
	readonly frames: readonly RequestFrame[];

	constructor(announced: number, frames: readonly RequestFrame[]) {
		super(`a request announces an extension of ${announced} bytes; at most 65535 are possible`);
		this.announced = announced;
		this.frames = frames;
	}
}
