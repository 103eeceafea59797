import { bridge } from "../../bridge/index.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { saveBytes } from "../../widgets/saveBytes.ts";
import { nameOf, pathProblem } from "./filePath.ts";
import { filesStore, keepPattern, setDraft } from "./filesStore.ts";
import {
	type Caller,
	createFile,
	listFiles,
	readFile,
	type TransferOptions,
	writeFile,
} from "./fileTransfer.ts";
import { nothingSent, withCall } from "./sentCalls.ts";

/** So much of a file is shown at first, bytes; more when asked for. */
export const SHOWN_BYTES = 1024 * 1024;
/** The largest file that is read or sent at all, bytes: a page and a bridge have better uses for their memory. */
export const MOST_BYTES = 64 * 1024 * 1024;

let moving = new AbortController();

/** Runs the commands of one thing that a person asked for, and notes them to be shown as code. */
function noting(): Caller {
	filesStore.setState({ sent: nothingSent });
	return {
		call: (name, args) => {
			filesStore.setState(({ sent }) => ({ sent: withCall(sent, { name, args }) }));
			return bridge.call(name, args);
		},
	};
}

/** Lists what matches a pattern; one that pigpiod would refuse in any case is not asked for. */
export async function list(pattern: string, caller?: Caller): Promise<void> {
	filesStore.setState({ pattern });
	if (pathProblem(pattern) !== undefined) return;
	filesStore.setState({ listing: { kind: "asking", pattern } });
	const isNewest = (): boolean => {
		const { listing } = filesStore.getState();
		return listing.kind === "asking" && listing.pattern === pattern;
	};
	try {
		const { entries, isCut } = await listFiles(caller ?? noting(), pattern);
		if (!isNewest()) return;
		filesStore.setState({ listing: { kind: "listed", pattern, entries, isCut } });
		keepPattern(pattern);
	} catch (error) {
		if (isNewest()) filesStore.setState({ listing: { kind: "failed", pattern, error } });
	}
}

/** Lists the folder again after something in it was written. */
async function listAgain(): Promise<void> {
	const { listing } = filesStore.getState();
	if (listing.kind !== "none") await list(listing.pattern, bridge);
}

/** Reads a file, at most so many bytes, and shows it. */
export async function open(path: string, limit = SHOWN_BYTES, caller = noting()): Promise<void> {
	await move(path, "read", async (options) => {
		const file = await readFile(caller, path, limit, options);
		filesStore.setState({ opened: { kind: "file", file } });
	});
}

/** Reads a whole file and hands it to the browser. */
export async function download(path: string): Promise<void> {
	const { opened } = filesStore.getState();
	await move(path, "read", async (options) => {
		const { bytes } = await readFile(noting(), path, MOST_BYTES, options);
		saveBytes(nameOf(path), "application/octet-stream", bytes);
		filesStore.setState({ opened });
	});
}

/** Writes bytes to a file, then reads back what is there. */
export async function write(path: string, bytes: Uint8Array, does: "replace" | "append"): Promise<void> {
	noteAction();
	const isWritten = await move(path, "write", (options) => writeFile(noting(), path, bytes, does, options));
	if (!isWritten) return;
	setDraft(path, undefined);
	await Promise.all([open(path, SHOWN_BYTES, bridge), listAgain()]);
}

/** Makes an empty file; one that is there stays as it is. */
export async function create(path: string): Promise<void> {
	noteAction();
	const isMade = await move(path, "write", () => createFile(noting(), path));
	if (!isMade) return;
	await Promise.all([open(path, SHOWN_BYTES, bridge), listAgain()]);
}

/** Stops what is being read or written. */
export function cancelMove(): void {
	moving.abort(new Error("Stopped before its end."));
}

/** Shows nothing beside the list. */
export function closeFile(): void {
	cancelMove();
	filesStore.setState({ opened: { kind: "none" } });
}

/** Runs one transfer, of which there is one at a time: the one before is stopped. @returns whether it went well */
async function move(
	path: string,
	does: "read" | "write",
	run: (options: TransferOptions) => Promise<void>,
): Promise<boolean> {
	cancelMove();
	const own = new AbortController();
	moving = own;
	filesStore.setState({ opened: { kind: "moving", path, does, done: 0, all: undefined } });
	try {
		await run({
			signal: own.signal,
			onProgress: (done, all) => {
				if (moving === own) filesStore.setState({ opened: { kind: "moving", path, does, done, all } });
			},
		});
		return moving === own;
	} catch (error) {
		if (moving === own) filesStore.setState({ opened: { kind: "failed", path, does, error } });
		return false;
	}
}
