import { crc32 } from "@gpioscope/protocol";
import { deflateSync } from "fflate";
import { FileError } from "../Format.ts";
import { joinBytes } from "./ByteQueue.ts";
import { ALL_ONES, directoryEnd, directoryEntry, localHeader, zipMethod } from "./zipLayout.ts";

/** The content of a member, packed. */
export interface Packed {
	readonly method: number;
	readonly crc: number;
	readonly size: number;
	readonly bytes: Uint8Array;
}

export interface ZipMember {
	/** ASCII. */
	readonly name: string;
	readonly content: Packed;
}

/** Version 2.0 of the zip format: deflated members. */
const VERSION = 20;
/** The first of January 1980, so that equal content gives equal bytes. */
const DATE = 0x21;
/** fflate's level 3 packs samples as well as 6 and is twice as quick. */
const LEVEL = 3;

/** Packs the content of a member. */
export function pack(content: Uint8Array): Packed {
	return {
		method: zipMethod.deflated,
		crc: crc32(content),
		size: content.length,
		bytes: deflateSync(content, { level: LEVEL }),
	};
}

/** Leaves the content of a member as it is, as some readers want for small ones. */
export function store(content: Uint8Array): Packed {
	return { method: zipMethod.stored, crc: crc32(content), size: content.length, bytes: content };
}

/** A zip with its members in the given order, in pieces. @throws FileError when it gets larger than 4 GiB. */
export function* writeZip(members: Iterable<ZipMember>): Generator<Uint8Array> {
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const { name, content } of members) {
		const header = headerOf(localHeader, name, content);
		const entry = headerOf(directoryEntry, name, content);
		new DataView(entry.buffer).setUint32(directoryEntry.offset, offset, true);
		directory.push(entry);
		yield header;
		yield content.bytes;
		offset += header.length + content.bytes.length;
		if (offset > ALL_ONES || directory.length > 0xffff)
			throw new FileError("The file would be larger than a zip can be (4 GiB). Export a shorter stretch.");
	}
	const end = new Uint8Array(directoryEnd.length);
	const view = new DataView(end.buffer);
	const listed = joinBytes(directory);
	view.setUint32(0, directoryEnd.signature, true);
	view.setUint16(directoryEnd.diskEntries, directory.length, true);
	view.setUint16(directoryEnd.entries, directory.length, true);
	view.setUint32(directoryEnd.directorySize, listed.length, true);
	view.setUint32(directoryEnd.directoryOffset, offset, true);
	yield listed;
	yield end;
}

/** A member's header beside it or in the directory: the same fields at other places. */
function headerOf(
	layout: typeof localHeader | typeof directoryEntry,
	name: string,
	{ method, crc, size, bytes }: Packed,
): Uint8Array {
	const header = new Uint8Array(layout.length + name.length);
	const view = new DataView(header.buffer);
	view.setUint32(0, layout.signature, true);
	view.setUint16(4, VERSION, true);
	// In the directory the version that is needed follows the one that wrote it.
	view.setUint16(layout.flags - 2, VERSION, true);
	view.setUint16(layout.method, method, true);
	view.setUint16(layout.crc - 2, DATE, true);
	view.setUint32(layout.crc, crc, true);
	view.setUint32(layout.compressedSize, bytes.length, true);
	view.setUint32(layout.size, size, true);
	view.setUint16(layout.nameLength, name.length, true);
	for (let at = 0; at < name.length; at++) header[layout.length + at] = name.charCodeAt(at);
	return header;
}
