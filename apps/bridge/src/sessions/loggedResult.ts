import { type CommandName, commands } from "@gpioscope/protocol";

/** More bytes are of no use in a log that every page keeps. */
const MOST_BYTES = 1024;

/**
 * A result as the log, which all sessions read, tells it. Of a file only how much was read: not everybody who may watch
 * may read files.
 */
export function loggedResult(name: CommandName, result: unknown): unknown {
	if (!(result instanceof Uint8Array)) return result;
	const isPrivate = commands[name].access === "file";
	if (!isPrivate && result.length <= MOST_BYTES) return result;
	return byteCount(result.length);
}

/** How many bytes, in words. */
export function byteCount(count: number): string {
	return count === 1 ? "1 byte" : `${count} bytes`;
}
