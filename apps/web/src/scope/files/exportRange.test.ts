// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";

vi.mock("../mainViewport.ts", () => ({
	newestTime: () => 5000,
	viewport: { view: { from: 1500, to: 6000 } },
}));

const { shownStore } = await import("../../bridge/index.ts");
const { scopeStore } = await import("../scopeStore.ts");
const { exportRanges } = await import("./exportRange.ts");

describe("what can be exported", () => {
	it("reaches to where the capture is by now, however old the last news of it are", () => {
		shownStore.setState({ firstTime: 0, endTime: 1000, ticksPerMicro: 1 });
		scopeStore.setState(({ cursors }) => ({ cursors: { ...cursors, gold: 2000, blue: 3000 } }));
		const [all, view, marked] = exportRanges();
		expect(all?.range).toBeUndefined();
		expect(view).toMatchObject({ isThere: true, range: { from: 1500, to: 5000 } });
		expect(marked).toMatchObject({ isThere: true, label: "G–B", range: { from: 1999, to: 3001 } });
	});
});
