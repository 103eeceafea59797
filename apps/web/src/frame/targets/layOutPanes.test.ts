import { expect, it } from "vitest";
import { layOutPanes } from "./layOutPanes.ts";

it.each([
	["beside each other in a wide window", { width: 1920, height: 1080 }, "0,0 0.5x1|0.5,0 0.5x1"],
	["above each other in one that is not", { width: 1000, height: 1000 }, "0,0 1x0.5|0,0.5 1x0.5"],
])("two stand %s", (_, window, wanted) => {
	expect(textOf(layOutPanes(2, window))).toBe(wanted);
});

it("of three the last has its row for itself, four stand in a square", () => {
	const window = { width: 1920, height: 1080 };
	expect(textOf(layOutPanes(3, window))).toBe("0,0 0.5x0.5|0.5,0 0.5x0.5|0,0.5 1x0.5");
	expect(textOf(layOutPanes(4, window))).toBe("0,0 0.5x0.5|0.5,0 0.5x0.5|0,0.5 0.5x0.5|0.5,0.5 0.5x0.5");
});

it("one has every window, two have no room on a phone", () => {
	const phone = { width: 390, height: 844 };
	expect(textOf(layOutPanes(1, phone))).toBe("0,0 1x1");
	expect(layOutPanes(2, phone)).toBeUndefined();
	expect(layOutPanes(2, { width: 844, height: 390 })).toHaveLength(2);
});

function textOf(shares: ReturnType<typeof layOutPanes>): string | undefined {
	return shares?.map(({ left, top, width, height }) => `${left},${top} ${width}x${height}`).join("|");
}
