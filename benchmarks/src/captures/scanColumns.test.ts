import { Capture, queryColumns } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { scanColumns } from "./scanColumns.ts";
import { traffic } from "./traffic.ts";

describe("scanColumns", () => {
	it("finds the same as the pyramid", () => {
		const capture = new Capture();
		for (const block of traffic(50_000)) capture.append(block);
		const to = capture.endTime;
		const { changed, levels } = queryColumns(capture, 0, to, 100);
		const scanned = scanColumns(capture, 0, to, 100);
		expect(scanned.changed).toEqual(changed);
		expect(scanned.levels).toEqual(levels);
	});
});
