import { csv } from "./csv/csv.ts";
import type { Format } from "./Format.ts";
import { piscope } from "./piscope/piscope.ts";
import { reports } from "./reports/reports.ts";
import { saleae } from "./saleae/saleae.ts";
import { session } from "./session/session.ts";
import { sigrok } from "./sigrok/sigrok.ts";
import { piscopeVcd, vcd } from "./vcd/vcd.ts";
import { waveDrom, waveJson } from "./waveJson/waveJson.ts";

/** Every file format, in the order in which they are offered. */
export const formats: readonly Format[] = [
	session,
	vcd,
	sigrok,
	csv,
	piscope,
	piscopeVcd,
	reports,
	saleae,
	waveJson,
	waveDrom,
];

/**
 * The format of a file.
 *
 * @param head its first 4 KiB, or all of it when it is shorter.
 * @returns undefined when no format takes it for its own.
 */
export function recogniseFormat(head: Uint8Array, name: string): Format | undefined {
	let best: Format | undefined;
	let surest = 0;
	for (const format of formats) {
		const sureness = (format.read && format.recognise?.(head, name)) ?? 0;
		if (sureness > surest) {
			best = format;
			surest = sureness;
		}
	}
	return best;
}
