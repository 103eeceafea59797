/**
 * Whether a name matches a shell pattern: `*` any text, `?` any character, `[a-z]` or `[!a-z]` one of a set,
 * `\` takes the next character as it is.
 * @param crossesFolders whether `*` and `?` also match `/`
 */
export function matchPattern(pattern: string, name: string, crossesFolders: boolean): boolean {
	return new RegExp(`^${translate(pattern, crossesFolders)}$`, "s").test(name);
}

function translate(pattern: string, crossesFolders: boolean): string {
	const any = crossesFolders ? "." : "[^/]";
	const token = /\\(.)|\[(!?)(\]?[^\]]*)\]|(.)/gsy;
	let source = "";
	for (const [, escaped, negated, set, plain] of pattern.matchAll(token)) {
		if (set !== undefined) source += `[${negated === "!" ? "^" : ""}${set.replace(/[\\\]^]/g, "\\$&")}]`;
		else if (plain === "*") source += `${any}*`;
		else if (plain === "?") source += any;
		else source += (escaped ?? plain ?? "").replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
	}
	return source;
}
