import { type CaptureDocument, FileError, type Format, type WriteOptions } from "@gpioscope/logic";
import { nextTurn } from "./nextTurn.ts";

/** So long the worker writes before others get their turn, ms. */
const TURN_MS = 8;
/** So many bytes are handed to the browser, which may put them on disk, before more are made. */
const PORTION = 2 ** 23;

export interface WriteHooks {
	readonly signal: AbortSignal;
	/** Hears now and then how many bytes were written. */
	readonly onProgress: (written: number) => void;
}

/**
 * Writes a capture into a file in memory, a turn at a time.
 *
 * @returns undefined when it was cancelled
 * @throws FileError when it cannot be said in this format
 */
export async function writeFile(
	format: Format,
	document: CaptureDocument,
	options: WriteOptions,
	{ signal, onProgress }: WriteHooks,
): Promise<Blob | undefined> {
	if (format.write === undefined) throw new FileError(`${format.label} can only be read.`);
	const portions: Blob[] = [];
	let pieces: Uint8Array<ArrayBuffer>[] = [];
	let pending = 0;
	let written = 0;
	let turnBegan = performance.now();
	const put = (): void => {
		portions.push(new Blob(pieces));
		pieces = [];
		pending = 0;
	};
	for (const piece of format.write(document, options)) {
		pieces.push(piece as Uint8Array<ArrayBuffer>);
		pending += piece.length;
		written += piece.length;
		if (pending >= PORTION) put();
		if (performance.now() - turnBegan < TURN_MS) continue;
		onProgress(written);
		await nextTurn();
		if (signal.aborted) return undefined;
		turnBegan = performance.now();
	}
	put();
	return new Blob(portions, { type: format.mediaType });
}
