import { FileError } from "../Format.ts";
import { wideSizes } from "./wideSizes.ts";
import { directoryEnd, directoryEntry, wideEnd, wideLocator } from "./zipLayout.ts";

/** What the directory at the end of a zip says of a member. */
export interface ZipEntry {
	readonly name: string;
	readonly flags: number;
	readonly method: number;
	readonly crc: number;
	readonly compressedSize: number;
	readonly size: number;
	/** Of its local header, in bytes from the beginning of the file. */
	readonly offset: number;
}

/** The longest comment that may follow the directory's end. */
const LONGEST_COMMENT = 0xffff;

/**
 * Reads the directory of a zip.
 *
 * @param bytes the end of the file.
 * @param start where in the file they begin.
 * @throws FileError when the file was cut off or the directory is damaged.
 */
export function readDirectory(bytes: Uint8Array, start: number): ZipEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { count, offset } = findDirectory(view, start);
	const entries: ZipEntry[] = [];
	let at = offset - start;
	for (let index = 0; index < count; index++) {
		if (at < 0 || at + directoryEntry.length > bytes.length) throw damaged();
		if (view.getUint32(at, true) !== directoryEntry.signature) throw damaged();
		const nameEnd = at + directoryEntry.length + view.getUint16(at + directoryEntry.nameLength, true);
		const extraEnd = nameEnd + view.getUint16(at + directoryEntry.extraLength, true);
		if (extraEnd > bytes.length) throw damaged();
		const [size = 0, compressedSize = 0, place = 0] = wideSizes(bytes.subarray(nameEnd, extraEnd), [
			view.getUint32(at + directoryEntry.size, true),
			view.getUint32(at + directoryEntry.compressedSize, true),
			view.getUint32(at + directoryEntry.offset, true),
		]);
		entries.push({
			name: memberName(bytes.subarray(at + directoryEntry.length, nameEnd)),
			flags: view.getUint16(at + directoryEntry.flags, true),
			method: view.getUint16(at + directoryEntry.method, true),
			crc: view.getUint32(at + directoryEntry.crc, true),
			compressedSize,
			size,
			offset: place,
		});
		at = extraEnd + view.getUint16(at + directoryEntry.commentLength, true);
	}
	return entries;
}

/** The name of a member. Those that matter here are ASCII. */
export function memberName(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}

function findDirectory(view: DataView, start: number): { count: number; offset: number } {
	const last = view.byteLength - directoryEnd.length;
	for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
		if (view.getUint32(at, true) !== directoryEnd.signature) continue;
		return (
			wideDirectory(view, start, at - wideLocator.length) ?? {
				count: view.getUint16(at + directoryEnd.entries, true),
				offset: view.getUint32(at + directoryEnd.directoryOffset, true),
			}
		);
	}
	throw new FileError("The file was cut off: the directory at the end of the zip is missing.");
}

function wideDirectory(view: DataView, start: number, locatorAt: number) {
	if (locatorAt < 0 || view.getUint32(locatorAt, true) !== wideLocator.signature) return undefined;
	const at = Number(view.getBigUint64(locatorAt + wideLocator.endOffset, true)) - start;
	if (at < 0 || at + wideEnd.length > view.byteLength) throw damaged();
	if (view.getUint32(at, true) !== wideEnd.signature) throw damaged();
	return {
		count: Number(view.getBigUint64(at + wideEnd.entries, true)),
		offset: Number(view.getBigUint64(at + wideEnd.directoryOffset, true)),
	};
}

function damaged(): FileError {
	return new FileError("The directory at the end of the zip is damaged.");
}
