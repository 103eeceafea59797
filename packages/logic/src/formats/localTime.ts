/** "2026-11-20 17:04:28" in the zone of this machine, as piscope writes it. @param wall milliseconds since 1970. */
export function formatLocalTime(wall: number): string {
	const date = new Date(wall);
	const two = (value: number) => String(value).padStart(2, "0");
	const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
	return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":")}`;
}

/** Milliseconds since 1970, summer time being what it was on that day; undefined for any other text. */
export function parseLocalTime(text: string): number | undefined {
	const fields = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text.trim())?.slice(1).map(Number);
	if (fields === undefined) return undefined;
	const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = fields;
	const wall = new Date(year, month - 1, day, hours, minutes, seconds);
	const isDay = wall.getMonth() === month - 1 && wall.getDate() === day;
	return isDay && hours < 24 && minutes < 60 && seconds < 61 ? wall.getTime() : undefined;
}
