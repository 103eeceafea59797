import { readFileSync } from "node:fs";
import type { Bench } from "./Bench.ts";
import { BenchError } from "./BenchError.ts";
import { buildBench } from "./buildBench.ts";
import { defaultBench } from "./defaultBench.ts";

/**
 * Loads a bench by name ("default", "none") or from a JSON file.
 * @throws BenchError that names the file, each place at fault and the remedy
 */
export function loadBench(nameOrFile: string): Bench {
	if (nameOrFile === "none") return { name: "No bench", devices: [], names: {} };
	if (nameOrFile === "default") return buildBench(defaultBench, "default bench");
	return buildBench(parse(read(nameOrFile), nameOrFile), nameOrFile);
}

function read(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch (cause) {
		throw new BenchError(
			`${file}: cannot be read (${textOf(cause)}). Name a JSON file, "default" or "none".`,
			{
				cause,
			},
		);
	}
}

function parse(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new BenchError(`${file}: is not JSON (${textOf(cause)}).`, { cause });
	}
}

function textOf(cause: unknown): string {
	return cause instanceof Error ? cause.message : String(cause);
}
