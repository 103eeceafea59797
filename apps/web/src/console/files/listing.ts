import { decodeText } from "@gpioscope/protocol";
import { nameOf } from "./filePath.ts";

/** One file or folder that matched a pattern. */
export interface Entry {
	/** Folders have a slash at the end. */
	readonly path: string;
	readonly name: string;
	readonly isFolder: boolean;
}

/** Reads what FL answers: paths, one a line. Folders come first. */
export function readListing(bytes: Uint8Array): readonly Entry[] {
	const entries = decodeText(bytes)
		.split("\n")
		.filter((path) => path !== "")
		.map((path) => ({ path, name: nameOf(path), isFolder: path.endsWith("/") }));
	return entries.sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.path.localeCompare(b.path));
}
