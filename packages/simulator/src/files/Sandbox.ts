import {
	closeSync,
	existsSync,
	constants as fsConstants,
	fstatSync,
	lstatSync,
	openSync,
	readdirSync,
	readFileSync,
	realpathSync,
	type Stats,
	statSync,
} from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fromByteText, toByteText } from "./byteText.ts";

const { O_DIRECTORY = 0, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY } = fsConstants;
/** On Linux an open folder can be walked on from, whatever happens to its name meanwhile. */
const DESCRIPTORS = "/proc/self/fd";
const walksByDescriptor = existsSync(DESCRIPTORS);

/** What may be opened is of another kind than a file or a folder, or lies outside. */
export class Refused extends Error {
	override readonly name = "Refused";
}

/**
 * A folder that to clients is the root of the Pi. Names are byte texts ("/srv/a"); none leads out of the folder,
 * neither by `..` nor by a link, and neither by a link that is put in the way at the last moment (on Linux;
 * elsewhere that moment remains).
 */
export class Sandbox {
	/** The folder itself, without links. */
	readonly root: string;

	/** @throws when there is no such folder */
	constructor(folder: string) {
		this.root = realpathSync(folder);
	}

	/** Where a name lies, its links followed; of what does not exist yet only the folder must. */
	resolve(name: string): string | undefined {
		const path = join(this.root, fromByteText(name));
		const real = realPath(path) ?? this.#unborn(path);
		return real !== undefined && this.#contains(real) ? real : undefined;
	}

	/** What a name stands for, its links followed; undefined for what is not there or outside. */
	stat(name: string): Stats | undefined {
		const path = this.resolve(name);
		return path === undefined ? undefined : ifReachable(() => statSync(path));
	}

	/** Whether there is something of that name, be it a link that leads nowhere. */
	has(name: string): boolean {
		const path = join(this.root, fromByteText(name));
		const folder = realPath(dirname(path));
		if (folder === undefined || !(this.#contains(folder) || path === this.root)) return false;
		return ifReachable(() => lstatSync(path)) !== undefined;
	}

	/** The names in a folder, byte texts in no order; none if it is no folder or may not be read. */
	names(folder: string): string[] {
		const path = this.resolve(folder);
		if (path === undefined) return [];
		try {
			return this.#openIn(path, (opened) => readdirSync(opened)).map(toByteText);
		} catch {
			// As the daemon's glob, which passes over what it may not read.
			return [];
		}
	}

	/**
	 * Opens a file or folder; what could keep the process waiting or act on being opened (FIFO, socket, device)
	 * is refused.
	 * @param flags as of open(2), with `mode` for a new file
	 * @throws Refused, or the file system's own error
	 */
	open(name: string, flags: number, mode?: number): number {
		const path = this.resolve(name);
		if (path === undefined) throw new Refused(`${name} is not below ${this.root}`);
		return this.#openIn(dirname(path), (folder) => {
			// The root has no name in a folder above it.
			const place = path === this.root ? path : join(folder, basename(path));
			refuseSpecial(lstatSync(place, { throwIfNoEntry: false }), name);
			const descriptor = openSync(place, flags | O_NOFOLLOW | O_NONBLOCK, mode);
			try {
				refuseSpecial(fstatSync(descriptor), name);
			} catch (error) {
				closeSync(descriptor);
				throw error;
			}
			return descriptor;
		});
	}

	/** The text of a file; undefined if it cannot be read. */
	readText(name: string): string | undefined {
		let descriptor: number;
		try {
			descriptor = this.open(name, O_RDONLY);
		} catch {
			// That there is none is what the caller is told.
			return undefined;
		}
		try {
			return fstatSync(descriptor).isFile() ? readFileSync(descriptor, "latin1") : undefined;
		} finally {
			closeSync(descriptor);
		}
	}

	/**
	 * Calls `act` with a path to a folder inside; step by step from the root on, no step over a link, so that the
	 * path means this very folder until `act` returns.
	 */
	#openIn<T>(folder: string, act: (folder: string) => T): T {
		if (!walksByDescriptor || !this.#contains(folder)) return act(folder);
		let descriptor = openSync(this.root, O_RDONLY | O_DIRECTORY);
		try {
			for (const part of relative(this.root, folder)
				.split(sep)
				.filter((each) => each !== "")) {
				const next = openSync(
					`${DESCRIPTORS}/${descriptor}/${part}`,
					O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK,
				);
				closeSync(descriptor);
				descriptor = next;
			}
			return act(`${DESCRIPTORS}/${descriptor}`);
		} finally {
			closeSync(descriptor);
		}
	}

	/** The place of something that is not there yet. */
	#unborn(path: string): string | undefined {
		const folder = realPath(dirname(path));
		return folder === undefined ? undefined : join(folder, basename(path));
	}

	#contains(real: string): boolean {
		const prefix = this.root.endsWith(sep) ? this.root : this.root + sep;
		return real === this.root || real.startsWith(prefix);
	}
}

function refuseSpecial(stats: Stats | undefined, name: string): void {
	if (stats === undefined || stats.isFile() || stats.isDirectory()) return;
	throw new Refused(`${name} is neither a file nor a folder`);
}

function realPath(path: string): string | undefined {
	return ifReachable(() => realpathSync(path));
}

/** What is found out about a name; undefined if there is nothing of it, or it cannot be reached or be a name at all. */
function ifReachable<T>(look: () => T): T | undefined {
	try {
		return look();
	} catch {
		// Why not is for whoever uses it to say.
		return undefined;
	}
}
