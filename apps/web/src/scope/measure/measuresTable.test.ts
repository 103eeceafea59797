import type { ChannelMeasurement } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { measures, measureText } from "./measures.ts";
import { sortedLanes, tableRows } from "./measuresTable.ts";

const summary = { count: 3, mean: 1250, deviation: 0.5, min: 1245, max: 1255, minAt: 0, maxAt: 0 };
const quiet: ChannelMeasurement = {
	channel: 4,
	rising: 0,
	falling: 0,
	highTime: 0,
	knownTime: 1e6,
	duty: 0,
	overGap: false,
};
const busy: ChannelMeasurement = { ...quiet, channel: 18, rising: 800, duty: 0.248, period: summary };
const slow: ChannelMeasurement = { ...busy, channel: 5, period: { ...summary, mean: 2500 } };

const measureOf = (id: string) => {
	const found = measures.find((measure) => measure.id === id);
	if (found === undefined) throw new Error(id);
	return found;
};

describe("measures", () => {
	it("are told with their units, and as a dash where there is nothing to tell", () => {
		expect(measureText(measureOf("frequency"), busy)).toBe("800.0\u00a0Hz");
		expect(measureText(measureOf("duty"), busy)).toBe("24.8\u00a0%");
		expect(measureText(measureOf("period.min"), busy)).toBe("1.245\u00a0ms");
		expect(measureText(measureOf("period.min"), quiet)).toBe("–");
	});

	it("sort lanes either way, those without a figure last", () => {
		const order = (direction: 1 | -1) =>
			sortedLanes([quiet, busy, slow], measureOf("frequency"), direction).map(({ channel }) => channel);
		expect(order(1)).toEqual([5, 18, 4]);
		expect(order(-1)).toEqual([18, 5, 4]);
	});

	it("are exported as plain numbers", () => {
		const columns = [measureOf("rising"), measureOf("frequency")];
		const name = (channel: number) => (channel === 18 ? 'Fan, "big"' : `GPIO ${channel}`);
		expect(tableRows([busy, quiet], columns, name)).toEqual([
			["lane", "channel", "rising edges", "mean frequency (Hz)"],
			['Fan, "big"', "18", "800", "800"],
			["GPIO 4", "4", "0", ""],
		]);
	});
});
