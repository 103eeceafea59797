import type { z } from "zod";
import { BenchError } from "./BenchError.ts";

/** Collects every fault of a bench file before giving up, so that it can be put right in one go. */
export class BenchFaults {
	readonly #source: string;
	readonly #lines: string[] = [];

	/** @param source names the file in messages */
	constructor(source: string) {
		this.#source = source;
	}

	/** @param path where in the file, from outside in */
	add(path: readonly PropertyKey[], text: string): void {
		const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
		this.#lines.push(`${this.#source}: ${place.replace(/^\./, "") || "the whole"}: ${text}`);
	}

	addIssues(path: readonly PropertyKey[], error: z.ZodError): void {
		for (const issue of error.issues) this.add([...path, ...issue.path], issue.message);
	}

	/** @throws BenchError if there was any fault */
	throwAny(): void {
		if (this.#lines.length > 0) throw new BenchError(this.#lines.join("\n"));
	}
}
