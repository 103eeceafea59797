import type { BenchFile } from "./benchFile.ts";
import { defaultBench } from "./defaultBench.ts";
import { robotBench } from "./robotBench.ts";
import { sensorsBench } from "./sensorsBench.ts";
import { serialBench } from "./serialBench.ts";

/** The benches that ship, by the names that --bench and the control channel take. */
export const namedBenches: Readonly<Record<string, BenchFile>> = {
	default: defaultBench,
	sensors: sensorsBench,
	robot: robotBench,
	serial: serialBench,
	none: { name: "No bench", devices: [] },
};
