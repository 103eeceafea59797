import { describe, expect, it } from "vitest";
import { baseName, fileName, withExtension } from "./fileName.ts";

const now = new Date(2026, 10, 5, 7, 3, 9);

describe("baseName", () => {
	it("is the file's own name, or the Pi's with the time", () => {
		expect(baseName({ kind: "file", name: "bus.tar.vcd", fingerprint: "", channels: [] }, "Pi", now)).toBe(
			"bus.tar",
		);
		expect(baseName({ kind: "live" }, "work/bench", now)).toBe("work-bench 2026-11-05 070309");
		expect(baseName({ kind: "segment", trigger: 1, hit: 12, hitTime: 0 }, "Pi", now)).toBe(
			"Pi 2026-11-05 070309 Segment 12 of T1",
		);
	});
});

describe("fileName", () => {
	it("leaves out what no file system takes", () => {
		expect(fileName(' a/b\\c:"d"\n')).toBe("a-b-c-d-");
		expect(fileName("..hidden")).toBe("hidden");
	});
});

describe("withExtension", () => {
	it("changes a known extension and keeps a strange one", () => {
		expect(withExtension("bus.VCD", "csv", ["vcd", "csv"])).toBe("bus.csv");
		expect(withExtension("bus.v2", "csv", ["vcd", "csv"])).toBe("bus.v2.csv");
	});
});
