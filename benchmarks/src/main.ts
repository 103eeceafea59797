// `pnpm benchmark [section...] [--seconds N]`: ratios against peers and figures of the whole path, each from one run.
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { captures } from "./captures/captures.ts";
import { relay } from "./relay/relay.ts";
import { reports } from "./roundTrips/reports.ts";
import { roundTrips } from "./roundTrips/roundTrips.ts";
import type { Section } from "./Section.ts";
import { scope } from "./scope/scope.ts";
import { simulator } from "./simulator/simulator.ts";
import { formatOutcome } from "./table.ts";

const sections: readonly Section[] = [roundTrips, reports, simulator, captures, scope, relay];

const usage = `pnpm benchmark [${sections.map(({ id }) => id).join("] [")}] [--seconds 1 to 3600]`;

function readArguments() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: { seconds: { type: "string", default: "5" }, help: { type: "boolean", default: false } },
		});
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
		process.exit(1);
	}
}

const { positionals: wanted, values } = readArguments();
if (values.help) {
	console.log(usage);
	process.exit(0);
}
const seconds = Number(values.seconds);
if (!(seconds >= 1 && seconds <= 3600)) {
	console.error(`--seconds must be 1 to 3600\n${usage}`);
	process.exit(1);
}
const chosen = wanted.length === 0 ? sections : sections.filter(({ id }) => wanted.includes(id));
if (chosen.length === 0) {
	console.error(`no such section; there are: ${sections.map(({ id }) => id).join(", ")}`);
	process.exit(1);
}
console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? "unknown CPU"}\n`);
for (const section of chosen) console.log(formatOutcome(section, await section.run({ seconds })));
