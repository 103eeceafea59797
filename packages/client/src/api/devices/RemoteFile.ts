import type { Call, CallOptions, PiTransport } from "../../PiTransport.ts";
import { type BytesLike, bytesOf } from "../bytesOf.ts";
import { FileMode, SeekFrom } from "../constants.ts";
import { Handle } from "./Handle.ts";

/** How a file of the Pi is opened. /opt/pigpio/access on the Pi says what is permitted. */
export interface FileOptions {
	readonly path: string;
	/** Default `read`. */
	readonly access?: "read" | "write" | "readWrite" | undefined;
	/** Writes at its end. */
	readonly append?: boolean | undefined;
	/** Makes it if it is not there. */
	readonly create?: boolean | undefined;
	/** Empties it. */
	readonly truncate?: boolean | undefined;
}

const accesses = {
	read: FileMode.READ,
	write: FileMode.WRITE,
	readWrite: FileMode.READ_WRITE,
} as const;

/** The mode that pigpiod takes. */
export function fileModeOf({ access = "read", append, create, truncate }: FileOptions): number {
	return (
		accesses[access] +
		(append === true ? FileMode.APPEND : 0) +
		(create === true ? FileMode.CREATE : 0) +
		(truncate === true ? FileMode.TRUNCATE : 0)
	);
}

const origins = { start: SeekFrom.START, current: SeekFrom.CURRENT, end: SeekFrom.END } as const;

/** A file on the Pi. */
export class RemoteFile extends Handle {
	/** Its number in pigpiod. */
	readonly handle: number;

	constructor(transport: PiTransport, handle: number) {
		super(transport, "file");
		this.handle = handle;
	}

	/** Reads up to this many bytes; fewer at the end of the file. */
	read(count: number, options?: CallOptions): Promise<Uint8Array> {
		return this.call("readFile", { handle: this.handle, count }, options);
	}

	/** Writes bytes. */
	async write(data: BytesLike, options?: CallOptions): Promise<void> {
		await this.call("writeFile", { handle: this.handle, data: bytesOf(data) }, options);
	}

	/** Moves the position, from the start of the file unless told otherwise. Returns the new one, from the start. */
	seek(offset: number, from: keyof typeof origins = "start", options?: CallOptions): Promise<number> {
		return this.call("seekFile", { handle: this.handle, offset, from: origins[from] }, options);
	}

	protected release(call: Call): Promise<unknown> {
		return call("closeFile", { handle: this.handle });
	}
}
