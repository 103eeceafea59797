import { matchPattern } from "./matchPattern.ts";

/** What may be done with a file. */
export interface Access {
	readonly read: boolean;
	readonly write: boolean;
}

const none: Access = { read: false, write: false };
const permissions: Readonly<Record<string, Access>> = {
	R: { read: true, write: false },
	W: { read: false, write: true },
	U: { read: true, write: true },
};

/** What the daemon's access file allows for a name: the most specific pattern that matches decides. */
export function accessOf(rules: string, name: string): Access {
	if (isRisky(name)) return none;
	let match: string | undefined;
	let permission = "";
	for (const line of rules.split("\n").slice(0, -1)) {
		const [, pattern, letter] = /^\s*(\S+) (\S)$/.exec(line) ?? [];
		if (pattern === undefined || letter === undefined || isRisky(pattern)) continue;
		if (!matchPattern(pattern, name, true)) continue;
		if (match !== undefined && !matchPattern(match, pattern, true)) continue;
		match = pattern;
		permission = letter;
	}
	return permissions[permission.toUpperCase()] ?? none;
}

/** Names that go up, or have fewer than two parts, are refused whatever the rules say. */
function isRisky(name: string): boolean {
	if (name.includes("..") || name.includes("\\.")) return true;
	return name.split(/[/*?.]/).filter((part) => part !== "").length < 2;
}
