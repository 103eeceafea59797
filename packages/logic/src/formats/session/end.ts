/** What the last frame of a session says, so that a file without it was cut off. */
export interface SessionEnd {
	readonly blocks: number;
	readonly changes: number;
}

const BYTES = 16;

export function encodeEnd({ blocks, changes }: SessionEnd): Uint8Array {
	const view = new DataView(new ArrayBuffer(BYTES));
	view.setFloat64(0, blocks, true);
	view.setFloat64(8, changes, true);
	return new Uint8Array(view.buffer);
}

/** Undefined when the bytes are too few. */
export function decodeEnd(bytes: Uint8Array): SessionEnd | undefined {
	if (bytes.length < BYTES) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return { blocks: view.getFloat64(0, true), changes: view.getFloat64(8, true) };
}
