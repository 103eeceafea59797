import { parseLocalTime } from "../localTime.ts";

/** What our own files say in $version. */
export const OWN_VERSION = "gpioscope";

/**
 * Milliseconds since 1970 at which the count of a file is 0. Only of writers that mean this by $date: for others it is
 * when the file was written, or when something was simulated.
 */
export function startOf({
	version,
	date,
}: {
	readonly version: string;
	readonly date: string;
}): number | undefined {
	if (version.startsWith(OWN_VERSION)) {
		const wall = Date.parse(date);
		return Number.isNaN(wall) ? undefined : wall;
	}
	return /^(piscope|pig2vcd)\b/.test(version) ? parseLocalTime(date) : undefined;
}
