/** A larger text is shown as bytes, and not edited here. */
const MOST_TEXT = 256 * 1024;

/** What a file says, when it is a text that a person can read here: UTF-8 without NUL; undefined otherwise. */
export function textOf(bytes: Uint8Array): string | undefined {
	if (bytes.length > MOST_TEXT || bytes.includes(0)) return undefined;
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (error) {
		// That it is no text is what was asked.
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}
