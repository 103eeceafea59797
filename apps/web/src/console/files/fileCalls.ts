import type { Invocation } from "@gpioscope/protocol";
import type { Listing, Opened } from "./filesStore.ts";
import { fileModes, LISTING_BYTES, PART_BYTES } from "./fileTransfer.ts";

/** As openFile would answer for the first file that is open. */
const HANDLE = 0;

/** What the list and the opened file were asked for with; of a long file the first part. */
export function fileCalls(listing: Listing, opened: Opened): readonly Invocation[] {
	const asked: Invocation[] =
		listing.kind === "none"
			? []
			: [{ name: "listFiles", args: { pattern: listing.pattern, count: LISTING_BYTES } }];
	if (opened.kind !== "file") return asked;
	return [
		...asked,
		{ name: "openFile", args: { path: opened.file.path, mode: fileModes.read } },
		{ name: "readFile", args: { handle: HANDLE, count: PART_BYTES } },
		{ name: "closeFile", args: { handle: HANDLE } },
	];
}
