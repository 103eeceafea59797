import { describe, expect, it } from "vitest";
import { daemonOptions, readDaemonOptions } from "./daemonOptions.ts";

const read = (line: string) => Object.fromEntries(readDaemonOptions(line.split(" ").filter(Boolean)));

describe("readDaemonOptions", () => {
	it.each([
		["", {}],
		["-l -s 2", { l: "", s: "2" }],
		["-ls2 -b200", { l: "", s: "2", b: "200" }],
		["-s 2 -s 5", { s: "5" }],
		["-n 10.0.0.2 -n pi", { n: "10.0.0.2, pi" }],
		["-x -1 -m", { x: "-1", m: "" }],
		["-s", { s: "" }],
		["-- -l", {}],
		["stray -l", { l: "" }],
	])("reads %j", (line, values) => {
		expect(read(line)).toEqual(values);
	});

	it("knows each option once", () => {
		expect(new Set(daemonOptions.map(({ letter }) => letter)).size).toBe(daemonOptions.length);
	});
});
