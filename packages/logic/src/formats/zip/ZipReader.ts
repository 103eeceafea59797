import { FileError } from "../Format.ts";
import { ByteQueue, joinBytes } from "./ByteQueue.ts";
import { MemberReader, type ZipSink } from "./MemberReader.ts";
import { wideSizes } from "./wideSizes.ts";
import { memberName, readDirectory, type ZipEntry } from "./zipDirectory.ts";
import { directoryEnd, directoryEntry, localHeader, zipFlag } from "./zipLayout.ts";

/** Decides what becomes of the members of a zip. */
export interface ZipVisitor {
	/**
	 * Where the content of a member goes: undefined leaves it out; "later" when another member has to be read first,
	 * which makes the rest of the file wait for its end.
	 */
	open(name: string): ZipSink | "later" | undefined;
	/** The order in which members that waited are read, as for `sort`. */
	compare(a: string, b: string): number;
}

/**
 * Reads a zip in pieces. Members are unpacked as they come, and checked against their checksums and at the end
 * against the directory; where a member does not say its length, or has to wait for another, the rest of the file
 * is kept until its end.
 */
export class ZipReader {
	readonly #visitor: ZipVisitor;
	readonly #queue = new ByteQueue();
	readonly #seen: ZipEntry[] = [];
	#member: MemberReader | SkippedMember | undefined;
	/** Where in the file the queue begins. */
	#at = 0;
	/** The end of the file: directory and members that wait. */
	#rest: Uint8Array[] | undefined;

	constructor(visitor: ZipVisitor) {
		this.#visitor = visitor;
	}

	/** Takes the next piece, of any length. @throws FileError. */
	push(piece: Uint8Array): void {
		this.#queue.push(piece.slice());
		while (this.#queue.length > 0 && this.#rest === undefined) {
			if (this.#member === undefined) {
				if (!this.#begin()) return;
			} else {
				const bytes = this.#queue.takeSome(this.#member.left);
				this.#at += bytes.length;
				this.#member.push(bytes);
			}
			if (this.#member?.left === 0) {
				this.#member.end();
				this.#member = undefined;
			}
		}
		while (this.#rest !== undefined && this.#queue.length > 0)
			this.#rest.push(this.#queue.takeSome(this.#queue.length));
	}

	/** The file has ended. @throws FileError when something is missing. */
	end(): void {
		if (this.#member !== undefined)
			throw new FileError("The file was cut off here.", this.#seen.at(-1)?.name ?? "");
		if (this.#rest === undefined)
			throw new FileError(
				this.#at === 0 ? "This is not a zip archive." : "The file was cut off: the zip has no end.",
			);
		const rest = joinBytes(this.#rest);
		const entries = readDirectory(rest, this.#at);
		this.#compare(entries);
		const waiting = entries.filter(({ offset }) => offset >= this.#at);
		refuseOverlaps(waiting);
		waiting.sort((a, b) => this.#visitor.compare(a.name, b.name));
		for (const entry of waiting) this.#readWaiting(entry, rest);
	}

	/** Begins a member at the head of the queue. Returns false when more bytes are needed. */
	#begin(): boolean {
		const start = this.#queue.peek(4);
		if (start === undefined) return false;
		const signature = viewOf(start).getUint32(0, true);
		if (signature === directoryEntry.signature || signature === directoryEnd.signature) {
			this.#rest = [];
			return true;
		}
		if (signature !== localHeader.signature)
			throw this.#at === 0
				? new FileError("This is not a zip archive.")
				: new FileError("The zip is damaged: no member begins here.", `Byte ${this.#at}`);
		const fixed = this.#queue.peek(localHeader.length);
		if (fixed === undefined) return false;
		const view = viewOf(fixed);
		const nameLength = view.getUint16(localHeader.nameLength, true);
		const length = localHeader.length + nameLength + view.getUint16(localHeader.extraLength, true);
		const header = this.#queue.peek(length);
		if (header === undefined) return false;
		const entry = entryOf(header, nameLength, this.#at);
		const sink = entry.flags & zipFlag.sizesFollow ? "later" : this.#visitor.open(entry.name);
		if (sink === "later") {
			this.#rest = [];
			return true;
		}
		this.#queue.take(length);
		this.#at += length;
		this.#seen.push(entry);
		this.#member = sink ? new MemberReader(entry, sink) : new SkippedMember(entry.compressedSize);
		return true;
	}

	/** What was read on the way must be what the directory lists. */
	#compare(entries: readonly ZipEntry[]): void {
		const listed = new Map(entries.map((entry) => [entry.offset, entry]));
		for (const { name, crc, size, offset } of this.#seen) {
			const entry = listed.get(offset);
			if (entry?.name !== name || entry.crc !== crc || entry.size !== size)
				throw new FileError("The zip is damaged: its directory says otherwise.", name);
			listed.delete(offset);
		}
		for (const { name, offset } of listed.values())
			if (offset < this.#at) throw new FileError("The zip is damaged: it is not where it should be.", name);
	}

	#readWaiting(entry: ZipEntry, rest: Uint8Array): void {
		const sink = this.#visitor.open(entry.name);
		if (sink === undefined || sink === "later") return;
		const at = entry.offset - this.#at;
		const view = viewOf(rest);
		if (at + localHeader.length > rest.length || view.getUint32(at, true) !== localHeader.signature)
			throw new FileError("The zip is damaged: it is not where it should be.", entry.name);
		const start =
			at +
			localHeader.length +
			view.getUint16(at + localHeader.nameLength, true) +
			view.getUint16(at + localHeader.extraLength, true);
		if (start + entry.compressedSize > rest.length)
			throw new FileError("The zip is damaged: it is longer than the file.", entry.name);
		const member = new MemberReader(entry, sink);
		member.push(rest.subarray(start, start + entry.compressedSize));
		member.end();
	}
}

/** Members that share their bytes make a small file endless. */
function refuseOverlaps(entries: ZipEntry[]): void {
	let end = 0;
	for (const { name, offset, compressedSize } of [...entries].sort((a, b) => a.offset - b.offset)) {
		if (offset < end) throw new FileError("The zip is damaged: it lies where another member does.", name);
		end = offset + localHeader.length + compressedSize;
	}
}

/** A member that nobody wants. */
class SkippedMember {
	left: number;

	constructor(left: number) {
		this.left = left;
	}

	push(bytes: Uint8Array): void {
		this.left -= bytes.length;
	}

	end(): void {}
}

function entryOf(header: Uint8Array, nameLength: number, offset: number): ZipEntry {
	const view = viewOf(header);
	const nameEnd = localHeader.length + nameLength;
	const [size = 0, compressedSize = 0] = wideSizes(header.subarray(nameEnd), [
		view.getUint32(localHeader.size, true),
		view.getUint32(localHeader.compressedSize, true),
	]);
	return {
		name: memberName(header.subarray(localHeader.length, nameEnd)),
		flags: view.getUint16(localHeader.flags, true),
		method: view.getUint16(localHeader.method, true),
		crc: view.getUint32(localHeader.crc, true),
		compressedSize,
		size,
		offset,
	};
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
