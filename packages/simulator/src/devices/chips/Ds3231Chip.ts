import type { Micros } from "../Device.ts";
import type { I2cTarget } from "../lines/I2cSlave.ts";
import {
	type CalendarTime,
	type ClockSeconds,
	fromBcd,
	fromCalendar,
	SECONDS_PER_DAY,
	toBcd,
	toCalendar,
} from "./calendar.ts";
import { alarmMatches, hourOf, hourRegister } from "./ds3231Alarms.ts";

/** Registers; from 0x07 on two alarms. */
const registers = {
	seconds: 0,
	weekday: 3,
	year: 6,
	alarm1: 7,
	alarm2: 0x0b,
	control: 0x0e,
	status: 0x0f,
	temperature: 0x11,
} as const;
const REGISTER_COUNT = 0x13;
const twelveHours = 0x40;
const century = 0x80;
const control = { alarm1: 1, alarm2: 2, interrupts: 4, convert: 0x20, stopped: 0x80 } as const;
const status = { alarm1: 1, alarm2: 2, output32k: 8, wasStopped: 0x80 } as const;
/** After power-on: interrupts rather than a square wave, its rate 8.192 kHz (not used then). */
const CONTROL_DEFAULT = 0x1c;

/** A DS3231 behind its two-wire interface, after Maxim's data sheet. Runs by what `now` says. */
export class Ds3231Chip implements I2cTarget {
	readonly address: number;
	/** Degrees; measured at once when it is read. */
	celsius: number;
	/** Told when the interrupt output may have changed. */
	onChanged: () => void = () => {};
	readonly #now: () => Micros;
	readonly #registers = new Uint8Array(REGISTER_COUNT);
	/** The time that runs, at `#setAt`. */
	#base: ClockSeconds;
	#setAt: Micros;
	/** What to add to the days since 2000 for the day of the week, which the user counts as he likes. */
	#weekdayShift: number;
	#isTwelveHours = false;
	/** The time as it was when the transfer began, so that a carry does not tear it apart. */
	#shown: Uint8Array = new Uint8Array(registers.alarm1);
	#pointer = 0;
	#isPointing = false;
	#hasNewTime = false;

	constructor(address: number, time: ClockSeconds, celsius: number, now: () => Micros) {
		this.address = address;
		this.celsius = celsius;
		this.#now = now;
		this.#base = time;
		this.#setAt = now();
		// The first of January 2000 was a Saturday; Monday is 1.
		this.#weekdayShift = 5;
		this.#registers[registers.control] = CONTROL_DEFAULT;
		this.#registers[registers.status] = status.output32k;
	}

	/** The time now, with the part of the second that has passed. */
	get time(): ClockSeconds {
		return this.#base + (this.#now() - this.#setAt) / 1e6;
	}

	/** Sets the time; the day of the week goes with it. */
	set time(time: ClockSeconds) {
		this.#base = time;
		this.#setAt = this.#now();
	}

	/** The level of the INT output: low while an alarm that may interrupt is on. */
	get isInterruptHigh(): boolean {
		const enabled = this.#register(registers.control);
		if ((enabled & control.interrupts) === 0) return true;
		return (enabled & this.#register(registers.status) & (control.alarm1 | control.alarm2)) === 0;
	}

	/** Looks whether an alarm goes off; to be called once in every second of its time. */
	tick(): void {
		const time = toCalendar(this.time);
		const weekday = this.#weekday(this.time);
		const at = (first: number) => (index: number) => this.#register(first + index);
		const [first, second] = [at(registers.alarm1), at(registers.alarm2)];
		const raised =
			(alarmMatches([first(0), first(1), first(2), first(3)], time, weekday) ? status.alarm1 : 0) |
			(alarmMatches([0, second(0), second(1), second(2)], time, weekday) ? status.alarm2 : 0);
		if (raised === 0) return;
		this.#registers[registers.status] = this.#register(registers.status) | raised;
		this.onChanged();
	}

	begin(isRead: boolean): boolean {
		this.#isPointing = !isRead;
		this.#show();
		return true;
	}

	write(byte: number): boolean {
		if (this.#isPointing) {
			this.#pointer = byte % REGISTER_COUNT;
			this.#isPointing = false;
			return true;
		}
		this.#put(this.#pointer, byte);
		this.#advance();
		return true;
	}

	read(): number {
		const pointer = this.#pointer;
		this.#advance();
		if (pointer < registers.alarm1) return this.#shown[pointer] ?? 0;
		// Ten bits of two's complement at the top of two registers; one is a quarter degree.
		const quarters = Math.round(this.celsius * 4);
		if (pointer === registers.temperature) return (quarters >> 2) & 0xff;
		if (pointer === registers.temperature + 1) return (quarters & 3) << 6;
		return this.#register(pointer);
	}

	end(): void {
		this.#takeTime();
	}

	#put(register: number, byte: number): void {
		if (register < registers.alarm1) {
			this.#shown[register] = byte;
			this.#hasNewTime = true;
			// Writing the seconds begins a new second.
			if (register === registers.seconds) this.#setAt = this.#now();
		} else if (register === registers.control) {
			// A conversion is over at once.
			this.#registers[register] = byte & ~control.convert;
		} else if (register === registers.status) {
			// The flags can only be cleared, the busy bit not be written.
			const flags = status.alarm1 | status.alarm2 | status.wasStopped;
			this.#registers[register] = (this.#register(register) & flags & byte) | (byte & status.output32k);
		} else if (register < registers.temperature) this.#registers[register] = byte;
		this.onChanged();
	}

	/** After the last register comes the first, with the time as it is then. */
	#advance(): void {
		this.#pointer = (this.#pointer + 1) % REGISTER_COUNT;
		if (this.#pointer !== 0) return;
		this.#takeTime();
		this.#show();
	}

	#show(): void {
		const { time } = this;
		const { year, month, date, hours, minutes, seconds } = toCalendar(time);
		this.#shown = Uint8Array.of(
			toBcd(seconds),
			toBcd(minutes),
			hourRegister(hours, toBcd, this.#isTwelveHours),
			this.#weekday(time),
			toBcd(date),
			toBcd(month) | (year >= 2100 ? century : 0),
			toBcd(year % 100),
		);
	}

	/** Makes what was written into the time registers the time. */
	#takeTime(): void {
		if (!this.#hasNewTime) return;
		this.#hasNewTime = false;
		const [seconds = 0, minutes = 0, hours = 0, weekday = 1, date = 1, month = 1, year = 0] = this.#shown;
		const written: CalendarTime = {
			year: 2000 + fromBcd(year) + ((month & century) === 0 ? 0 : 100),
			month: fromBcd(month & 0x1f),
			date: fromBcd(date & 0x3f),
			hours: hourOf(hours),
			minutes: fromBcd(minutes & 0x7f),
			seconds: fromBcd(seconds & 0x7f),
		};
		this.#isTwelveHours = (hours & twelveHours) !== 0;
		const part = (this.#now() - this.#setAt) % 1e6;
		this.#base = fromCalendar(written);
		this.#setAt = this.#now() - part;
		const days = Math.floor(this.#base / SECONDS_PER_DAY);
		this.#weekdayShift = (((weekday & 7) - 1 - days) % 7) + 7;
	}

	/** 1 to 7. */
	#weekday(time: ClockSeconds): number {
		return ((Math.floor(time / SECONDS_PER_DAY) + this.#weekdayShift) % 7) + 1;
	}

	#register(index: number): number {
		return this.#registers[index] ?? 0;
	}
}
