/** One line of a section's table: what was measured, then a value for each column. */
export interface Row {
	readonly measure: string;
	readonly values: readonly string[];
}

/** What a section found, or why it could not measure. */
export type Outcome =
	| { readonly rows: readonly Row[]; readonly notes: readonly string[] }
	| { readonly skipped: string };

/** What a run was asked to do. */
export interface RunOptions {
	/** How long to keep up a load, where a section does. */
	readonly seconds: number;
}

/** A part of the benchmark that compares things within one run. */
export interface Section {
	/** Chooses the section on the command line. */
	readonly id: string;
	readonly title: string;
	readonly columns: readonly string[];
	run(options: RunOptions): Promise<Outcome>;
}
