import { describe, expect, it } from "vitest";
import { markerTable, tableCsv, tableText } from "./markerTable.ts";
import type { ShownMarker } from "./shownMarkers.ts";

const marker = (id: string, time: number, name: string): ShownMarker => ({
	id,
	time,
	name,
	flag: id,
	initial: id,
	tone: "mark",
	dashed: false,
	pinned: false,
});
const markers = [marker("G", 300, "Gold"), marker("B", 100, "Blue"), marker("3", 250.5, 'Marker 3 "x"')];
const notes = new Map([["3", "see page 2, line 1"]]);

describe("marker table", () => {
	it("has all differences, rows by time or as they are numbered", () => {
		const { columns, rows } = markerTable(markers, notes, "time");
		expect(columns.map(({ id }) => id)).toEqual(["B", "3", "G"]);
		expect(rows.map(({ distances }) => distances)).toEqual([
			[0, 150.5, 200],
			[-150.5, 0, 49.5],
			[-200, -49.5, 0],
		]);
		expect(rows.map(({ sincePrevious }) => sincePrevious)).toEqual([undefined, 150.5, 49.5]);
		expect(markerTable(markers, notes, "name").rows.map((row) => row.marker.id)).toEqual(["G", "B", "3"]);
		expect(markerTable(markers, notes, "time", 1).rows[2]?.distances).toEqual([-200]);
	});

	it("is copied as text", () => {
		const text = tableText(markerTable(markers.slice(0, 2), notes, "time"), {
			time: (micros) => `${micros} µs`,
			span: (micros) => `${micros} µs`,
		});
		expect(text).toBe(
			"Marker\tTime\tΔ previous\tΔ B\tΔ G\tNote\nBlue\t100 µs\t\t–\t200 µs\t\nGold\t300 µs\t200 µs\t-200 µs\t–\t",
		);
	});

	it("is copied as CSV, quoted where it must be", () => {
		expect(tableCsv(markerTable(markers, notes, "time"), 50).split("\r\n")).toEqual([
			"marker,name,time_us,since_previous_us,to_B_us,to_3_us,to_G_us,note",
			"B,Blue,50,,0,150.5,200,",
			'3,"Marker 3 ""x""",200.5,150.5,-150.5,0,49.5,"see page 2, line 1"',
			"G,Gold,250,49.5,-200,-49.5,0,",
		]);
	});
});
