import type { z } from "zod";
import { BenchError } from "./BenchError.ts";
import type { BenchSource } from "./BenchSource.ts";

interface Fault {
	readonly place: string;
	readonly text: string;
}

/** Collects every fault of a bench before giving up, so that it can be put right in one go. */
export class BenchFaults {
	readonly #source: BenchSource;
	readonly #faults: Fault[] = [];

	constructor(source: BenchSource) {
		this.#source = source;
	}

	/** @param path where in the bench, from outside in */
	add(path: readonly PropertyKey[], text: string): void {
		const field = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
		const place = this.#source.place(path);
		const name = field.replace(/^\./, "") || "the whole";
		this.#faults.push({ place, text: `${this.#source.name}${place}: ${name}: ${text}` });
	}

	/** @param known the fields there are in the object at a path below `path`, for those who wrote another one */
	addIssues(
		path: readonly PropertyKey[],
		error: z.ZodError,
		known: (path: readonly PropertyKey[]) => readonly string[],
	): void {
		for (const issue of error.issues) {
			const place = [...path, ...issue.path];
			if (issue.code !== "unrecognized_keys") {
				this.add(place, issue.message);
				continue;
			}
			const fields = known(issue.path);
			const remedy = fields.length > 0 ? `Known: ${fields.join(", ")}.` : "Leave it out.";
			for (const key of issue.keys) this.add([...place, key], `is not known here. ${remedy}`);
		}
	}

	/** @throws BenchError if there was any fault; in the order of the source's lines */
	throwAny(): void {
		if (this.#faults.length === 0) return;
		const collator = new Intl.Collator("en", { numeric: true });
		const sorted = this.#faults.toSorted((a, b) => collator.compare(a.place, b.place));
		throw new BenchError(sorted.map(({ text }) => text).join("\n"));
	}
}
