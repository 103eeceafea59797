import type { Args, CommandName, Result } from "@gpioscope/protocol";
import { type Entry, readListing } from "./listing.ts";

/** Who runs commands: the bridge. */
export interface Caller {
	call<N extends CommandName>(command: N, args: Args<N>): Promise<Result<N>>;
}

/** Bits of a file's mode. */
export const fileModes = { read: 1, write: 2, append: 4, create: 8, truncate: 16 } as const;

const seekFrom = { start: 0, end: 2 } as const;

/** Bytes of one FR and FW. An answer or request of this size is small enough to let others through between two. */
export const PART_BYTES = 32_768;
/** Bytes of names that FL answers at most. */
export const LISTING_BYTES = 65_535;
/** So near to that there may be names that did not fit. */
const LONGEST_NAME = 4096;

export interface TransferOptions {
	readonly signal?: AbortSignal;
	/** Hears how many bytes there are so far, and in all. */
	readonly onProgress?: (done: number, all: number) => void;
}

/** What matches a pattern, and whether more may that did not fit into the answer. */
export async function listFiles(
	caller: Caller,
	pattern: string,
): Promise<{ readonly entries: readonly Entry[]; readonly isCut: boolean }> {
	const bytes = await caller.call("listFiles", { pattern, count: LISTING_BYTES });
	return { entries: readListing(bytes), isCut: bytes.length > LISTING_BYTES - LONGEST_NAME };
}

/** Opens a file, does something with it, and closes it whatever comes. */
async function during<R>(
	caller: Caller,
	path: string,
	mode: number,
	run: (handle: number) => Promise<R>,
): Promise<R> {
	const handle = await caller.call("openFile", { path, mode });
	let result: R;
	try {
		result = await run(handle);
	} catch (error) {
		// What went wrong first is what counts: without a connection the bridge closes the file.
		await caller.call("closeFile", { handle }).catch(() => undefined);
		throw error;
	}
	await caller.call("closeFile", { handle });
	return result;
}

/** A file as it was read. */
export interface ReadFile {
	readonly path: string;
	readonly bytes: Uint8Array;
	/** Bytes it has in all; more than were read where `limit` was less. */
	readonly size: number;
}

/** Reads a file from its start, at most `limit` bytes. */
export function readFile(
	caller: Caller,
	path: string,
	limit: number,
	{ signal, onProgress }: TransferOptions = {},
): Promise<ReadFile> {
	return during(caller, path, fileModes.read, async (handle) => {
		const size = await caller.call("seekFile", { handle, offset: 0, from: seekFrom.end });
		await caller.call("seekFile", { handle, offset: 0, from: seekFrom.start });
		const parts: Uint8Array[] = [];
		let done = 0;
		// What the kernel makes up as it is read, as in /proc, says it had no bytes: its end is an empty answer.
		for (const all = size === 0 ? limit : Math.min(size, limit); done < all; ) {
			signal?.throwIfAborted();
			const count = Math.min(PART_BYTES, all - done);
			const part = await caller.call("readFile", { handle, count });
			if (part.length === 0) break;
			parts.push(part);
			done += part.length;
			onProgress?.(done, Math.max(size, done));
		}
		return { path, bytes: joined(parts, done), size: Math.max(size, done) };
	});
}

/** Writes a file: replaced, or with the bytes put at its end. It is made if it is not there. */
export async function writeFile(
	caller: Caller,
	path: string,
	bytes: Uint8Array,
	does: "replace" | "append",
	{ signal, onProgress }: TransferOptions = {},
): Promise<void> {
	const { write, create, append, truncate } = fileModes;
	const mode = write + create + (does === "append" ? append : truncate);
	await during(caller, path, mode, async (handle) => {
		for (let done = 0; done < bytes.length; ) {
			signal?.throwIfAborted();
			const data = bytes.subarray(done, done + PART_BYTES);
			await caller.call("writeFile", { handle, data });
			done += data.length;
			onProgress?.(done, bytes.length);
		}
	});
}

/** Makes an empty file; one that is there is left as it is. */
export function createFile(caller: Caller, path: string): Promise<void> {
	return during(caller, path, fileModes.write + fileModes.create, () => Promise.resolve());
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
	const all = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
