// Writes docs/scripts.md from the table that scripts are read by: `pnpm run docs`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
	SCRIPT_PARAMS,
	SCRIPT_TAGS,
	SCRIPT_VARIABLES,
	type ScriptParam,
	type ScriptWord,
	scriptReaches,
	scriptWordGroups,
	scriptWords,
} from "../packages/protocol/src/index.ts";

const target = new URL("../docs/scripts.md", import.meta.url);

/** docs/scripts.md as it should be. */
export function scriptsDocument(): string {
	return `${[
		"# Scripts",
		"",
		"<!-- Made from packages/protocol/src/script by `pnpm run docs`. Do not edit. -->",
		"",
		`What a script may say that is stored in pigpiod (version 79) and runs there: ${scriptWords.length} words. The page's editor, the bridge and the simulator read scripts by the same table.`,
		"",
		"- A text is words and numbers with blanks or new lines between them; case does not matter. Numbers are decimal, `0x` hexadecimal or, with a leading `0`, octal, and have 32 bits.",
		`- Where a value stands, so may a register: parameters \`p0\` to \`p${SCRIPT_PARAMS - 1}\`, which are given when the script is run and can be read and changed from outside meanwhile, and variables \`v0\` to \`v${SCRIPT_VARIABLES - 1}\`, which cannot.`,
		"- **A** is the accumulator, **F** the flags: the last value that set them. Each command puts its result into both; a negative one is an error, and the script goes on.",
		`- \`tag\` names a place by a number, for jumps and calls; a script has ${SCRIPT_TAGS} at most.`,
		"- pigpiod knows no comments. In the page's editor `#` begins one, up to the end of its line; it stays in the browser. `# p0 = 13 GPIO of the LED` says what a parameter is for, and what it is at first.",
		"- Commands with bytes or text behind them, such as `i2cwd` or `wvag`, must not stand in a script.",
		"",
		"gpioscope does not store some of them, because they reach beyond the script:",
		"",
		...scriptReaches.map(
			({ names, why, ability }) =>
				`- ${names.map((name) => `\`${name.toLowerCase()}\``).join(", ")} ${why}${ability === undefined ? "" : `; stored where gpioscope runs with \`--allow ${ability}\``}.`,
		),
		...scriptWordGroups.flatMap(({ title, words }) => [
			"",
			`## ${title}`,
			"",
			"| Word | What it does | Takes |",
			"| --- | --- | --- |",
			...words.map(rowOf),
		]),
	].join("\n")}\n`;
}

function rowOf({ name, summary, params }: ScriptWord): string {
	const usage = [name.toLowerCase(), ...params.map(({ label }) => label)].join(" ");
	return `| \`${usage}\` | ${summary} | ${params.map(paramText).join("<br>")} |`;
}

function paramText({ label, text, letters }: ScriptParam): string {
	const each = [...letters].map(([letter, meaning]) => `\`${letter.toLowerCase()}\` ${meaning}`);
	return `\`${label}\` ${text}${each.length === 0 ? "" : `: ${each.join(", ")}`}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(target, scriptsDocument());
	console.log(`docs: ${fileURLToPath(target)} describes ${scriptWords.length} words`);
}
