import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const NAME = "pigpiod";

/**
 * Options of the pigpiod that runs on this computer, as they were typed; undefined where none is seen, as in a
 * container or on a system without /proc.
 * @param processes folder with a folder for each process
 */
export async function findDaemonOptions(processes = "/proc"): Promise<string[] | undefined> {
	const ids = (await readdir(processes).catch(() => [])).filter((name) => /^\d+$/.test(name));
	for (const id of ids) {
		const name = await read(join(processes, id, "comm"));
		if (name?.trim() !== NAME) continue;
		const line = await read(join(processes, id, "cmdline"));
		if (line !== undefined) return line.split("\0").filter(Boolean).slice(1);
	}
	return undefined;
}

/** A process may end, or be hidden from us, while it is looked at. */
function read(path: string): Promise<string | undefined> {
	return readFile(path, "utf8").catch(() => undefined);
}
