import { describe, expect, it } from "vitest";
import { accessLine, fileProblem, folderAbove, folderOf, nameOf, pathProblem } from "./filePath.ts";

describe("pathProblem", () => {
	it.each(["/home/pi/*", "/opt/pigpio/access", "/tmp/a", "/a.b", "/home/my file"])(
		"lets %s be asked",
		(path) => {
			expect(pathProblem(path)).toBeUndefined();
		},
	);

	it.each([
		["", /^Give a path/],
		["home/pi", /from \/ on/],
		["/home/pi/a\nb", /on one line/],
		["/home/../etc/x", /without \.\./],
		["/home/*", /two names deep/],
		["/*/?", /two names deep/],
	])("says what pigpiod would refuse of %s", (path, problem) => {
		expect(pathProblem(path)).toMatch(problem);
	});

	it("wants a file where one is written", () => {
		expect(fileProblem("/home/pi/a.txt")).toBeUndefined();
		expect(fileProblem("/home/pi/*")).toMatch(/One file/);
		expect(fileProblem("/home/pi/")).toMatch(/not a folder/);
	});
});

describe("a path", () => {
	it("has a name, a folder, and a folder above as far as pigpiod lists", () => {
		expect([nameOf("/a/b/c"), nameOf("/a/b/c/")]).toEqual(["c", "c"]);
		expect([folderOf("/a/b/*"), folderOf("/a/b/c/")]).toEqual(["/a/b/", "/a/b/"]);
		expect(folderAbove("/a/b/c/*")).toBe("/a/b/");
		expect(folderAbove("/a/b/*")).toBeUndefined();
	});

	it("is permitted by a line of the access file", () => {
		expect(accessLine("/home/pi/a.txt", "read")).toBe("/home/pi/* r");
		expect(accessLine("/home/pi/*", "write")).toBe("/home/pi/* u");
		expect(accessLine("/home/my pi/a b.txt", "read")).toBe("/home/my?pi/* r");
	});
});
