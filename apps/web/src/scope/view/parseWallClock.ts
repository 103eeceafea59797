const DAY_MS = 24 * 3600 * 1000;

const CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:[.,][\\d\\s\\u2009]+)?))?";
const TIME_OF_DAY = new RegExp(`^${CLOCK}$`);
/** `2026-11-20 14:32:07`, with a T between or not. */
const ISO = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T\\s]+${CLOCK})?$`);
/** `20.11.2026 14:32`, the year may be left out. */
const DOTTED = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?(?:\\s+${CLOCK})?$`);

/**
 * Reads a time of day or a date, in local time, as ms since 1970. Without a date it is the moment nearest to `near`,
 * without a year the year of `near`. Undefined when it is neither, or no such day or time exists.
 */
export function parseWallClock(text: string, near: number): number | undefined {
	const trimmed = text.trim();
	const day = new Date(near);
	const time = TIME_OF_DAY.exec(trimmed);
	if (time !== null) {
		const [, hours, minutes, seconds] = time;
		const wall = wallOf(day.getFullYear(), day.getMonth() + 1, day.getDate(), hours, minutes, seconds);
		if (wall === undefined) return undefined;
		if (wall - near > DAY_MS / 2) return wall - DAY_MS;
		return near - wall > DAY_MS / 2 ? wall + DAY_MS : wall;
	}
	const iso = ISO.exec(trimmed);
	if (iso !== null) {
		const [, year, month, date, hours, minutes, seconds] = iso;
		return wallOf(Number(year), Number(month), Number(date), hours, minutes, seconds);
	}
	const dotted = DOTTED.exec(trimmed);
	if (dotted === null) return undefined;
	const [, date, month, year, hours, minutes, seconds] = dotted;
	return wallOf(Number(year ?? day.getFullYear()), Number(month), Number(date), hours, minutes, seconds);
}

function wallOf(
	year: number,
	month: number,
	date: number,
	hours = "0",
	minutes = "0",
	seconds = "0",
): number | undefined {
	const whole = new Date(year, month - 1, date, Number(hours), Number(minutes));
	const inMinute = Number(seconds.replace(",", ".").replace(/[\s\u2009]/g, ""));
	// Date takes the 31st of February for a day in March.
	const isReal = whole.getMonth() === month - 1 && whole.getDate() === date;
	const isTime = Number(hours) < 24 && Number(minutes) < 60 && inMinute < 60;
	return isReal && isTime ? whole.getTime() + inMinute * 1000 : undefined;
}
