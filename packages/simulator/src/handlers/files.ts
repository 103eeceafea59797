import type { Daemon } from "../Daemon.ts";
import { fileMode } from "../files/FileStore.ts";
import type { Handler, HandlersOf } from "./Handler.ts";
import { BUFFER_BYTES, clipP2 } from "./Request.ts";
import { refusals } from "./refusals.ts";

const HIGHEST_MODE = 31;
const { read, write } = fileMode;

/** What a file's system refused, as the daemon names it. */
function attempt<T>(refusal: number, act: () => T): T | number {
	try {
		return act();
	} catch (error) {
		// An I/O error or the like: the daemon tells clients no more than this.
		if (error instanceof Error && "syscall" in error) return refusal;
		throw error;
	}
}

const openFile: Handler = ({ files }, request) => {
	const { p1: mode } = request;
	const name = request.text();
	if (mode > HIGHEST_MODE || (mode & (read | write)) === 0) return refusals.badFileMode;
	const access = files.accessOf(name);
	const isRefused = ((mode & read) !== 0 && !access.read) || ((mode & write) !== 0 && !access.write);
	// Append, create and truncate make sense for writing only.
	if (isRefused || (mode > (read | write) && (mode & write) === 0)) return refusals.noFileAccess;
	const opened = files.open(name, mode);
	if (opened === "noHandle") return refusals.noHandle;
	if (opened === "failed") return refusals.filOpenFailed;
	return opened === "isFolder" ? refusals.fileIsADir : opened;
};

const closeFile: Handler = ({ files }, { p1: handle }) => {
	if (files.get(handle) === undefined) return refusals.badHandle;
	files.close(handle);
	return 0;
};

/** Why a read or write is refused before the file is touched. */
function refuseTransfer({ files }: Daemon, handle: number, count: number, mode: number): number | undefined {
	const file = files.get(handle);
	if (file === undefined) return refusals.badHandle;
	if (count === 0) return refusals.badParam;
	if ((file.mode & mode) !== 0) return undefined;
	return mode === read ? refusals.fileNotRopen : refusals.fileNotWopen;
}

const readFile: Handler = (daemon, request) => {
	const { p1: handle, p2: count } = clipP2(request);
	const refusal = refuseTransfer(daemon, handle, count, read);
	return refusal ?? attempt(refusals.badFileRead, () => daemon.files.read(handle, count));
};

const writeFile: Handler = (daemon, request) => {
	const { p1: handle, length } = request;
	const refusal = refuseTransfer(daemon, handle, length, write);
	if (refusal !== undefined) return refusal;
	// What a full disk took stays written; the daemon only says that it was not all.
	return attempt(refusals.badFileWrite, () =>
		daemon.files.write(handle, request.bytes()) === length ? 0 : refusals.badFileWrite,
	);
};

const seekFile: Handler = ({ files }, request) => {
	const { p1: handle, p2: offset } = request;
	if (files.get(handle) === undefined) return refusals.badHandle;
	const position = files.seek(handle, offset | 0, request.word(0));
	// Beyond 2 GB the daemon's answer, a signed word, wraps.
	return position === undefined ? refusals.badFileSeek : position | 0;
};

/** Names that do not fit into the asked number of bytes are left out. */
const listFiles: Handler = ({ files }, request) => {
	request.p1 = Math.min(request.p1, BUFFER_BYTES - 1);
	const pattern = request.text();
	if (!files.accessOf(pattern).read) return refusals.noFileAccess;
	const names = files.list(pattern);
	if (names.length === 0) return refusals.noFileMatch;
	let text = "";
	for (const name of names) {
		if (text.length + name.length + 1 < request.p1) text += `${name}\n`;
	}
	return new Uint8Array(Buffer.from(text, "latin1"));
};

export const fileHandlers: HandlersOf<
	"openFile" | "closeFile" | "readFile" | "writeFile" | "seekFile" | "listFiles"
> = { openFile, closeFile, readFile, writeFile, seekFile, listFiles };
