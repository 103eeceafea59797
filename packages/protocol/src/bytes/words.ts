/** No bytes at all, shared so that frames without data cost no allocation. */
export const EMPTY: Uint8Array = new Uint8Array(0);

/** A copy of part of `bytes`. Not `slice`: a Node Buffer's slice shares the memory of a socket's chunk. */
export function copyBytes(bytes: Uint8Array, start: number, end: number): Uint8Array {
	const copy = new Uint8Array(end - start);
	copy.set(bytes.subarray(start, end));
	return copy;
}

/** Reads an unsigned 32-bit little-endian word. The caller has checked that four bytes are there. */
export function readWord(bytes: Uint8Array, offset: number): number {
	return (
		((bytes[offset] ?? 0) |
			((bytes[offset + 1] ?? 0) << 8) |
			((bytes[offset + 2] ?? 0) << 16) |
			((bytes[offset + 3] ?? 0) << 24)) >>>
		0
	);
}

/** Writes the low 32 bits of `value` little endian; a negative number is written as two's complement. */
export function writeWord(bytes: Uint8Array, offset: number, value: number): void {
	bytes[offset] = value;
	bytes[offset + 1] = value >>> 8;
	bytes[offset + 2] = value >>> 16;
	bytes[offset + 3] = value >>> 24;
}
