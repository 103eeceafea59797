/** Eight tables of 256 entries, one after another: table k holds the CRC of a byte followed by k zero bytes. */
const tables = makeTables();

function makeTables(): Int32Array {
	const made = new Int32Array(8 * 256);
	for (let byte = 0; byte < 256; byte++) {
		let crc = byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
		made[byte] = crc;
	}
	for (let index = 256; index < made.length; index++) {
		const before = made[index - 256] ?? 0;
		made[index] = (before >>> 8) ^ (made[before & 0xff] ?? 0);
	}
	return made;
}

/**
 * CRC-32 (IEEE 802.3, as in zip and PNG) of a range of bytes, as an unsigned word. Pass the result of an earlier
 * call as `seed` to go on where that one stopped. Eight bytes at a time, because a block is checked on every hop.
 */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, seed = 0): number {
	const table = tables;
	let crc = ~seed;
	let at = start;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (const last = end - 8; at <= last; at += 8) {
		const low = view.getInt32(at, true) ^ crc;
		const high = view.getInt32(at + 4, true);
		crc =
			(table[1792 + (low & 0xff)] as number) ^
			(table[1536 + ((low >>> 8) & 0xff)] as number) ^
			(table[1280 + ((low >>> 16) & 0xff)] as number) ^
			(table[1024 + (low >>> 24)] as number) ^
			(table[768 + (high & 0xff)] as number) ^
			(table[512 + ((high >>> 8) & 0xff)] as number) ^
			(table[256 + ((high >>> 16) & 0xff)] as number) ^
			(table[high >>> 24] as number);
	}
	for (; at < end; at++) crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] as number)) & 0xff] as number);
	return ~crc >>> 0;
}
