import type { Capture } from "../capture/Capture.ts";

/** What a file, or a person, says of one channel of a capture. */
export interface ChannelInfo {
	/** 0 to 31: its bit in the level words. */
	readonly channel: number;
	readonly name: string;
}

/** Channels that are one number. */
export interface ChannelBus {
	readonly name: string;
	/** From the least significant bit on. */
	readonly channels: readonly number[];
}

/** A moment with a name; microseconds of the capture, which may have a fraction. */
export interface FileMarker {
	readonly time: number;
	readonly name: string;
	readonly note: string;
}

/** A capture with everything that goes into a file with it. */
export interface CaptureDocument {
	readonly capture: Capture;
	/** In the order in which they are shown; only these are written. */
	readonly channels: readonly ChannelInfo[];
	readonly markers?: readonly FileMarker[];
	/** What the file says of channels that belong together; a channel is in one at most. */
	readonly buses?: readonly ChannelBus[];
	/** What only our own session keeps, as JSON: how the page showed it. */
	readonly view?: unknown;
}

/** What was wrong with a file. */
export class FileError extends Error {
	/** One sentence: what is wrong, such as "Time goes back (1200 after 1350)." */
	readonly reason: string;
	/** Where: "Line 48", "Byte 1024", "metadata". Empty when it is about the whole file. */
	readonly place: string;

	constructor(reason: string, place = "") {
		super(place === "" ? reason : `${place}: ${reason}`);
		this.name = "FileError";
		this.reason = reason;
		this.place = place;
	}
}

/** Reads one file in pieces. */
export interface FileReader {
	/**
	 * What is there so far; undefined until the head of the file is read. Its capture grows with every piece, so that the first part
	 * can be shown at once.
	 */
	readonly document: CaptureDocument | undefined;
	/** Takes the next piece, of any length. @throws FileError. */
	push(piece: Uint8Array): void;
	/** The file has ended. @throws FileError when something is missing. */
	end(): CaptureDocument;
	/** What was left out or read otherwise than written, one sentence each: shown to the person. */
	readonly remarks: readonly string[];
}

export interface WriteOptions {
	/** Ticks of the capture; all of it when left out. */
	readonly from?: number;
	readonly to?: number;
	/** Milliseconds since 1970 at which the range begins, where known. */
	readonly startedAt?: number;
}

/** One file format: what the open and export dialogs, the worker and the tests know of it. */
export interface Format {
	readonly id: string;
	/** As a person reads it: "Value change dump (VCD)". */
	readonly label: string;
	/** Who else opens it, and what it leaves out, in one sentence. */
	readonly hint: string;
	/** Without the dot; the first is used for writing. */
	readonly extensions: readonly string[];
	readonly mediaType: string;
	/** How surely a file is of this format, by its first 4 KiB and its name: 0 not at all, 1 perhaps, 2 surely. */
	recognise?(head: Uint8Array, name: string): 0 | 1 | 2;
	read?(name: string): FileReader;
	/** The file in pieces. @throws FileError when the capture cannot be said in this format. */
	write?(document: CaptureDocument, options: WriteOptions): Iterable<Uint8Array>;
	/**
	 * About how many bytes that would be, where it does not grow with the changes alone.
	 *
	 * @throws FileError as writing does
	 */
	estimate?(document: CaptureDocument, options: WriteOptions): number;
}
