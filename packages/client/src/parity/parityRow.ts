/** One public name of the Python module, and what there is in its place. */
export interface ParityRow {
	/** As it is written in Python: `pi.read`, `callback.tally`, `pulse`, `PI_*` for all names that begin so. */
	readonly python: string;
	/** `Pi.read` is a member of the class, `tickDiff` an export, `Mode.INPUT` a member of an exported object. */
	readonly ours: readonly string[];
	readonly note: string;
}

/** A part of the table, titled as the overview of the module's documentation is. */
export interface ParityGroup {
	readonly title: string;
	readonly rows: readonly ParityRow[];
}

/** A row; ours are separated by blanks. */
export function row(python: string, ours: string, note: string): ParityRow {
	return { python, ours: ours.split(" "), note };
}
