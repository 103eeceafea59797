import { crc32 } from "@gpioscope/protocol";
import { Inflate } from "fflate";
import { FileError } from "../Format.ts";
import type { ZipEntry } from "./zipDirectory.ts";
import { zipFlag, zipMethod } from "./zipLayout.ts";

/** Takes the content of one member of a zip. */
export interface ZipSink {
	/** The next bytes, unpacked. */
	push(bytes: Uint8Array): void;
	end(): void;
}

/** Deflate packs up to a thousand times: as much is unpacked at once. */
const PORTION = 2 ** 15;

/** Unpacks one member and checks it against its checksum and size. */
export class MemberReader {
	readonly #entry: ZipEntry;
	readonly #sink: ZipSink;
	readonly #inflate: Inflate | undefined;
	#unpacked: Uint8Array[] = [];
	#left: number;
	#size = 0;
	#crc = 0;

	/** @throws FileError when it is packed in a way that is not understood. */
	constructor(entry: ZipEntry, sink: ZipSink) {
		const { name, flags, method, compressedSize } = entry;
		if (flags & zipFlag.encrypted) throw new FileError("It is encrypted; unpack the zip first.", name);
		if (method !== zipMethod.stored && method !== zipMethod.deflated)
			throw new FileError(`It is packed by method ${method}; only stored and deflated can be read.`, name);
		this.#entry = entry;
		this.#sink = sink;
		this.#left = compressedSize;
		if (method === zipMethod.deflated) this.#inflate = new Inflate((bytes) => this.#unpacked.push(bytes));
	}

	/** How many packed bytes are still to come. */
	get left(): number {
		return this.#left;
	}

	/** Takes packed bytes, at most as many as are left. @throws FileError when they are damaged. */
	push(bytes: Uint8Array): void {
		this.#left -= bytes.length;
		for (let at = 0; at < bytes.length; at += PORTION) this.#unpack(bytes.subarray(at, at + PORTION));
	}

	/** All packed bytes came. @throws FileError when the content is not what it was when it was packed. */
	end(): void {
		const { name, size, crc } = this.#entry;
		if (this.#size !== size || this.#crc !== crc)
			throw new FileError("The file is damaged: its checksum is wrong.", name);
		this.#sink.end();
	}

	#unpack(bytes: Uint8Array): void {
		if (this.#inflate === undefined) {
			this.#give(bytes);
			return;
		}
		try {
			this.#inflate.push(bytes, false);
		} catch (cause) {
			const error = new FileError("The file is damaged: it cannot be unpacked.", this.#entry.name);
			error.cause = cause;
			throw error;
		}
		const unpacked = this.#unpacked;
		this.#unpacked = [];
		for (const part of unpacked) this.#give(part);
	}

	#give(bytes: Uint8Array): void {
		if (bytes.length === 0) return;
		this.#size += bytes.length;
		if (this.#size > this.#entry.size)
			throw new FileError("The file is damaged: it is longer than the zip says.", this.#entry.name);
		this.#crc = crc32(bytes, 0, bytes.length, this.#crc);
		this.#sink.push(bytes);
	}
}
