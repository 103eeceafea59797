// Writes docs/commands.md from the command table: `pnpm run docs`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
	accessClasses,
	type CommandName,
	commandGroups,
	commandNames,
	commands,
	pigpioErrors,
	type Slot,
} from "../packages/protocol/src/index.ts";

const target = new URL("../docs/commands.md", import.meta.url);

const accessTexts: Readonly<Record<(typeof accessClasses)[number], string>> = {
	observe: "reads the board and changes nothing",
	drive: "drives GPIOs, waves and notifications",
	bus: "talks over I2C, SPI and serial lines",
	script: "stores and runs scripts in the daemon",
	file: "reads and writes files of the Pi",
	system: "runs programs on the Pi, or changes the daemon itself",
};

/** docs/commands.md as it should be. */
export function commandsDocument(): string {
	return `${[
		"# Commands",
		"",
		"<!-- Made from packages/protocol/src/commands by `pnpm run docs`. Do not edit. -->",
		"",
		`All ${commandNames.length} commands of pigpiod (version 79). The name is the one of the typed client and of the bridge's \`call\`; *pigs* is what the command line and the console take. Parameters ride in the words \`p1\` and \`p2\` of the request's header, in 32-bit words \`ext 0\`, \`ext 1\`, ... of its extension, or are the rest of it; see [pigpiod-protocol.md](pigpiod-protocol.md). Commands marked *blocks* hold up their connection while they run.`,
		"",
		"Each command needs a class of access, which includes those above it:",
		"",
		...accessClasses.map((access) => `- \`${access}\` ${accessTexts[access]}`),
		...Object.entries(commandGroups).flatMap(([group, title]) => [
			"",
			`## ${title}`,
			"",
			"| No. | Command | pigs | Parameters | Result | Access |",
			"| --: | --- | --- | --- | --- | --- |",
			...commandNames.filter((name) => commands[name].group === group).map(rowOf),
		]),
		"",
		"## Errors",
		"",
		"A negative result is one of these, except where the result is called unsigned.",
		"",
		"| No. | Name | Text |",
		"| --: | --- | --- |",
		...Object.entries(pigpioErrors)
			.map(([code, { name, text }]) => ({ code: Number(code), name, text }))
			.sort((a, b) => b.code - a.code)
			.map(({ code, name, text }) => `| ${code} | \`${name}\` | ${text} |`),
	].join("\n")}\n`;
}

function rowOf(name: CommandName): string {
	const { code, mnemonic, aliases, summary, params, access, blocking } = commands[name];
	const pigs = [mnemonic, ...aliases].map((text) => `\`${text.toLowerCase()}\``).join(", ");
	const entries = Object.entries(params);
	const parameters = entries.map(([param, slot]) => `\`${param}\` ${slotText(slot)}`).join("<br>") || "none";
	const command = `**${name}**${blocking ? ", *blocks*" : ""}<br>${summary}`;
	return `| ${[code, command, pigs, parameters, resultText(name), `\`${access}\``].join(" | ")} |`;
}

function slotText(slot: Slot): string {
	if (slot.at === "tail") return `(rest) ${slot.text}`;
	const place = slot.at === "ext" ? `ext ${slot.index}` : slot.at;
	const anything = slot.type.kind === "handle" || slot.type.max === 0xffff_ffff;
	const expects = anything ? "" : `: ${slot.type.expects.replace("a whole number from ", "")}`;
	return `(${place}${slot.optional ? ", optional" : ""}) ${slot.text}${expects}`;
}

function resultText(name: CommandName): string {
	const { kind, text, unit, unsigned, hex } = commands[name].result;
	if (kind === "status") return "none";
	const notes = [unit, unsigned ? "unsigned" : undefined, hex ? "hexadecimal in pigs" : undefined];
	const said = notes.filter((note) => note !== undefined).join(", ");
	return said === "" ? text : `${text} (${said})`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(target, commandsDocument());
	console.log(`docs: ${fileURLToPath(target)} describes ${commandNames.length} commands`);
}
