/**
 * Texts of clients are bytes; to pigpiod every byte is a character. Such a byte text has one character of
 * U+0000 to U+00FF a byte. Node takes names as text, which on disk is UTF-8.
 */
export function toByteText(text: string): string {
	return Buffer.from(text, "utf8").toString("latin1");
}

/** The text whose UTF-8 the bytes are; bytes that are none become replacement characters. */
export function fromByteText(bytes: string): string {
	return Buffer.from(bytes, "latin1").toString("utf8");
}
