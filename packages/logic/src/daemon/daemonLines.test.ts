import { describe, expect, it } from "vitest";
import { daemonLines, explainDaemonText } from "./daemonLines.ts";

const lines = Object.values(daemonLines).flat();
const titleOf = (text: string) => explainDaemonText(text).map(({ line }) => line.title);

describe("explainDaemonText", () => {
	it.each(lines.map(({ title, sample }) => [title, sample]))("knows %s by its line", (title, sample) => {
		expect(titleOf(sample)).toEqual([title]);
		expect(titleOf(`2026-11-20 23:01:02 ${sample}`)).toEqual([title]);
	});

	it("has titles that differ and words for each", () => {
		expect(new Set(lines.map(({ title }) => title)).size).toBe(lines.length);
		for (const { means, remedy } of lines) for (const text of [means, remedy]) expect(text).toMatch(/\.$/);
	});

	it("explains each line of what was pasted", () => {
		const text = [
			"$ sudo pigpiod",
			"2026-11-20 23:01:02 gpioHardwareRevision: unknown rev code (d04170)",
			"",
			"+---------------------------------------------------------+",
			"|Sorry, this system does not appear to be a raspberry pi. |",
			"|aborting.                                                |",
			"+---------------------------------------------------------+",
			"Can't initialise pigpio library",
		].join("\r\n");
		expect(titleOf(text)).toEqual(["A Pi 5", "Not a Pi it knows", "It did not start"]);
	});

	it.each([
		["initInitialise: bind to port 9999 failed (Address already in use)", "The port is taken"],
		["initPeripherals: mmap pads failed (Invalid argument)", "The kernel keeps the hardware closed"],
		["initMboxBlock: init mbox zaps failed", "No memory from the video core"],
		["E: Package 'pigpio' has no installation candidate", "No such package"],
		["bash: pigpiod: command not found", "pigpiod is not installed"],
		["i2cOpen: bad I2C bus (9)", "Something was refused"],
	])("knows %s", (text, title) => {
		expect(titleOf(text)).toEqual([title]);
	});

	it.each(["", "hello", "pigpiod started", "bad luck"])("says nothing about %j", (text) => {
		expect(explainDaemonText(text)).toEqual([]);
	});
});
