import type { SideRecord } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { recordCells, recordsCsv, recordsText } from "./recordText.ts";

const records: readonly SideRecord[] = [
	{ kind: "watchdog", time: 1500, gpio: 18 },
	{ kind: "event", time: 1750.5, event: 31 },
	{ kind: "gap", time: 2000, from: 2000, to: 3840, cause: "reportsLost", lost: 1200 },
	{ kind: "gap", time: 5000, from: 5000, to: 6000, cause: "viewerSlow" },
];
const nameOf = (channel: number) => (channel === 18 ? "Fan, left" : `GPIO ${channel}`);
const timeText = (time: number) => `${time} µs`;

describe("watchdog reports, events and gaps", () => {
	it("say what is meant, and nothing where a cell has no meaning", () => {
		expect(recordCells(records[0] as SideRecord, timeText, nameOf)).toEqual({
			time: "1500 µs",
			kind: "Watchdog",
			text: "Fan, left did not change for its time-out",
			end: "",
			length: "",
			lost: "",
		});
		expect(recordCells(records[2] as SideRecord, timeText, nameOf)).toMatchObject({
			kind: "Gap",
			end: "3840 µs",
			length: "1.840\u00a0ms",
			lost: "1\u2009200",
		});
		expect(recordCells(records[3] as SideRecord, timeText, nameOf).lost).toBe("unknown");
	});

	it("are copied as text, a line each", () => {
		const lines = recordsText(records.map((record) => recordCells(record, timeText, nameOf))).split("\n");
		expect(lines).toHaveLength(5);
		expect(lines[0]?.split("\t")).toHaveLength(6);
		expect(lines[2]).toBe("1750.5 µs\tEvent\tEvent 31: activity of the I²C and SPI slave\t\t\t");
	});

	it("are copied as CSV, in µs from the start", () => {
		expect(recordsCsv(records, 1000, nameOf).split("\r\n")).toEqual([
			"time_us,kind,channel,name,event,to_us,length_us,reports_lost,cause",
			'500,watchdog,18,"Fan, left",,,,,',
			"750.5,event,,,31,,,,",
			"1000,gap,,,,2840,1840,1200,reportsLost",
			"4000,gap,,,,5000,1000,,viewerSlow",
		]);
	});
});
