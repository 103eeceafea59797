import { describe, expect, it } from "vitest";
import { drawFindTicks } from "./drawFindTicks.ts";

describe("drawFindTicks", () => {
	it("marks the columns with a match, and none outside the picture", () => {
		const pixels = new Uint32Array(8 * 3);
		const columns = Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 1);
		drawFindTicks(
			{ pixels, width: 8, top: 1, bottom: 2, from: 20, to: 100, color: 0xff0000 },
			{ columns, from: 0, to: 80 },
		);
		const marked = Array.from(pixels, (pixel, at) => (pixel === 0 ? -1 : at)).filter((at) => at >= 0);
		// 45 and 75 of 20 to 100; 5 lies before the picture.
		expect(marked).toEqual([8 + 2, 8 + 5]);
	});
});
