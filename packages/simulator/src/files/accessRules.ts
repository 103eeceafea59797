import { matchPattern } from "./matchPattern.ts";

/** What may be done with a file. */
export interface Access {
	readonly read: boolean;
	readonly write: boolean;
}

export const noAccess: Access = { read: false, write: false };
const permissions: Readonly<Record<string, Access>> = {
	R: { read: true, write: false },
	W: { read: false, write: true },
	U: { read: true, write: true },
};
/** The daemon reads the file in pieces of up to 511 bytes that end with a line; what is longer goes on as a new line. */
const piece = /[^\n]{0,510}\n|[^\n]{1,511}/g;

/** A pattern, a letter and the line's end; blanks are C's, of which JavaScript has more. */
const rule = /^[ \t\n\v\f\r]*([^ \t\n\v\f\r]+)[ \t\n\v\f\r]+([^ \t\n\v\f\r])\n$/;

/** What the daemon's access file allows for a name: the most specific pattern that matches decides. */
export function accessOf(rules: string, name: string): Access {
	if (isRisky(name)) return noAccess;
	let match: string | undefined;
	let permission = "";
	for (const [line] of rules.matchAll(piece)) {
		const [, pattern, letter] = rule.exec(line) ?? [];
		if (pattern === undefined || letter === undefined || isRisky(pattern)) continue;
		if (!matchPattern(pattern, name)) continue;
		if (match !== undefined && !matchPattern(match, pattern)) continue;
		match = pattern;
		permission = letter;
	}
	return permissions[permission.toUpperCase()] ?? noAccess;
}

/** Names that go up, or have fewer than two parts, are refused whatever the rules say. */
function isRisky(name: string): boolean {
	if (name.includes("..") || name.includes("\\.")) return true;
	return name.split(/[/*?.]/).filter((part) => part !== "").length < 2;
}
