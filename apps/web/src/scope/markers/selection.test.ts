import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Selection, selectEnd } from "./selection.ts";

/** piscope's own rule, where an end that is not set is 0. */
function piscope(key: "1" | "2", blue: number, { green, red }: Required<Selection>): Required<Selection> {
	if (green === 0 && red === 0) return { green: blue, red: blue };
	if (key === "1") return blue <= red ? { green: blue, red } : { green: red, red: blue };
	return blue >= green ? { green, red: blue } : { green: blue, red: green };
}

describe("selection by keys", () => {
	it("does what piscope does, press after press", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom("1" as const, "2" as const), fc.integer({ min: 1, max: 1000 })), {
					minLength: 1,
					maxLength: 30,
				}),
				(presses) => {
					let ours: Selection = {};
					let theirs = { green: 0, red: 0 };
					for (const [key, blue] of presses) {
						ours = selectEnd(key === "1" ? "green" : "red", blue, ours);
						theirs = piscope(key, blue, theirs);
						expect(ours).toEqual(theirs);
						expect(theirs.green).toBeLessThanOrEqual(theirs.red);
					}
				},
			),
		);
	});

	it("sets both ends when one is missing", () => {
		expect(selectEnd("red", 5, { green: 9 })).toEqual({ green: 5, red: 5 });
	});
});
