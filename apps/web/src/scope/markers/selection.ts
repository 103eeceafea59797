/** The two ends of what is selected; green is the earlier one. Capture times, µs. */
export interface Selection {
	readonly green?: number;
	readonly red?: number;
}

/**
 * Sets one end of the selection to `time` as piscope does: the first press sets both; an end that would pass the other
 * takes its place and pushes it on, so that green is never after red.
 */
export function selectEnd(
	end: "green" | "red",
	time: number,
	{ green, red }: Selection,
): Required<Selection> {
	if (green === undefined || red === undefined) return { green: time, red: time };
	if (end === "green") return time <= red ? { green: time, red } : { green: red, red: time };
	return time >= green ? { green, red: time } : { green: time, red: green };
}
