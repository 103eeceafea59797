// `pnpm benchmark [section...]`: ratios against peers and figures of the whole path, each from one run.
import { cpus } from "node:os";
import { roundTrips } from "./roundTrips/roundTrips.ts";
import type { Section } from "./Section.ts";
import { formatOutcome } from "./table.ts";

const sections: readonly Section[] = [roundTrips];

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? sections : sections.filter(({ id }) => wanted.includes(id));
if (chosen.length === 0) {
	console.error(`no such section; there are: ${sections.map(({ id }) => id).join(", ")}`);
	process.exit(1);
}
console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? "unknown CPU"}\n`);
for (const section of chosen) console.log(formatOutcome(section, await section.run()));
