/** A wall clock time (ms since 1970) as `14:29:10`. */
export function timeOfDay(at: number): string {
	return new Date(at).toLocaleTimeString("en-GB");
}
