import type { DeviceKind, DeviceRegister, Evidence, Meaning } from "../DeviceKind.ts";
import { attention, bcd, bit, hexText, isBcd, signed, two, words } from "../meanings.ts";

const months = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
] as const;

/** How the DS clocks hold an hour: bit 6 chooses 12 hours with bit 5 for the afternoon. */
function hourText(value: number): string {
	if (bit(value, 6)) return `${bcd(value & 0x1f)} h ${bit(value, 5) ? "pm" : "am"}`;
	return `${two(bcd(value & 0x3f))} h`;
}

function ordinal(day: number): string {
	if (day === 0) return "date 0";
	const tens = Math.floor(day / 10);
	const ending = tens === 1 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th");
	return `${day}${ending}`;
}

function dateText(value: number): string | Meaning {
	const day = bcd(value & 0x3f);
	return day >= 1 && day <= 31 ? ordinal(day) : attention(`no date: ${hexText(value)}`);
}

function monthText(value: number): string | Meaning {
	const month = months[bcd(value & 0x1f) - 1];
	if (month === undefined) return attention(`no month: ${hexText(value)}`);
	return bit(value, 7) ? `${month}, next century` : month;
}

/** Bit 7 of an alarm's registers has it match whatever that part of the time is. */
const alarmPart =
	(text: (value: number) => string) =>
	(value: number): string =>
		bit(value, 7) ? "any" : text(value & 0x7f);

const alarmDay = alarmPart((value) =>
	bit(value, 6) ? `day ${value & 0x0f} of the week` : ordinal(bcd(value & 0x3f)),
);

const seconds = (value: number): string => `${two(bcd(value))} s`;
const minutes = (value: number): string => `${two(bcd(value))} min`;

const ds3231Registers: readonly DeviceRegister[] = [
	{ address: 0x00, name: "Seconds", meaning: seconds },
	{ address: 0x01, name: "Minutes", meaning: minutes },
	{
		address: 0x02,
		name: "Hours",
		meaning: (value) => `${hourText(value)}${bit(value, 6) ? "" : ", 24-hour mode"}`,
	},
	{ address: 0x03, name: "Day", meaning: (value) => `day ${value} of the week` },
	{ address: 0x04, name: "Date", meaning: dateText },
	{ address: 0x05, name: "Month, century", meaning: monthText },
	{ address: 0x06, name: "Year", meaning: (value) => `20${two(bcd(value))}` },
	{ address: 0x07, name: "Alarm 1 seconds", meaning: alarmPart(seconds) },
	{ address: 0x08, name: "Alarm 1 minutes", meaning: alarmPart(minutes) },
	{ address: 0x09, name: "Alarm 1 hours", meaning: alarmPart(hourText) },
	{ address: 0x0a, name: "Alarm 1 day", meaning: alarmDay },
	{ address: 0x0b, name: "Alarm 2 minutes", meaning: alarmPart(minutes) },
	{ address: 0x0c, name: "Alarm 2 hours", meaning: alarmPart(hourText) },
	{ address: 0x0d, name: "Alarm 2 day", meaning: alarmDay },
	{
		address: 0x0e,
		name: "Control",
		meaning: (value) =>
			words(
				"square wave 1 Hz",
				bit(value, 7) && "stops on battery",
				bit(value, 5) && "converting",
				bit(value, 2)
					? "INT on alarm"
					: `square wave ${["1 Hz", "1.024 kHz", "4.096 kHz", "8.192 kHz"][(value >>> 3) & 3]}`,
				bit(value, 6) && "wave on battery",
				bit(value, 1) && "alarm 2 on",
				bit(value, 0) && "alarm 1 on",
			),
	},
	{
		address: 0x0f,
		name: "Status",
		meaning: (value) =>
			bit(value, 7)
				? attention("oscillator was stopped")
				: words(
						"nothing to report",
						bit(value, 3) && "32 kHz out",
						bit(value, 2) && "busy",
						bit(value, 1) && "alarm 2",
						bit(value, 0) && "alarm 1",
					),
	},
	{
		address: 0x10,
		name: "Aging offset",
		meaning: (value) => String(signed(value, 8)).replace("-", "−"),
	},
	{
		address: 0x11,
		name: "Temperature",
		access: "readOnly",
		meaning: (value) => `${signed(value, 8)} °C`.replace("-", "−"),
	},
	{
		address: 0x12,
		name: "Temperature low",
		access: "readOnly",
		meaning: (value) => `+ ${(value >>> 6) * 0.25} °C`,
	},
];

function isTime(bytes: Uint8Array, secondsMask: number): boolean {
	const [second = 0xff, minute = 0xff, hour = 0xff, day = 0, date = 0, month = 0, year = 0xff] = bytes;
	return (
		[second & secondsMask, minute, hour & 0x3f, date, month & 0x1f, year].every(isBcd) &&
		bcd(second & secondsMask) < 60 &&
		bcd(minute) < 60 &&
		day >= 1 &&
		day <= 7 &&
		bcd(date) >= 1 &&
		bcd(date) <= 31 &&
		bcd(month & 0x1f) >= 1 &&
		bcd(month & 0x1f) <= 12
	);
}

export const ds3231: DeviceKind = {
	id: "ds3231",
	name: "DS3231",
	what: "clock",
	addresses: [0x68],
	access: "registers",
	registers: ds3231Registers,
	readsOn: true,
	looks: [
		{ register: 0x00, count: 7 },
		{ register: 0x0e, count: 5 },
	],
	judge(time, rest): Evidence | undefined {
		const [, status = 0xff, , , low = 0xff] = rest ?? [];
		// Bits that its datasheet says are 0.
		if (time === undefined || (status & 0x70) !== 0 || (low & 0x3f) !== 0) return undefined;
		return isTime(time, 0x7f) ? { text: "BCD time at register 00", weight: 2 } : undefined;
	},
};

export const ds1307: DeviceKind = {
	id: "ds1307",
	name: "DS1307",
	what: "clock",
	addresses: [0x68],
	access: "registers",
	readsOn: true,
	registers: [
		{
			address: 0x00,
			name: "Seconds",
			meaning: (value) => (bit(value, 7) ? attention("clock is halted") : seconds(value)),
		},
		...ds3231Registers.slice(1, 5),
		{ address: 0x05, name: "Month", meaning: monthText },
		{ address: 0x06, name: "Year", meaning: (value) => `20${two(bcd(value))}` },
		{
			address: 0x07,
			name: "Control",
			meaning: (value) =>
				bit(value, 4)
					? `square wave ${["1 Hz", "4.096 kHz", "8.192 kHz", "32.768 kHz"][value & 3]}`
					: `output ${bit(value, 7) ? "high" : "low"}`,
		},
		...Array.from({ length: 56 }, (_, index) => ({ address: 8 + index, name: `Memory ${index}` })),
	],
	looks: [{ register: 0x00, count: 8 }],
	judge(bytes): Evidence | undefined {
		const control = bytes?.[7] ?? 0xff;
		if (bytes === undefined || (control & 0x6c) !== 0) return undefined;
		return isTime(bytes.subarray(0, 7), 0x7f) ? { text: "BCD time at register 00", weight: 1 } : undefined;
	},
};
