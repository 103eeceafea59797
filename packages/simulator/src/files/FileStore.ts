import {
	closeSync,
	constants as fsConstants,
	fstatSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	realpathSync,
	statSync,
	writeSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { type Access, accessOf } from "./accessRules.ts";
import { matchPattern } from "./matchPattern.ts";

/** How many files can be open. */
const FILE_COUNT = 16;
const ACCESS_FILE = "/opt/pigpio/access";

/** Bits of a file's mode. */
export const fileMode = { read: 1, write: 2, append: 4, create: 8, truncate: 16 } as const;

interface OpenFile {
	readonly descriptor: number;
	readonly mode: number;
	position: number;
}

/** Files below one folder, which to clients is the root of the Pi; nothing outside it can be reached. */
export class FileStore {
	readonly #root: string | undefined;
	readonly #files: (OpenFile | undefined)[] = Array.from({ length: FILE_COUNT }, () => undefined);

	/** Without a folder no file may be opened. */
	constructor(root: string | undefined) {
		this.#root = root === undefined ? undefined : realpathSync(root);
	}

	/** What the access file allows for a name or pattern. */
	accessOf(name: string): Access {
		const rules = this.#root === undefined ? undefined : readText(join(this.#root, ACCESS_FILE));
		return rules === undefined ? { read: false, write: false } : accessOf(rules, name);
	}

	/** Opens a file that may be. @returns its handle, or why not */
	open(name: string, mode: number): number | "noHandle" | "failed" | "isFolder" {
		const handle = this.#files.indexOf(undefined);
		if (handle < 0) return "noHandle";
		const path = this.#resolve(name);
		if (path === undefined) return "failed";
		let descriptor: number;
		try {
			descriptor = openSync(path, flagsOf(mode), 0o600);
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

	read(handle: number, count: number): Uint8Array {
		const file = this.#file(handle);
		const bytes = new Uint8Array(count);
		const length = readSync(file.descriptor, bytes, 0, count, file.position);
		file.position += length;
		return bytes.subarray(0, length);
	}

	write(handle: number, bytes: Uint8Array): void {
		const file = this.#file(handle);
		const appends = (file.mode & fileMode.append) !== 0;
		const at = appends ? fstatSync(file.descriptor).size : file.position;
		file.position = at + writeSync(file.descriptor, bytes, 0, bytes.length, appends ? null : at);
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
		let found = [pattern.startsWith("/") ? "/" : ""];
		for (const part of pattern.split("/").filter((each) => each !== "")) {
			found = found.flatMap((folder) => this.#matches(folder, part));
		}
		return found.map((name) => (this.#isFolder(name) ? `${name}/` : name));
	}

	closeAll(): void {
		for (const handle of this.#files.keys()) this.close(handle);
	}

	#matches(folder: string, part: string): string[] {
		const path = this.#resolve(folder === "" ? "/" : folder);
		if (path === undefined || !this.#isFolder(folder)) return [];
		return readdirSync(path)
			.filter((name) => (part.startsWith(".") || !name.startsWith(".")) && matchPattern(part, name, false))
			.sort()
			.map((name) => (folder === "" || folder.endsWith("/") ? folder + name : `${folder}/${name}`));
	}

	#isFolder(name: string): boolean {
		const path = this.#resolve(name === "" ? "/" : name);
		return path !== undefined && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
	}

	/** Where a name lies, unless links lead out of the folder. */
	#resolve(name: string): string | undefined {
		const root = this.#root;
		if (root === undefined) return undefined;
		const path = join(root, name);
		const real =
			realPath(path) ?? join(realPath(dirname(path)) ?? "", sep, path.slice(dirname(path).length + 1));
		return real === root || real.startsWith(root + sep) ? real : undefined;
	}

	#file(handle: number): OpenFile {
		const file = this.#files[handle];
		if (file === undefined) throw new RangeError(`no open file ${handle}`);
		return file;
	}
}

function realPath(path: string): string | undefined {
	try {
		return realpathSync(path);
	} catch {
		// It does not exist, which is for whoever opens it to say.
		return undefined;
	}
}

function readText(path: string): string | undefined {
	try {
		return readFileSync(path, "latin1");
	} catch {
		// No access file: nothing is allowed.
		return undefined;
	}
}

function flagsOf(mode: number): number {
	const { O_RDONLY, O_WRONLY, O_RDWR, O_APPEND, O_CREAT, O_TRUNC, O_NOFOLLOW = 0 } = fsConstants;
	const direction =
		[O_RDONLY, O_RDONLY, O_WRONLY, O_RDWR][mode & (fileMode.read | fileMode.write)] ?? O_RDONLY;
	// Links were followed before; one that is still there leads to nothing yet, perhaps outside the folder.
	return (
		direction |
		O_NOFOLLOW |
		((mode & fileMode.append) === 0 ? 0 : O_APPEND) |
		((mode & fileMode.create) === 0 ? 0 : O_CREAT) |
		((mode & fileMode.truncate) === 0 ? 0 : O_TRUNC)
	);
}
