/** Bytes as they may be given: as they are, as numbers from 0 to 255, or as a text, which is sent as UTF-8. */
export type BytesLike = Uint8Array | readonly number[] | string;

const encoder = new TextEncoder();

/** The bytes meant. */
export function bytesOf(data: BytesLike): Uint8Array {
	if (typeof data === "string") return encoder.encode(data);
	if (data instanceof Uint8Array) return data;
	const wrong = data.find((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255);
	if (wrong !== undefined) throw new RangeError(`a byte must be a whole number from 0 to 255, not ${wrong}`);
	return Uint8Array.from(data);
}
