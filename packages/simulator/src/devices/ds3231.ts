import { z } from "zod";
import { RefusedText } from "./Control.ts";
import { type ClockSeconds, fromCalendar, toCalendar } from "./chips/calendar.ts";
import { Ds3231Chip } from "./chips/Ds3231Chip.ts";
import { connectedControl, glitchControl, numberControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { i2cAddress, i2cPins } from "./i2cPins.ts";
import { I2cSlave, SMBUS_TIMEOUT } from "./lines/I2cSlave.ts";

/** "2026-01-01T12:00:00" or with a blank. */
const timePattern = /^(2[01]\d\d)-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)$/;
const timeHelp = "Give date and time as 2026-01-31T12:00:00, or host for the clock of this machine.";

/** A clock that goes on. */
export const ds3231 = defineDevice({
	kind: "ds3231",
	summary: "A DS3231 real-time clock on an I2C bus: a running calendar, two alarms and a thermometer.",
	pins: {
		...i2cPins,
		interrupt: { text: "INT output, low while an alarm is on; open drain", label: "INT", isOptional: true },
	},
	options: z.strictObject({
		address: i2cAddress(0x68),
		time: z
			.string()
			.refine((text) => text === "host" || parseTime(text) !== undefined, timeHelp)
			.default("2026-01-01T12:00:00")
			.describe("What it shows at the start; host for the clock of this machine."),
		celsius: z.number().min(-40).max(85).default(24.25).describe("Temperature at the start."),
	}),
	start(context) {
		const { options, now, after, drive, log } = context;
		const time = parseTime(options.time) ?? hostTime();
		const chip = new Ds3231Chip(options.address, time, options.celsius, now);
		const slave = new I2cSlave(context, chip, { timeout: SMBUS_TIMEOUT });
		const show = () => drive("interrupt", chip.isInterruptHigh ? 1 : 0);
		chip.onChanged = show;
		show();
		const tick = () => {
			// A little after the second, which may have been moved by who set the clock.
			const toNext = 1 - (chip.time % 1);
			after(toNext * 1e6 + 1, () => {
				chip.tick();
				tick();
			});
		};
		tick();
		return {
			temperature: numberControl(
				"Temperature",
				"degC",
				[-40, 85, 0.25],
				() => chip.celsius,
				(value) => {
					chip.celsius = value;
				},
			),
			time: readingControl("Time", "", () => formatTime(chip.time)),
			setTime: {
				kind: "text",
				label: "Set the time",
				set: (text) => {
					const next = text === "host" ? hostTime() : parseTime(text);
					if (next === undefined) throw new RefusedText(`"${text}" is no time. ${timeHelp}`);
					chip.time = next;
					log(`set to ${formatTime(next)}`);
				},
			},
			connected: connectedControl(slave),
			glitch: glitchControl(context, "scl", "Inject a glitch on the clock"),
		};
	},
});

function parseTime(text: string): ClockSeconds | undefined {
	const match = timePattern.exec(text);
	if (match === null) return undefined;
	const [year = 0, month = 0, date = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
	const time = fromCalendar({ year, month, date, hours, minutes, seconds });
	// What does not come back as it was is no date, such as 31 June.
	return formatTime(time) === text.replace(" ", "T") ? time : undefined;
}

function formatTime(time: ClockSeconds): string {
	const { year, month, date, hours, minutes, seconds } = toCalendar(time);
	const two = (value: number) => String(value).padStart(2, "0");
	return `${year}-${two(month)}-${two(date)}T${two(hours)}:${two(minutes)}:${two(seconds)}`;
}

function hostTime(): ClockSeconds {
	const host = new Date();
	return fromCalendar({
		year: host.getFullYear(),
		month: host.getMonth() + 1,
		date: host.getDate(),
		hours: host.getHours(),
		minutes: host.getMinutes(),
		seconds: host.getSeconds(),
	});
}
