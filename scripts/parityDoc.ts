// Writes the table of the Python module's names into the client's README: `pnpm run docs`.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parity } from "../packages/client/src/parity/parity.ts";
import type { ParityRow } from "../packages/client/src/parity/parityRow.ts";

const target = new URL("../packages/client/README.md", import.meta.url);
const BEGIN = "<!-- Made from src/parity/parity.ts by `pnpm run docs`. Do not edit. -->";
const END = "<!-- End of what is made. -->";

/** The client's README as it should be: its table made anew, the rest as it is. */
export function readmeWithParity(): string {
	const readme = readFileSync(target, "utf8");
	const [before, rest] = split(readme, BEGIN);
	const [, after] = split(rest, END);
	return [before, BEGIN, "\n", ...parity.flatMap(sectionOf), "\n", END, after].join("");
}

function split(text: string, at: string): readonly [string, string] {
	const index = text.indexOf(at);
	if (index < 0) throw new Error(`${fileURLToPath(target)} has no line ${at}`);
	return [text.slice(0, index), text.slice(index + at.length)];
}

function sectionOf({ title, rows }: (typeof parity)[number]): string[] {
	return ["\n", `| ${title} | here | |\n`, "| --- | --- | --- |\n", ...rows.map(lineOf)];
}

function lineOf({ python, ours, note }: ParityRow): string {
	return `| \`${python}\` | ${ours.map((name) => `\`${asWritten(name)}\``).join(", ")} | ${note} |\n`;
}

/** Methods of the class Pi are called on an object, mostly named `pi`. */
function asWritten(name: string): string {
	return name.replace(/^Pi\./, "pi.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(target, readmeWithParity());
	console.log(
		`docs: ${fileURLToPath(target)} has ${parity.flatMap(({ rows }) => rows).length} names of Python`,
	);
}
