import { execFile } from "node:child_process";
import { type Stats, statSync } from "node:fs";
import { chmod, chown, lstat, unlink } from "node:fs/promises";
import { connect, type Server } from "node:net";
import { dirname } from "node:path";
import { promisify } from "node:util";

/** The socket file cannot be made; the message says why and what to do. */
export class SocketFileError extends Error {
	override readonly name = "SocketFileError";
}

/** Owner and group may use the socket, nobody else. */
const SOCKET_MODE = 0o660;
/** What umask takes from a new socket: it is the owner's alone until it has its group. */
const OWNER_ONLY = 0o177;
/** Linux keeps the path of a socket in 108 bytes, with a zero at the end. */
const LONGEST_PATH = 107;

/**
 * Makes a server listen on a socket file of mode 0660. A socket that nobody listens on any more is replaced; one that
 * somebody does, or any other file, is not.
 * @throws SocketFileError
 */
export async function listenOnSocketFile(server: Server, path: string, group?: string): Promise<void> {
	checkPath(path);
	const gid = group === undefined ? undefined : await groupId(group);
	await removeStale(path);
	try {
		await listen(server, path);
	} catch (error) {
		throw explained(error, path);
	}
	try {
		if (gid !== undefined) await chown(path, -1, gid);
		await chmod(path, SOCKET_MODE);
	} catch (error) {
		server.close();
		if (codeOf(error) !== "EPERM") throw explained(error, path);
		throw new SocketFileError(
			`The line server may not give ${path} to group ${group}. Use a group that the user of gpioscope belongs to.`,
		);
	}
}

function checkPath(path: string): void {
	const bytes = Buffer.byteLength(path);
	if (bytes > LONGEST_PATH) {
		throw new SocketFileError(
			`The path of --line-socket has ${bytes} bytes; a socket's may have ${LONGEST_PATH}. Choose a shorter one.`,
		);
	}
	const folder = dirname(path);
	if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
	throw new SocketFileError(`There is no folder ${folder} for the line server's socket. Make it first.`);
}

async function removeStale(path: string): Promise<void> {
	const found = await look(path);
	if (found === undefined) return;
	if (!found.isSocket()) {
		throw new SocketFileError(`${path} exists and is no socket. Remove it, or choose another --line-socket.`);
	}
	const refusal = await refusalOf(path);
	if (refusal === undefined) {
		throw new SocketFileError(
			`Another program listens on ${path}, perhaps another gpioscope. Stop it, or choose another --line-socket.`,
		);
	}
	if (refusal === "ENOENT") return;
	if (refusal !== "ECONNREFUSED") {
		throw new SocketFileError(
			`${path} exists, and whether somebody listens on it cannot be told (${refusal}). Remove it, or choose another --line-socket.`,
		);
	}
	// In the meantime another gpioscope may have put its own there.
	const now = await look(path);
	if (now !== undefined && now.ino === found.ino && now.ctimeMs === found.ctimeMs) await unlink(path);
}

async function look(path: string): Promise<Stats | undefined> {
	try {
		return await lstat(path);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return undefined;
		throw explained(error, path);
	}
}

/** Why nobody answers on a socket; undefined when somebody does. */
function refusalOf(path: string): Promise<string | undefined> {
	return new Promise((resolve) => {
		const socket = connect(path, () => {
			socket.destroy();
			resolve(undefined);
		});
		socket.once("error", (error) => resolve(codeOf(error) ?? error.message));
	});
}

function listen(server: Server, path: string): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		// The file is made within this call, so that no other can come between and get this umask.
		const before = process.umask(OWNER_ONLY);
		try {
			server.listen(path, () => {
				server.off("error", reject);
				resolve();
			});
		} finally {
			process.umask(before);
		}
	});
}

/** Number of a group. Node cannot ask the system for it; getent can, whatever source groups come from. */
async function groupId(group: string): Promise<number> {
	if (/^\d+$/.test(group)) return Number(group);
	const { stdout } = await promisify(execFile)("getent", ["group", "--", group]).catch(() => ({
		stdout: "",
	}));
	const id = stdout.split(":")[2];
	if (id !== undefined) return Number(id);
	throw new SocketFileError(`There is no group ${group}. Check --line-group, or give the group's number.`);
}

function explained(error: unknown, path: string): Error {
	const code = codeOf(error);
	if (code === "EACCES" || code === "EROFS") {
		return new SocketFileError(
			`The line server may not make ${path} (${code}). Choose another --line-socket.`,
		);
	}
	const message = error instanceof Error ? error.message : String(error);
	return new SocketFileError(`The line server cannot listen on ${path}: ${message}.`, { cause: error });
}

function codeOf(error: unknown): string | undefined {
	return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
