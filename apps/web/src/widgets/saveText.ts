import { saveBytes } from "./saveBytes.ts";

/** Hands a text to the browser as a file. */
export function saveText(name: string, type: string, text: string): void {
	saveBytes(name, type, new TextEncoder().encode(text));
}
