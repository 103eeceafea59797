// Writes docs/bench.md from the table of virtual devices: `pnpm docs`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
	type DeviceKind,
	defaultBench,
	describeOptions,
	deviceKinds,
} from "../packages/simulator/src/index.ts";

const target = new URL("../docs/bench.md", import.meta.url);

/** docs/bench.md as it should be. */
export function benchDocument(): string {
	return `${[
		"# The virtual bench",
		"",
		"<!-- Made from packages/simulator/src/devices by `pnpm docs`. Do not edit. -->",
		"",
		"The simulated Pi has devices wired to it. `--bench FILE` takes them from a JSON or YAML file; `--bench none` leaves all inputs unconnected, as on a fresh Pi. Without it the default bench stands there, which is this file:",
		"",
		"```json",
		...benchLines(),
		"```",
		"",
		"`name` is what the bench is called. `seed` makes chance repeatable: the same file lives the same life. `names` are what the page calls GPIOs before anyone renames them; they come before those made of the device's and the pin's name. A device has a `kind`, a `name` of its own, its `pins` with the GPIO (0 to 53) each is wired to, and `options`. Lines of one bus may be wired to one GPIO, other pins not, and chips on one bus need addresses of their own. Faults in a file are all told at once, each with its line and column.",
		"",
		"A device drives its lines from outside. A GPIO that is made an output keeps its own level; the device goes on and is seen again once the GPIO is an input.",
		"",
		"## Kinds of devices",
		...deviceKinds.flatMap(sectionOf),
	].join("\n")}\n`;
}

/** The default bench as JSON, a device a line. */
function benchLines(): string[] {
	const { devices, ...head } = defaultBench;
	const opening = JSON.stringify(head, undefined, 2).replace(/\n\}$/, ",");
	const entries = devices.map(
		(device) => `    ${JSON.stringify(device).replaceAll(/([,:])(?=["{\d])/g, "$1 ")}`,
	);
	return [opening, '  "devices": [', entries.join(",\n"), "  ]", "}"];
}

function sectionOf(kind: DeviceKind): string[] {
	const pins = Object.entries(kind.pins).map(([name, { text }]) => `- pin \`${name}\`: ${text}`);
	const options = describeOptions(kind).map(({ name, text, expects, fallback }) => {
		const byDefault = fallback === "" ? "" : `\`${fallback}\``;
		return `| \`${name}\` | ${text} | ${expects} | ${byDefault} |`;
	});
	return [
		"",
		`### ${kind.kind}`,
		"",
		kind.summary,
		...(pins.length > 0 ? ["", ...pins] : []),
		"",
		"| Option | | Expects | Default |",
		"| --- | --- | --- | --- |",
		...options,
	];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(target, benchDocument());
	console.log(`docs: ${fileURLToPath(target)} describes ${deviceKinds.length} kinds of devices`);
}
