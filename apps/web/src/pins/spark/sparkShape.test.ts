import { describe, expect, it } from "vitest";
import { sparkRuns } from "./sparkShape.ts";

/** Columns of channel 0 from a picture: `_` low, `~` high, `/` rises, `\` falls, `|` pulses, `?` unknown. */
function columns(picture: string) {
	const signs = [...picture];
	let level = 0;
	const levels = signs.map((sign) => {
		if (sign === "~" || sign === "/") level = 1;
		if (sign === "_" || sign === "\\") level = 0;
		return level;
	});
	return {
		changed: Uint32Array.from(signs, (sign) => ("/\\|".includes(sign) ? 1 : 0)),
		levels: Uint32Array.from(levels),
		known: Uint32Array.from(signs, (sign) => (sign === "?" ? 0 : 1)),
	};
}

const shape = (picture: string) =>
	sparkRuns(columns(picture), 0).map((run) => `${run.kind} ${run.from}-${run.to}`);

describe("sparkRuns", () => {
	it("has rails and edges", () => {
		expect(shape("__/~~\\_")).toEqual(["low 0-2", "edge 2-3", "high 3-5", "edge 5-6", "low 6-7"]);
	});

	it("keeps a pulse within one pixel as an edge", () => {
		expect(shape("__|__")).toEqual(["low 0-2", "edge 2-3", "low 3-5"]);
	});

	it("merges neighbouring changes into activity, but not three of them", () => {
		expect(shape("_/\\_/\\_____")).toEqual(["low 0-1", "dense 1-6", "low 6-11"]);
		expect(shape("_|||_")).toEqual(["low 0-1", "edge 1-2", "edge 2-3", "edge 3-4", "low 4-5"]);
	});

	it("never takes unknown for low", () => {
		expect(shape("??__")).toEqual(["unknown 0-2", "low 2-4"]);
	});
});
