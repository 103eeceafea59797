import { expect, it } from "vitest";
import { readExit } from "./exitText.ts";

it.each([
	[0, true, "done (exit code 0)"],
	[3 << 8, false, "exit code 3"],
	[32_512, false, "not found: there is no /opt/pigpio/cgi/blink on the Pi (exit code 127)"],
	[32_256, false, "not executable: chmod +x /opt/pigpio/cgi/blink on the Pi makes it so (exit code 126)"],
	[35_072, false, "ended by signal 9"],
	[15, false, "ended by signal 15"],
])("says how a program ended that gave %i", (status, isGood, text) => {
	expect(readExit(status, "blink")).toEqual({ isGood, text });
});
