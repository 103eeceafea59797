// This package knows neither Node nor the DOM, yet both have these two.
declare const TextEncoder: { new (): { encode(text: string): Uint8Array<ArrayBuffer> } };
declare const TextDecoder: { new (): { decode(bytes: Uint8Array): string } };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes of a text. */
export function encodeText(text: string): Uint8Array {
	return encoder.encode(text);
}

/** Text of UTF-8 bytes; what is not UTF-8 becomes the replacement character. */
export function decodeText(bytes: Uint8Array): string {
	return decoder.decode(bytes);
}
