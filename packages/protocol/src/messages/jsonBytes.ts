/**
 * Commands take and return bytes; JSON has none. Bytes travel as `{"hex":"48656c6c6f"}`, at any depth of an
 * argument or a result.
 */
export function packBytes(value: unknown): unknown {
	if (value instanceof Uint8Array) return { hex: toHex(value) };
	return mapChildren(value, packBytes);
}

/** Undoes {@link packBytes}. An object whose hex is not a string of byte pairs stays as it is. */
export function unpackBytes(value: unknown): unknown {
	const hex = hexOf(value);
	if (hex !== undefined) return fromHex(hex);
	return mapChildren(value, unpackBytes);
}

function mapChildren(value: unknown, map: (child: unknown) => unknown): unknown {
	if (Array.isArray(value)) return value.map(map);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, map(child)]));
}

function hexOf(value: unknown): string | undefined {
	if (typeof value !== "object" || value === null || !("hex" in value)) return undefined;
	if (typeof value.hex !== "string" || Object.keys(value).length !== 1) return undefined;
	return /^([0-9a-fA-F]{2})*$/.test(value.hex) ? value.hex : undefined;
}

function toHex(bytes: Uint8Array): string {
	let text = "";
	for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
	return text;
}

function fromHex(hex: string): Uint8Array {
	const bytes = new Uint8Array(hex.length / 2);
	for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
	return bytes;
}
