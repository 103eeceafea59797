import type { BenchFile } from "./benchFile.ts";
import { defaultBench } from "./defaultBench.ts";

/** The benches that ship, by the names that --bench and the control channel take. */
export const namedBenches: Readonly<Record<string, BenchFile>> = {
	default: defaultBench,
	none: { name: "No bench", devices: [] },
};
