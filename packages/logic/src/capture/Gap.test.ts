import { describe, expect, it } from "vitest";
import { GapList } from "./Gap.ts";

describe("GapList", () => {
	it("makes one gap of two parts of the same break", () => {
		const gaps = new GapList();
		gaps.add({ from: 10, to: 20, cause: "daemonLost" });
		gaps.add({ from: 20, to: 50, cause: "daemonLost" });
		expect(gaps.between(0, 100)).toEqual([{ from: 10, to: 50, cause: "daemonLost" }]);
	});

	it("adds up what is missing, as far as it is known", () => {
		const gaps = new GapList();
		gaps.add({ from: 10, to: 20, lost: 3, cause: "viewerSlow" });
		gaps.add({ from: 15, to: 30, lost: 4, cause: "viewerSlow" });
		expect(gaps.between(0, 100)).toEqual([{ from: 10, to: 30, lost: 7, cause: "viewerSlow" }]);
		gaps.add({ from: 30, to: 40, cause: "viewerSlow" });
		expect(gaps.between(0, 100)).toEqual([{ from: 10, to: 40, cause: "viewerSlow" }]);
	});

	it("keeps apart what has other causes, or does not touch", () => {
		const gaps = new GapList();
		gaps.add({ from: 10, to: 20, cause: "viewerSlow" });
		gaps.add({ from: 20, to: 30, cause: "daemonLost" });
		gaps.add({ from: 31, to: 40, cause: "daemonLost" });
		expect(gaps.count).toBe(3);
	});
});
