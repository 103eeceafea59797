/** What pigpiod wants of a path, in an example. */
const EXAMPLE = "/home/pi/*";

/** What pigpiod would refuse of a path or pattern whatever its access file says; undefined when it may be asked. */
export function pathProblem(path: string): string | undefined {
	if (path === "") return `Give a path, for example ${EXAMPLE}.`;
	if (!path.startsWith("/")) return `A path from / on, for example ${EXAMPLE}.`;
	if (/[\r\n\0]/.test(path)) return "A path on one line.";
	if (path.includes("..") || path.includes("\\."))
		return "A path without .. in it: pigpiod opens nothing above.";
	// As the daemon counts them: what stands between slashes, stars, question marks and points.
	const names = path.split(/[/*?.]/).filter((name) => name !== "");
	if (names.length < 2) return `At least two names deep, as ${EXAMPLE}: pigpiod opens nothing higher up.`;
	return undefined;
}

/** The same for a file, which is no pattern. */
export function fileProblem(path: string): string | undefined {
	const problem = pathProblem(path);
	if (problem !== undefined) return problem;
	if (/[*?]/.test(path)) return "One file, without * and ?.";
	return path.endsWith("/") ? "A file, not a folder: without / at its end." : undefined;
}

/** The last name of a path, without the slash of a folder. */
export function nameOf(path: string): string {
	return path.replace(/\/$/, "").split("/").at(-1) ?? path;
}

/** The folder a path or pattern lies in, with its slash. */
export function folderOf(path: string): string {
	const bare = path.replace(/\/$/, "");
	return bare.slice(0, bare.lastIndexOf("/") + 1);
}

/** The folder above that of a path or pattern, if pigpiod can list that. */
export function folderAbove(path: string): string | undefined {
	const above = folderOf(folderOf(path));
	return pathProblem(`${above}*`) === undefined ? above : undefined;
}

/**
 * The line of /opt/pigpio/access that lets pigpiod read, or read and write, what lies beside a path. A blank ends the
 * pattern there, so that ? stands for it.
 */
export function accessLine(path: string, does: "read" | "write"): string {
	return `${folderOf(path).replaceAll(/\s/g, "?")}* ${does === "read" ? "r" : "u"}`;
}
