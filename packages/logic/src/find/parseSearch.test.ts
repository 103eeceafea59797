import { describe, expect, it } from "vitest";
import { readSearch, type SearchWorld } from "./parseSearch.ts";

const world: SearchWorld = {
	channels: [
		{ channel: 12, name: "Pan servo" },
		{ channel: 17, name: "Button" },
		{ channel: 18, name: "Fan PWM" },
		{ channel: 22, name: "GPIO 22" },
		{ channel: 27, name: "GPIO 27" },
	],
	buses: [{ name: "bus0", channels: [22, 17] }],
};

const parsed = (text: string) => readSearch(text, world).parsed;
const searchOf = (text: string) => {
	const result = parsed(text);
	if (result.kind !== "search") throw new Error(`${text}: ${JSON.stringify(result)}`);
	return result;
};
const offered = (text: string) => readSearch(text, world).suggestions.map((suggestion) => suggestion.text);

describe("readSearch", () => {
	it.each([
		["rise", { kind: "edge", direction: "rising", channels: 0xffff_ffff }, "rising edge on any lane"],
		["falls on 17", { kind: "edge", direction: "falling", channels: 1 << 17 }, "falling edge on Button"],
		["Rise on fan pwm", { kind: "edge", direction: "rising", channels: 1 << 18 }, "rising edge on Fan PWM"],
		["edge on GPIO 17", { kind: "edge", direction: "either", channels: 1 << 17 }, "edge on Button"],
		["edge on 17, 22", { kind: "edge", direction: "either", channels: 0x42_0000 }, "edge on Button, GPIO 22"],
		["watchdog on 27", { kind: "watchdog", channels: 1 << 27 }, "watchdog report on GPIO 27"],
		["gap", { kind: "gap" }, "gap"],
		[
			"17=0 & 22=1",
			{ kind: "pattern", care: 0x42_0000, value: 0x40_0000 },
			"moment with Button low and GPIO 22 high",
		],
		["Fan PWM = high and gpio 22=low", { kind: "pattern", care: 0x44_0000, value: 0x4_0000 }, undefined],
		["bus0=0x2", { kind: "pattern", care: 0x42_0000, value: 0x40_0000 }, "moment with bus0 at 0x2"],
	])("reads %s", (text, search, words) => {
		const found = searchOf(text);
		expect(found.search).toEqual(search);
		if (words !== undefined) expect(found.words).toBe(words);
	});

	it("reads widths, strict where they are meant so", () => {
		const bounds = (text: string) => {
			const { search } = searchOf(text);
			if (search.kind !== "pulse") throw new Error(text);
			return { level: search.level, min: search.min ?? 0, max: search.max ?? Number.POSITIVE_INFINITY };
		};
		const under = bounds("pulse < 12 µs on 27");
		expect(under.max).toBeLessThan(12);
		expect(under.max).toBeGreaterThan(11.999);
		expect(bounds("pulse <= 12us").max).toBeGreaterThanOrEqual(12);
		expect(bounds("pulse > 1ms").min).toBeGreaterThan(1000);
		expect(bounds("low pulse ≥ 0.5 s")).toMatchObject({ level: 0, max: Number.POSITIVE_INFINITY });
		const range = bounds("high pulse 1..2 ms on Pan servo");
		expect(range.level).toBe(1);
		expect(Math.round(range.min)).toBe(1000);
		expect(Math.round(range.max)).toBe(2000);
		expect(Math.round(bounds("pulse 500 µs to 2 ms").min)).toBe(500);
		expect(Math.round(bounds("pulse 5..10").max)).toBe(10);
		const exact = bounds("pulse = 12.3 µs");
		expect(exact.min).toBeLessThanOrEqual(12.3);
		expect(exact.max).toBeGreaterThanOrEqual(12.3);
		expect(searchOf("pulse < 12us on 27").words).toBe("pulse under 12\u00a0µs on GPIO 27");
		expect(searchOf("pulse").search).toMatchObject({ kind: "pulse", level: "either" });
	});

	it("says where it stops understanding, and what may stand there", () => {
		expect(parsed("rise at 17")).toMatchObject({ kind: "wrong", from: 5, to: 7 });
		expect(parsed("rice")).toMatchObject({ kind: "wrong", from: 0, to: 4 });
		expect(parsed("rice")).toMatchObject({ message: expect.stringContaining("rise, fall, edge") });
		expect(parsed("edge on 5")).toMatchObject({
			kind: "wrong",
			from: 8,
			to: 9,
			message: "There is no channel 5 here.",
		});
		expect(parsed("pulse 2..1 ms")).toMatchObject({
			kind: "wrong",
			message: expect.stringContaining("smaller"),
		});
		expect(parsed("pulse 12 on 27")).toMatchObject({
			kind: "wrong",
			from: 6,
			to: 8,
			message: expect.stringContaining("< or >"),
		});
		expect(parsed("17=2")).toMatchObject({ kind: "wrong", from: 3, to: 4 });
		expect(parsed("17=0 & 17=1")).toMatchObject({ kind: "wrong", message: expect.stringContaining("both") });
		expect(parsed("bus0=4")).toMatchObject({ kind: "wrong", message: expect.stringContaining("at most 3") });
	});

	it("names what only decoders find", () => {
		for (const text of ["i2c nack", 'uart "Button"', "/nack/"])
			expect(parsed(text)).toMatchObject({
				kind: "wrong",
				from: 0,
				message: expect.stringContaining("decoder"),
			});
	});

	it("takes lanes as they are shown, also the other way round", () => {
		const turned: SearchWorld = {
			channels: [
				{ channel: 3, name: "A", isInverted: true },
				{ channel: 4, name: "B" },
			],
			buses: [{ name: "bus", channels: [3, 4], inverted: 0b1000 }],
		};
		const search = (text: string) => {
			const result = readSearch(text, turned).parsed;
			return result.kind === "search" ? result.search : result;
		};
		expect(search("rise on A")).toEqual({ kind: "edge", direction: "falling", channels: 8 });
		expect(search("high pulse on 3")).toMatchObject({ kind: "pulse", level: 0 });
		expect(search("A=1 & B=1")).toEqual({ kind: "pattern", care: 24, value: 16 });
		expect(search("bus=0b11")).toEqual({ kind: "pattern", care: 24, value: 16 });
		expect(search("rise on A, B")).toMatchObject({ kind: "wrong" });
	});

	it("is not in a hurry", () => {
		for (const text of [
			"",
			"pul",
			"high ",
			"rise on",
			"rise on F",
			"pulse <",
			"pulse < 12 m",
			"pulse 12",
			"17",
			"17=0 &",
			"GPIO",
		])
			expect([text, parsed(text).kind]).toEqual([text, "unfinished"]);
	});

	it("completes at the end of the text", () => {
		expect(offered("")).toContain("high pulse");
		expect(offered("")).toContain("Fan PWM=");
		expect(offered("pu")).toEqual(["pulse"]);
		expect(offered("rise ")).toEqual(["on"]);
		expect(offered("rise on f")).toEqual(["Fan PWM"]);
		expect(offered("rise on 1")).toEqual(["Pan servo", "Button", "Fan PWM"]);
		expect(readSearch("rise on 1", world).from).toBe(8);
		expect(offered("pulse ")).toEqual(["<", ">", "1..2 ms", "on"]);
		expect(offered("pulse < 12 ")).toEqual(["ns", "µs", "ms", "s", "on"]);
		expect(offered("17=")).toEqual(["0", "1"]);
		expect(offered("17=0 ")).toEqual(["&"]);
		expect(offered("i2c")).toEqual([]);
	});
});
