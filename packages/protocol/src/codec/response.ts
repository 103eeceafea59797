import { EMPTY, writeWord } from "../bytes/words.ts";
import { type CommandName, commands, type Result } from "../commands/registry.ts";
import { PigpioError } from "../errors/PigpioError.ts";
import { HEADER_BYTES } from "./request.ts";

/**
 * One response as it is on the wire, little endian:
 *
 *     u32 cmd | u32 p1 | u32 p2 | i32 result | `result` bytes of data for the commands that carry them
 */
export interface ResponseFrame {
	readonly code: number;
	/** Echoed as the daemon has it after processing; unsigned. */
	readonly p1: number;
	/** Echoed as the daemon has it after processing; unsigned. */
	readonly p2: number;
	/** Signed; negative is an error unless the command's result is unsigned. */
	readonly result: number;
	readonly data: Uint8Array;
}

/** Bytes of a response. */
export function encodeResponse(frame: ResponseFrame): Uint8Array {
	const bytes = new Uint8Array(HEADER_BYTES + frame.data.length);
	writeWord(bytes, 0, frame.code);
	writeWord(bytes, 4, frame.p1);
	writeWord(bytes, 8, frame.p2);
	writeWord(bytes, 12, frame.result);
	bytes.set(frame.data, HEADER_BYTES);
	return bytes;
}

/** The value a response gives; throws PigpioError when the daemon refused the command. */
export function decodeResponse<N extends CommandName>(name: N, frame: ResponseFrame): Result<N> {
	const type = commands[name].result;
	if (frame.result < 0 && !type.unsigned) throw new PigpioError(name, frame.result);
	return type.read(frame.result, frame.data) as Result<N>;
}

/** Result word and data that stand for a value: the inverse of decodeResponse. */
export function encodeResult<N extends CommandName>(
	name: N,
	value: Result<N>,
): { readonly result: number; readonly data: Uint8Array } {
	return commands[name].result.write(value);
}

/** A response without data. */
export function statusResponse(code: number, p1: number, p2: number, result: number): ResponseFrame {
	return { code, p1, p2, result, data: EMPTY };
}
