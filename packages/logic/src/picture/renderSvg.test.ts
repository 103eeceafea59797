import { describe, expect, test } from "vitest";
import { CaptureBuilder } from "../capture/CaptureBuilder.ts";
import { queryColumns } from "../capture/columns.ts";
import { renderSvg } from "./renderSvg.ts";
import type { PictureTrace, ViewPicture } from "./ViewPicture.ts";

const colors = {
	lane: "black",
	panel: "black",
	line: "grey",
	grid: "grey",
	gridMajor: "grey",
	text: "white",
	textSoft: "grey",
	hatch: "grey",
	hatchGround: "black",
	attention: "orange",
	difference: "crimson",
	fill: 0.13,
	dense: 0.62,
};

/** Two channels over 1000 µs; `busy` adds a change of channel 1 every microsecond of the last 400. */
function capture(busy = true) {
	const builder = new CaptureBuilder();
	builder.begin(0, 1, 3);
	builder.change(100, 0);
	builder.change(200, 3);
	builder.know(300, 0, 1);
	builder.know(500, 2, 3);
	for (let time = 600; busy && time < 1000; time++) builder.change(time, time % 2 === 0 ? 0 : 2);
	builder.flush(1000);
	return builder.capture;
}

function picture(more: Partial<ViewPicture> = {}, source = capture()): ViewPicture {
	const trace = (channel: number, name: string): PictureTrace => ({
		kind: "trace",
		name,
		note: `GPIO ${channel}`,
		channel,
		color: "red",
		inverted: false,
		height: 40,
		padTop: 9,
		padBottom: 9,
		reports: [],
	});
	return {
		title: "Scope",
		width: 500,
		nameWidth: 120,
		from: 0,
		to: 1000,
		columns: queryColumns(source, 0, 1000, 1000),
		firstTime: source.firstTime,
		endTime: source.endTime,
		rows: [trace(0, "Data"), trace(1, "Clock")],
		ruler: [
			{ time: 0, label: "0" },
			{ time: 500, label: undefined },
		],
		corner: "12:00:00",
		breaks: [],
		gaps: [{ from: 300, to: 310, label: "Gap 10 µs" }],
		markers: [{ time: 250, name: "G", color: "gold", dashed: false }],
		colors,
		...more,
	};
}

const pathsOf = (svg: string, attribute: string) =>
	[...svg.matchAll(/<path d="([^"]*)"([^>]*)>/g)]
		.filter(([, , rest]) => rest?.includes(attribute))
		.map(([, d]) => d);

describe("a picture of a view", () => {
	test("draws rails and edges where the changes are, and blocks where they are too many", () => {
		const [data, clock] = pathsOf(renderSvg(picture()), 'stroke="red"');
		expect(data).toBe("M0 35.5H50.25V56.5H100.25V35.5H150.25V56.5H500");
		// Channel 1: low, high from 200 until it is unknown at 300, then high, then a block.
		expect(clock).toMatch(/^M0 96\.5H100\.25V75\.5H150M250 75\.5H300M300 75\.5H/);
	});

	test("hatches what is not known and never draws it as low", () => {
		expect(pathsOf(renderSvg(picture()), "url(#hatch)")).toEqual(["M150 66H250V106H150Z"]);
	});

	test("is inverted on demand", () => {
		const [data] = picture().rows;
		const rows = data?.kind === "trace" ? [{ ...data, inverted: true }] : [];
		expect(pathsOf(renderSvg(picture({ rows })), 'stroke="red"')).toEqual([
			"M0 56.5H50.25V35.5H100.25V56.5H150.25V35.5H500",
		]);
	});

	test("shows a glitch inside a column as a line over the whole height", () => {
		const builder = new CaptureBuilder();
		builder.begin(0, 0, 1);
		builder.change(500, 1);
		builder.change(501, 0);
		builder.flush(1_000_000);
		const columns = queryColumns(builder.capture, 0, 1_000_000, 1000);
		const { rows } = picture();
		const svg = renderSvg(
			picture({ to: 1_000_000, columns, endTime: 1_000_000, rows: rows.slice(0, 1), gaps: [], markers: [] }),
		);
		expect(pathsOf(svg, 'stroke="red"')[0]).toMatch(/^M0 56\.5(M0 56\.5)?H0\.25V35\.5V56\.5H500$/);
	});

	test("grows with the changes, and never beyond the columns", () => {
		const quiet = renderSvg(picture({}, capture(false))).length;
		expect(renderSvg(picture()).length - quiet).toBeLessThan(1000);
		expect(quiet).toBeLessThan(6000);
	});

	test("draws a quantity as a line in its band, with holes where there is none", () => {
		const values = (...list: number[]) => Float64Array.from(list);
		const row = {
			kind: "derived",
			name: "Frequency",
			note: "Clock",
			height: 44,
			color: "red",
			padTop: 2,
			padBottom: 2,
			min: values(0, 5, Number.NaN, 10),
			mean: values(5, 5, Number.NaN, 10),
			max: values(10, 5, Number.NaN, 10),
			low: 0,
			high: 10,
			lowText: "0 Hz",
			highText: "10 Hz",
		} as const;
		const svg = renderSvg(picture({ rows: [row] }));
		expect(pathsOf(svg, 'stroke="red"')).toEqual(["M62.5 48L187.5 48M437.5 28"]);
		expect(pathsOf(svg, "fill-opacity")).toEqual(["M62.5 28L187.5 48L187.5 48L62.5 68ZM437.5 28L437.5 28Z"]);
		expect(svg).toContain(">10 Hz</text>");
	});

	test("marks events in their row and watchdogs at their lane", () => {
		const [data] = picture().rows;
		if (data?.kind !== "trace") throw new Error("no trace");
		const events = { kind: "events", name: "Events", note: "", height: 16, color: "red" } as const;
		const rows = [
			{ ...data, reports: [500] },
			{ ...events, reports: [0, 1000] },
		];
		expect(pathsOf(renderSvg(picture({ rows })), "orange")).toEqual([
			"M247.5 62L252.5 62L250 57Z",
			"M-2.5 76.5L2.5 76.5L0 71.5Z",
			"M497.5 76.5L502.5 76.5L500 71.5Z",
		]);
	});

	test("draws another capture below or over a trace, with its own gaps and without those of this one", () => {
		const [data, clock] = picture().rows;
		if (data?.kind !== "trace" || clock?.kind !== "trace") throw new Error("no traces");
		const source = capture(false);
		const of = {
			columns: queryColumns(source, 0, 1000, 1000),
			firstTime: 100,
			endTime: 800,
			gaps: [{ from: 600, to: 700 }],
		};
		const rows = [data, { ...clock, channel: 0, of, differs: [{ from: 100, to: 200 }] }];
		const svg = renderSvg(picture({ rows }));
		expect(pathsOf(svg, 'stroke="red"')[1]).toMatch(/^M50 .*H400$/);
		const hatches = [...svg.matchAll(/<rect ([^>]*)fill="url\(#hatch\)"/g)].map(([, place]) => place?.trim());
		expect(hatches).toEqual([
			'x="300" y="66" width="50" height="40"',
			'x="150" y="26" width="5" height="40"',
		]);
		expect(svg).toContain('<rect x="50" y="66" width="50" height="40" fill="crimson"');
		const over = renderSvg(picture({ rows: [{ ...data, laidOver: { channel: 0, of } }] }));
		expect(pathsOf(over, "dasharray")[0]).toMatch(/^M50 /);
	});

	test("escapes every text", () => {
		const hostile = `<&>"'\u0000 ü ]]> \ud800`;
		const { rows } = picture();
		const bus = {
			kind: "bus",
			name: hostile,
			note: "",
			height: 32,
			color: "red",
			padTop: 7,
			padBottom: 7,
		} as const;
		const svg = renderSvg(
			picture({
				title: hostile,
				corner: hostile,
				rows: [
					...rows.map((row) => ({ ...row, name: hostile, note: hostile })),
					{ ...bus, values: [{ kind: "value", from: 0, to: 1000, text: hostile }] },
				],
				gaps: [{ from: 0, to: 900, label: hostile }],
				markers: [{ time: 5, name: hostile, color: "gold", dashed: true }],
				ruler: [{ time: 0, label: hostile }],
			}),
		);
		expect(svg.replaceAll(/&(lt|gt|amp|quot|apos);/g, "")).not.toMatch(/&|<[^a-z/]/);
		expect(svg).not.toContain("\u0000");
		expect(svg.match(/\ufffd ü/g)).toHaveLength(11);
	});
});
