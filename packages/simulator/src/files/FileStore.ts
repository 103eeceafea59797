import { closeSync, constants as fsConstants, fstatSync, readSync, writeSync } from "node:fs";
import { type Access, accessOf, noAccess } from "./accessRules.ts";
import { glob } from "./glob.ts";
import type { Sandbox } from "./Sandbox.ts";

/** How many files can be open. */
const FILE_COUNT = 16;
const ACCESS_FILE = "/opt/pigpio/access";
/** Rights of a new file: its owner's to read and write. */
const NEW_FILE_MODE = 0o600;

/** Bits of a file's mode. */
export const fileMode = { read: 1, write: 2, append: 4, create: 8, truncate: 16 } as const;

interface OpenFile {
	readonly descriptor: number;
	readonly mode: number;
	position: number;
}

/** The open files of the Pi. */
export class FileStore {
	readonly #sandbox: Sandbox | undefined;
	readonly #files: (OpenFile | undefined)[] = Array.from({ length: FILE_COUNT }, () => undefined);

	/** Without a folder no file may be opened. */
	constructor(sandbox: Sandbox | undefined) {
		this.#sandbox = sandbox;
	}

	/** What the access file allows for a name or pattern. */
	accessOf(name: string): Access {
		const rules = this.#sandbox?.readText(ACCESS_FILE);
		return rules === undefined ? noAccess : accessOf(rules, name);
	}

	/** Opens a file that may be. @returns its handle, or why not */
	open(name: string, mode: number): number | "noHandle" | "failed" | "isFolder" {
		const handle = this.#files.indexOf(undefined);
		if (handle < 0) return "noHandle";
		if (this.#sandbox === undefined) return "failed";
		let descriptor: number;
		try {
			descriptor = this.#sandbox.open(name, flagsOf(mode), NEW_FILE_MODE);
		} catch {
			// The reason, of which there are many, is not told to clients.
			return "failed";
		}
		if (fstatSync(descriptor).isDirectory()) {
			closeSync(descriptor);
			return "isFolder";
		}
		this.#files[handle] = { descriptor, mode, position: 0 };
		return handle;
	}

	get(handle: number): Readonly<OpenFile> | undefined {
		return this.#files[handle];
	}

	close(handle: number): void {
		const file = this.#files[handle];
		if (file !== undefined) closeSync(file.descriptor);
		this.#files[handle] = undefined;
	}

	/** Up to `count` bytes from the present place; none at the end. @throws the file system's error */
	read(handle: number, count: number): Uint8Array {
		const file = this.#file(handle);
		const bytes = new Uint8Array(count);
		const length = readSync(file.descriptor, bytes, 0, count, file.position);
		file.position += length;
		return bytes.subarray(0, length);
	}

	/** @returns how many bytes were written, fewer where the disk is full. @throws the file system's error */
	write(handle: number, bytes: Uint8Array): number {
		const file = this.#file(handle);
		const appends = (file.mode & fileMode.append) !== 0;
		const at = appends ? fstatSync(file.descriptor).size : file.position;
		const length = writeSync(file.descriptor, bytes, 0, bytes.length, appends ? null : at);
		file.position = at + length;
		return length;
	}

	/** Moves to `offset` from the start (0), the present place (1) or the end (2). @returns the place, if it is one */
	seek(handle: number, offset: number, from: number): number | undefined {
		const file = this.#file(handle);
		const base = [0, file.position, fstatSync(file.descriptor).size][from];
		if (base === undefined || base + offset < 0) return undefined;
		file.position = base + offset;
		return file.position;
	}

	/** The names a pattern matches, folders with a slash at their end. */
	list(pattern: string): string[] {
		return this.#sandbox === undefined ? [] : glob(this.#sandbox, pattern);
	}

	closeAll(): void {
		for (const handle of this.#files.keys()) this.close(handle);
	}

	#file(handle: number): OpenFile {
		const file = this.#files[handle];
		if (file === undefined) throw new RangeError(`no open file ${handle}`);
		return file;
	}
}

function flagsOf(mode: number): number {
	const { O_RDONLY, O_WRONLY, O_RDWR, O_APPEND, O_CREAT, O_TRUNC } = fsConstants;
	const direction =
		[O_RDONLY, O_RDONLY, O_WRONLY, O_RDWR][mode & (fileMode.read | fileMode.write)] ?? O_RDONLY;
	return (
		direction |
		((mode & fileMode.append) === 0 ? 0 : O_APPEND) |
		((mode & fileMode.create) === 0 ? 0 : O_CREAT) |
		((mode & fileMode.truncate) === 0 ? 0 : O_TRUNC)
	);
}
