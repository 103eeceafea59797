import { RequestParser } from "../src/codec/RequestParser.ts";
import type { RequestFrame } from "../src/codec/request.ts";

/** The one request that `bytes` are. */
export function requestFrame(bytes: Uint8Array): RequestFrame {
	const [frame, ...more] = new RequestParser().push(bytes);
	if (frame === undefined || more.length > 0) throw new Error("not exactly one request");
	return frame;
}

/** Bytes of a hexadecimal text; blanks are ignored. */
export function hex(text: string): Uint8Array {
	return Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ""), "hex"));
}
