import { readFileSync } from "node:fs";
import type { BuiltBench } from "./Bench.ts";
import { BenchError } from "./BenchError.ts";
import { tableSource } from "./BenchSource.ts";
import { buildBench } from "./buildBench.ts";
import { namedBenches } from "./namedBenches.ts";
import { readBenchText } from "./readBenchText.ts";

/**
 * Loads a bench that ships, by its name, or one of a JSON or YAML file.
 * @throws BenchError that names the file, the line and column of each fault, the field and the remedy
 */
export function loadBench(nameOrFile: string): BuiltBench {
	const named = Object.hasOwn(namedBenches, nameOrFile) ? namedBenches[nameOrFile] : undefined;
	if (named !== undefined) return buildBench(named, tableSource(`bench "${nameOrFile}"`));
	const { content, source } = readBenchText(read(nameOrFile), nameOrFile);
	return buildBench(content, source);
}

function read(file: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch (cause) {
		const names = Object.keys(namedBenches).join(", ");
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new BenchError(
			`${file}: cannot be read (${reason}). Name a JSON or YAML file or one of the benches that ship: ${names}.`,
			{ cause },
		);
	}
}
