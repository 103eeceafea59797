/** One exported declaration of a .d.ts file. */
export interface Declaration {
	readonly name: string;
	/** What its comment says, without the comment's marks. */
	readonly text: string;
	/** The declaration without `export declare` and without what is private. */
	readonly code: string;
	/** The class it extends. */
	readonly base: string | undefined;
}

const start = /^export (?:declare )?((?:abstract )?class|interface|type|const|function) ([A-Za-z0-9_]+)/;
const privates = /^\s+(?:#private;|private .*;)$/;

/** Reads the exported declarations of a .d.ts file as the compiler writes them: unindented, one after the other. */
export function readDeclarations(source: string): readonly Declaration[] {
	const lines = source.split("\n");
	const found: Declaration[] = [];
	let comment: string[] = [];
	for (let i = 0; i < lines.length; i++) {
		const line = lines[i] ?? "";
		if (line.startsWith("/**")) {
			const end = lines.findIndex((each, at) => at >= i && each.trimEnd().endsWith("*/"));
			comment = lines.slice(i, end + 1);
			i = end;
			continue;
		}
		const [, , name] = start.exec(line) ?? [];
		if (name !== undefined) {
			const end = endOf(lines, i);
			const body = lines.slice(i, end + 1).filter((each) => !privates.test(each));
			found.push({
				name,
				text: textOf(comment),
				code: body.join("\n").replace(/^export (declare )?/, ""),
				base: /class \w+ extends (\w+)/.exec(line.replaceAll(/<[^<>]*>/g, ""))?.[1],
			});
			i = end;
		}
		comment = [];
	}
	return found;
}

/** A declaration ends where its brackets are closed and the line ends it. */
function endOf(lines: readonly string[], from: number): number {
	let depth = 0;
	for (let i = from; i < lines.length; i++) {
		const line = lines[i] ?? "";
		const code = line.replace(/\/\*\*.*?\*\/|^\s*\*.*|"[^"]*"/g, "").replaceAll("=>", "");
		depth += (code.match(/[{([<]/g) ?? []).length - (code.match(/[})\]>]/g) ?? []).length;
		if (depth === 0 && /[;}]$/.test(line)) return i;
	}
	throw new Error(`the declaration ${lines[from]} has no end`);
}

function textOf(comment: readonly string[]): string {
	return comment
		.map((line) =>
			line
				.replace(/\*\/$/, "")
				.replace(/^\/\*\*|^ \*/, "")
				.trim(),
		)
		.filter((line) => line !== "")
		.join(" ");
}
