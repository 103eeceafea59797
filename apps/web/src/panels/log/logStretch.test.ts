import { expect, it } from "vitest";
import { logStretch } from "./logStretch.ts";

const anchor = { time: 5_000_000, wall: 1_700_000_000_000 };
const after = (ms: number) => ({ at: anchor.wall + ms, milliseconds: 2 });

it("is the time of the first to the last entry by the capture's clock, with some room", () => {
	expect(logStretch([after(1000), after(1500)], { firstTime: 0, anchor })).toEqual({
		from: 5_980_000,
		to: 6_522_000,
	});
});

it("says why there is nothing to be seen", () => {
	expect(logStretch([after(0)], { firstTime: 0, anchor: undefined })).toHaveProperty("problem");
	expect(logStretch([], { firstTime: 0, anchor })).toHaveProperty("problem");
	expect(logStretch([after(-4000)], { firstTime: 1_500_000, anchor })).toEqual({
		problem: "The capture does not reach back to it any more.",
	});
	expect(logStretch([after(-4000), after(0)], { firstTime: 1_500_000, anchor })).toHaveProperty("from");
});
