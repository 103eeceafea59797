const minutes = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const seconds = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** A wall clock time (ms since 1970) as `14:29`. */
export function clockText(at: number): string {
	return minutes.format(at);
}

/** A wall clock time (ms since 1970) as `14:29:10`. */
export function clockTextWithSeconds(at: number): string {
	return seconds.format(at);
}
