/** A date and time as a clock chip keeps it: seconds since 2000-01-01 00:00:00, without zones and leap seconds. */
export type ClockSeconds = number;

const epoch = Date.UTC(2000, 0, 1);
export const SECONDS_PER_DAY = 86_400;

/** What a clock chip's registers show. */
export interface CalendarTime {
	/** 2000 to 2199. */
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	/** 1 to 31. */
	readonly date: number;
	readonly hours: number;
	readonly minutes: number;
	readonly seconds: number;
}

export function toCalendar(time: ClockSeconds): CalendarTime {
	const date = new Date(epoch + Math.floor(time) * 1000);
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		date: date.getUTCDate(),
		hours: date.getUTCHours(),
		minutes: date.getUTCMinutes(),
		seconds: date.getUTCSeconds(),
	};
}

/** A date that does not exist runs over into the next month. */
export function fromCalendar({ year, month, date, hours, minutes, seconds }: CalendarTime): ClockSeconds {
	return (Date.UTC(year, month - 1, date, hours, minutes, seconds) - epoch) / 1000;
}

/** Two decimal digits in a byte. */
export function toBcd(value: number): number {
	return (Math.floor(value / 10) << 4) | (value % 10);
}

export function fromBcd(byte: number): number {
	return (byte >> 4) * 10 + (byte & 0x0f);
}
