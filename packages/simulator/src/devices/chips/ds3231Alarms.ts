import { type CalendarTime, fromBcd } from "./calendar.ts";

/** The top bit of an alarm register: it matches always. */
const mask = 0x80;
/** The bit of an alarm's day register that makes it a day of the week. */
const isWeekday = 0x40;
const twelveHours = 0x40;
const afternoon = 0x20;

/** The hour an hour register means, in its 12-hour or 24-hour form. */
export function hourOf(register: number): number {
	if ((register & twelveHours) === 0) return fromBcd(register & 0x3f);
	return (fromBcd(register & 0x1f) % 12) + ((register & afternoon) === 0 ? 0 : 12);
}

/** An hour (0 to 23) in a form, as a register holds it. */
export function hourRegister(hour: number, bcd: (value: number) => number, isTwelveHours: boolean): number {
	if (!isTwelveHours) return bcd(hour);
	return twelveHours | (hour >= 12 ? afternoon : 0) | bcd(hour % 12 === 0 ? 12 : hour % 12);
}

/**
 * Whether an alarm goes off in this second.
 * @param alarm its registers from the seconds on; alarm 2 has none and goes off in second 0
 * @param weekday 1 to 7
 */
export function alarmMatches(
	alarm: readonly [seconds: number, minutes: number, hours: number, day: number],
	time: CalendarTime,
	weekday: number,
): boolean {
	const [seconds, minutes, hours, day] = alarm;
	const matches = (register: number, value: number, read: (register: number) => number) =>
		(register & mask) !== 0 || read(register & 0x7f) === value;
	const today = (day & isWeekday) === 0 ? time.date : weekday;
	return (
		matches(seconds, time.seconds, fromBcd) &&
		matches(minutes, time.minutes, fromBcd) &&
		matches(hours, time.hours, hourOf) &&
		matches(day, today, (register) => fromBcd(register & 0x3f))
	);
}
