/** Bytes that were typed, or what is wrong with the text. */
export type ReadBytes =
	| { readonly bytes: Uint8Array; readonly problem?: undefined }
	| { readonly problem: string; readonly bytes?: undefined };

/** Reads hexadecimal bytes: `01 80 ff`, `0180FF` or `0x01, 0x80`. A digit that stands alone is a byte. */
export function readHex(text: string): ReadBytes {
	const bytes: number[] = [];
	for (const word of text.split(/[\s,;]+/)) {
		const digits = word.replace(/^0x/i, "");
		if (word === "") continue;
		if (!/^[0-9a-f]+$/i.test(digits)) return { problem: `"${word}" is no byte. Bytes are 00 to FF.` };
		if (digits.length % 2 === 1 && digits.length > 1)
			return { problem: `"${word}" has an odd number of digits. Bytes are 00 to FF.` };
		for (let at = 0; at < digits.length; at += 2) bytes.push(Number.parseInt(digits.slice(at, at + 2), 16));
	}
	return { bytes: Uint8Array.from(bytes) };
}

/** Bytes as `01 80 FF`. */
export function hexOf(bytes: Iterable<number>): string {
	return Array.from(bytes, hexByte).join(" ");
}

/** One byte as `0F`. */
export function hexByte(byte: number): string {
	return byte.toString(16).toUpperCase().padStart(2, "0");
}

/** The character of a byte, or a middle dot where it has none that can be seen. */
export function printable(byte: number): string {
	return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
}

const named: Readonly<Record<string, number>> = { r: 0x0d, n: 0x0a, t: 0x09, "\\": 0x5c };
const names = new Map(Object.entries(named).map(([letter, byte]) => [byte, `\\${letter}`]));

/** Bytes as text that can be read back: what cannot be seen is written `\r`, `\n`, `\t` or `\x1B`. */
export function escapedText(bytes: Iterable<number>): string {
	return Array.from(bytes, (byte) => {
		const name = names.get(byte);
		if (name !== undefined) return name;
		return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${hexByte(byte)}`;
	}).join("");
}

/** Undoes {@link escapedText}; other characters are read as UTF-8. */
export function readEscaped(text: string): ReadBytes {
	const bytes: number[] = [];
	const parts = /\\x([0-9a-f]{2})|\\(.)?|[^\\]+/gis;
	for (const [whole, hex, letter] of text.matchAll(parts)) {
		if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
		else if (whole.startsWith("\\")) {
			const byte = named[letter ?? ""];
			if (byte === undefined)
				return { problem: `"${whole}" is unknown. There are \\r \\n \\t \\\\ and \\x00 to \\xFF.` };
			bytes.push(byte);
		} else bytes.push(...new TextEncoder().encode(whole));
	}
	return { bytes: Uint8Array.from(bytes) };
}
