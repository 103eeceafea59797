/** A bench's text or table, for messages. */
export interface BenchSource {
	/** The file, or what the table is called. */
	readonly name: string;
	/**
	 * Where a field stands, as ":line:column" from 1; that of the nearest field around it if it is missing; "" if the
	 * source has no lines.
	 */
	place(path: readonly PropertyKey[]): string;
}

/** A bench that is a table of this program. */
export function tableSource(name: string): BenchSource {
	return { name, place: () => "" };
}
