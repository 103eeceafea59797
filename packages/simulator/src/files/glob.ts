import { isPattern, matchPattern, unescapePattern } from "./matchPattern.ts";
import type { Sandbox } from "./Sandbox.ts";

/**
 * The names a pattern matches, in the order of their bytes, folders with a slash at their end; glob(3) with
 * GLOB_MARK. A wildcard matches neither a slash nor a leading dot.
 */
export function glob(sandbox: Sandbox, pattern: string): string[] {
	let found = [""];
	for (const part of pattern.split(/(\/+)/).filter((each) => each !== "")) {
		if (part.startsWith("/"))
			found = found.filter((name) => isFolder(sandbox, name)).map((name) => name + part);
		else if (isPattern(part)) found = found.flatMap((folder) => matches(sandbox, folder, part));
		else found = found.map((folder) => folder + unescapePattern(part)).filter((name) => sandbox.has(name));
	}
	return found
		.filter((name) => name !== "")
		.map((name) => (!name.endsWith("/") && isFolder(sandbox, name) ? `${name}/` : name))
		.sort(byBytes);
}

function matches(sandbox: Sandbox, folder: string, part: string): string[] {
	return sandbox
		.names(folder)
		.filter((name) => (part.startsWith(".") || !name.startsWith(".")) && matchPattern(part, name))
		.map((name) => folder + name);
}

function isFolder(sandbox: Sandbox, name: string): boolean {
	return sandbox.stat(name)?.isDirectory() === true;
}

function byBytes(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
