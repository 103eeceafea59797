import { execFile } from "node:child_process";
import {
	closeSync,
	constants as fsConstants,
	fstatSync,
	lstatSync,
	mkdirSync,
	openSync,
	unlinkSync,
} from "node:fs";
import { promisify } from "node:util";
import type { Sandbox } from "../files/Sandbox.ts";

const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDWR } = fsConstants;
const FOLDER = "/dev";

/** A FIFO below the folder of the Pi's files. */
export interface Fifo {
	/** Open for reading and writing, so that it never ends and can be written to without a reader; non-blocking. */
	readonly descriptor: number;
	/** Gives the descriptor to somebody who will close it. */
	handOver(): number;
	/** Closes it, if it was not handed over, and takes its name away. */
	remove(): void;
}

/**
 * Makes a FIFO in the simulated /dev, in place of one that may be left there.
 * @param rights as of chmod(1), octal digits
 * @throws an error that says why it cannot be made
 */
export async function makeFifo(sandbox: Sandbox, name: string, rights: string): Promise<Fifo> {
	const path = placeOf(sandbox, name);
	const left = lstatSync(path, { throwIfNoEntry: false });
	if (left !== undefined && !left.isFIFO()) {
		throw new Error(`cannot make the pipe ${path}: something else has that name; remove it`);
	}
	if (left !== undefined) unlinkSync(path);
	await runMkfifo(rights, path);
	const descriptor = openSync(path, O_RDWR | O_NONBLOCK | O_NOFOLLOW);
	const made = fstatSync(descriptor);
	if (!made.isFIFO()) {
		closeSync(descriptor);
		throw new Error(`cannot make the pipe ${path}: something else took its name; leave dev to the simulator`);
	}
	const { ino, dev } = made;
	let isOurs = true;
	return {
		descriptor,
		handOver: () => {
			isOurs = false;
			return descriptor;
		},
		remove: () => {
			if (isOurs) closeSync(descriptor);
			const now = lstatSync(path, { throwIfNoEntry: false });
			if (now?.ino === ino && now.dev === dev) unlinkSync(path);
		},
	};
}

function placeOf(sandbox: Sandbox, name: string): string {
	const folder = sandbox.resolve(FOLDER);
	if (folder === undefined) {
		throw new Error(
			`cannot make pipes: dev in ${sandbox.root} is a link that leads out of it; remove the link`,
		);
	}
	mkdirSync(folder, { recursive: true });
	return `${folder}/${name}`;
}

/** Node cannot make FIFOs itself. */
async function runMkfifo(rights: string, path: string): Promise<void> {
	try {
		await promisify(execFile)("mkfifo", ["-m", rights, path]);
	} catch (error) {
		const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
		const cause = isMissing ? "the program mkfifo is not there; install coreutils" : String(error);
		throw new Error(`cannot make the pipe ${path}: ${cause}`, { cause: error });
	}
}

/**
 * Writes to a FIFO as far as that goes without waiting: up to 4096 bytes are written whole or, when it is full, not
 * at all.
 */
export function writeOrDrop(write: () => void): void {
	try {
		write();
	} catch (error) {
		const isFull = error instanceof Error && "code" in error && error.code === "EAGAIN";
		if (!isFull) throw error;
	}
}
