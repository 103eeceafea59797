// Writes docs/bench.md from the table of virtual devices: `pnpm docs`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
	type DeviceKind,
	defaultBench,
	describeControls,
	describeOptions,
	deviceKinds,
	namedBenches,
} from "../packages/simulator/src/index.ts";

const target = new URL("../docs/bench.md", import.meta.url);

const busNames = { i2c: "an I2C bus", spi: "an SPI bus", oneWire: "a 1-Wire bus", uart: "a serial line" };

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
		"These ship, by the names `--bench` takes:",
		"",
		"| Bench | | Holds |",
		"| --- | --- | --- |",
		...Object.entries(namedBenches).map(([name, bench]) => benchRow(name, bench)),
		"",
		"`name` is what the bench is called. `seed` makes chance repeatable: the same file lives the same life. `names` are what the page calls GPIOs before anyone renames them; they come before those made of the device's and the pin's name. A device has a `kind`, a `name` of its own, its `pins` with the GPIO (0 to 53) each is wired to, and `options`. Lines of one bus may be wired to one GPIO, other pins not, and chips on one bus need addresses of their own. Faults in a file are all told at once, each with its line and column.",
		"",
		"What can be done to a device while it stands there, or read off it, are its controls. A `press` is done at once, a `switch` is on or off, a `text` is handed over.",
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

/** A bench by its name, with how many devices of which kinds stand on it. */
function benchRow(name: string, bench: (typeof namedBenches)[string]): string {
	const counts = new Map<string, number>();
	for (const { kind } of bench.devices) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	const kinds = [...counts].map(([kind, count]) => (count > 1 ? `${count} ${kind}` : kind));
	return `| \`${name}\` | ${bench.name} | ${kinds.join(", ") || "nothing"} |`;
}

function sectionOf(kind: DeviceKind): string[] {
	const pins = Object.entries(kind.pins).map(([name, pin]) => `- pin \`${name}\`: ${pinText(pin)}`);
	const controls = describeControls(kind).map(
		({ name, label, takes }) => `| \`${name}\` | ${label} | ${takes} |`,
	);
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
		...(controls.length > 0 ? ["", "| Control | | |", "| --- | --- | --- |", ...controls] : []),
	];
}

function pinText({ text, bus, isOptional }: DeviceKind["pins"][string]): string {
	const shared = bus === undefined ? "" : `; a line of ${busNames[bus]}`;
	return `${text}${shared}${isOptional ? "; may be left unwired" : ""}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(target, benchDocument());
	console.log(`docs: ${fileURLToPath(target)} describes ${deviceKinds.length} kinds of devices`);
}
