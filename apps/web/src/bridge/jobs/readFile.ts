import { type CaptureDocument, FileError, type Format } from "@gpioscope/logic";
import { nextTurn } from "./nextTurn.ts";

/** A format is recognised by so much of a file. */
const HEAD = 4096;
/** The first piece is small, so that there is something to see at once; the others keep the worker's turns short. */
const FIRST_PIECE = 2 ** 16;
const PIECE = 2 ** 20;

export interface ReadHooks {
	readonly recognise: (head: Uint8Array, name: string) => Format | undefined;
	readonly signal: AbortSignal;
	/** Hears after every piece what is there so far, and how many bytes were read. */
	readonly onPiece: (document: CaptureDocument | undefined, read: number) => void;
}

export interface ReadFile {
	readonly document: CaptureDocument;
	readonly format: Format;
	readonly remarks: readonly string[];
}

/**
 * Reads a file a piece at a time, between which other messages get their turn.
 *
 * @returns undefined when it was cancelled
 * @throws FileError
 */
export async function readFile(
	file: Pick<File, "name" | "size" | "slice">,
	{ recognise, signal, onPiece }: ReadHooks,
): Promise<ReadFile | undefined> {
	if (file.size === 0) throw new FileError("The file is empty.");
	let end = Math.min(FIRST_PIECE, file.size);
	let piece = await bytesOf(file, 0, end);
	const format = recognise(piece.subarray(0, HEAD), file.name);
	if (format?.read === undefined)
		throw new FileError(
			format === undefined ? "This is no capture of a known format." : `${format.label} can only be written.`,
		);
	const reader = format.read(file.name);
	while (!signal.aborted) {
		const nextEnd = Math.min(end + PIECE, file.size);
		// The next piece is fetched while this one is read.
		const next = nextEnd === end ? undefined : bytesOf(file, end, nextEnd);
		try {
			reader.push(piece);
			onPiece(reader.document, end);
		} catch (error) {
			// Whatever becomes of that piece, nobody asks for it any more.
			next?.catch(() => undefined);
			throw error;
		}
		if (next === undefined) {
			const document = reader.end();
			return { document, format, remarks: reader.remarks };
		}
		await nextTurn();
		piece = await next;
		end = nextEnd;
	}
	return undefined;
}

async function bytesOf(file: Pick<File, "slice">, from: number, to: number): Promise<Uint8Array> {
	return new Uint8Array(await readable(file.slice(from, to).arrayBuffer(), from));
}

/**
 * What is read of a file from a byte on.
 *
 * @throws FileError when it cannot be read there
 */
export async function readable<T>(reading: Promise<T>, from: number): Promise<T> {
	try {
		return await reading;
	} catch (error) {
		// A folder, a file that was moved or written meanwhile, a medium that is gone.
		const cause = error instanceof Error ? error.message : String(error);
		throw new FileError(`The file cannot be read (${cause}).`, `Byte ${from}`);
	}
}
