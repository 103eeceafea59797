// Writes docs/simulator-control.md from the table of the control channel's operations: `pnpm docs`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
	type ControlOperation,
	controlErrors,
	controlOperationNames,
	controlOperations,
	describeParams,
	pageRoleOf,
} from "../packages/protocol/src/index.ts";

const target = new URL("../docs/simulator-control.md", import.meta.url);

const pageOperations = controlOperationNames
	.filter((name) => pageRoleOf(name) !== undefined)
	.map((name) => `\`${name}\``)
	.join(", ");

/** docs/simulator-control.md as it should be. */
export function controlDocument(): string {
	return `${[
		"# The simulator's control channel",
		"",
		"<!-- Made from packages/protocol/src/control by `pnpm docs`. Do not edit. -->",
		"",
		"Moves the virtual world around the simulated Pi: press a button, set a temperature, look at a display, inject a glitch, connect another device, and make things go wrong. There are three ways in, with the same operations:",
		"",
		'- in a program: `await simulator.control.call("press", { device: "Button", control: "press" })`;',
		"- a socket: `pnpm sim --control 8889` listens on this computer only, `--control 0.0.0.0:8889` on all interfaces (there is no authentication), `--control ./sim.sock` on a Unix socket that only its owner may use;",
		`- a page, through the bridge, when the bridge runs its own simulator: ${pageOperations} (operation \`bench\` in [bridge-protocol.md](bridge-protocol.md)).`,
		"",
		"## The socket",
		"",
		"One JSON object a line in both directions. A request has an `id` of any kind, an `op` and the fields of the operation; the answer has the same `id` and a `result` or an `error`. Answers bear the id because one that takes time comes after later ones. A line that is no JSON object ends the connection.",
		"",
		"```",
		'$ echo \'{"id":1,"op":"press","device":"Button","control":"press"}\' | socat - TCP:127.0.0.1:8889',
		'{"id":1,"result":{}}',
		"```",
		"",
		"A refusal names the cause and the remedy:",
		"",
		"```json",
		JSON.stringify({
			id: 2,
			error: {
				code: "unknownDevice",
				message: 'There is no device "Bell"; there are: Button, Fan.',
				remedy: controlErrors.unknownDevice,
			},
		}),
		"```",
		"",
		"After `subscribe` come events, without an id, at most ten times in a second of the simulator's time. A value that is missing is that of a picture, to be asked for:",
		"",
		"```json",
		JSON.stringify({
			event: "values",
			values: [
				{ device: "Climate", control: "temperature", value: 23.5 },
				{ device: "Display", control: "picture" },
			],
		}),
		JSON.stringify({ event: "bench", bench: { name: "No bench", devices: [] } }),
		"```",
		"",
		"Controls are of seven kinds. `press` is done at once; `switch` (true or false), `number` (within its limits) and `choice` (one of its texts) are read and set; `text` is handed over; `reading` and `picture` can only be looked at.",
		"",
		"Faults that are set for a connection number last as long as the connection, those without a number as long as the simulator, until `clearFaults`. With a virtual clock (in a program) all of them are repeatable.",
		"",
		"## Operations",
		...controlOperationNames.flatMap(sectionOf),
		"",
		"## Errors",
		"",
		"| code | what to do |",
		"| --- | --- |",
		...Object.entries(controlErrors).map(([code, remedy]) => `| \`${code}\` | ${remedy} |`),
	].join("\n")}\n`;
}

function sectionOf(op: ControlOperation): string[] {
	const { summary, example } = controlOperations[op];
	const params = describeParams(op).map(({ name, text, expects, isOptional, fallback }) => {
		const byDefault = fallback === "" ? (isOptional ? "optional" : "needed") : `\`${fallback}\``;
		return `| \`${name}\` | ${text} | ${expects} | ${byDefault} |`;
	});
	return [
		"",
		`### ${op}`,
		"",
		summary,
		...(params.length === 0
			? []
			: ["", "| field | | expects | default |", "| --- | --- | --- | --- |", ...params]),
		"",
		"```json",
		JSON.stringify({ id: 1, op, ...example.params }),
		JSON.stringify({ id: 1, result: example.result }),
		"```",
	];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(target, controlDocument());
	console.log(`docs: ${fileURLToPath(target)} describes ${controlOperationNames.length} operations`);
}
