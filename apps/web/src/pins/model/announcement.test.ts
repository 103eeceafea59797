import { describe, expect, it } from "vitest";
import { type AnnouncedLevel, announcementOf } from "./announcement.ts";

const line = (level: 0 | 1 | undefined, busy = false): AnnouncedLevel => ({
	gpio: 17,
	name: "Button",
	level,
	busy,
});
const said = (...lines: readonly AnnouncedLevel[]) => new Map(lines.map((each) => [each.gpio, each]));

describe("announcementOf", () => {
	it("says a new level, and nothing while it stays or when the line is new", () => {
		expect(announcementOf(said(line(1)), [line(0)])).toBe("Button, GPIO 17, low.");
		expect(announcementOf(said(line(1)), [line(undefined)])).toBe("Button, GPIO 17, unknown.");
		expect(announcementOf(said(line(1)), [line(1)])).toBeUndefined();
		expect(announcementOf(said(), [line(1)])).toBeUndefined();
	});

	it("says once that a line changes fast, and how it comes to rest", () => {
		expect(announcementOf(said(line(1)), [line(0, true)])).toBe("Button, GPIO 17, changes fast.");
		expect(announcementOf(said(line(0, true)), [line(1, true)])).toBeUndefined();
		expect(announcementOf(said(line(0, true)), [line(0)])).toBe("Button, GPIO 17, low.");
	});

	it("says a line without a name by its number, and several in one sentence each", () => {
		const other = { gpio: 4, name: "GPIO 4", level: 1, busy: false } as const;
		expect(announcementOf(said(line(1), { ...other, level: 0 }), [line(0), other])).toBe(
			"Button, GPIO 17, low. GPIO 4, high.",
		);
	});
});
