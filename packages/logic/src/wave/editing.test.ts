import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileWave } from "./compile.ts";
import { addToSelection, selectedPulses, selectInBox, toggleSelection } from "./selection.ts";
import { snapStretch, snapTime } from "./snap.ts";
import { readStoredDocument, storeDocument } from "./storedDocument.ts";
import { anyDocument, drawing } from "./testDocuments.ts";
import { waveCode } from "./waveCode.ts";

describe("snapping", () => {
	const document = drawing(1000, [102, 200], [497, 600]);
	const options = { grid: 5, reach: 10 };

	it("takes the grid where nothing else is near", () => {
		expect(snapTime(document, 303, options)).toEqual({ time: 305, target: { kind: "grid" } });
	});

	it("takes the nearest edge of any track, the start and the end", () => {
		expect(snapTime(document, 493, options)).toEqual({
			time: 497,
			target: { kind: "edge", edge: { gpio: 5, index: 0 } },
		});
		expect(snapTime(document, 995, options)).toEqual({ time: 1000, target: { kind: "marker", name: "end" } });
	});

	it("takes markers, and never an edge that is being moved", () => {
		const without = [{ gpio: 4, index: 0 }];
		expect(snapTime(document, 104, { ...options, without }).time).toBe(105);
		const markers = [{ name: "M1", time: 107 }];
		expect(snapTime(document, 104, { ...options, without, markers }).target).toEqual({
			kind: "marker",
			name: "M1",
		});
	});

	it("moves a stretch by whichever end is nearer to something", () => {
		const moved = snapStretch(document, 396, 98, options);
		expect(moved.start).toBe(399);
		expect(moved.at.target).toEqual({ kind: "edge", edge: { gpio: 5, index: 0 } });
	});
});

describe("selection", () => {
	it("selects the pulses a box touches, and toggles them", () => {
		const document = drawing(1000, [102, 200], [497, 600]);
		const both = selectInBox(document, [4, 5], 150, 500);
		expect(selectedPulses(document, both).map((pulse) => pulse.start)).toEqual([102, 497]);
		const one = selectInBox(document, [4], 150, 500);
		expect(toggleSelection(both, one)).toEqual(both.slice(2));
		expect(toggleSelection(both.slice(2), one)).toHaveLength(4);
		expect(addToSelection(both, one)).toBe(both);
		expect(addToSelection(one, both)).toHaveLength(4);
	});
});

describe("stored documents", () => {
	it("come back as they were", () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				expect(readStoredDocument(storeDocument(document))).toEqual({ document });
			}),
		);
	});

	it("say what is wrong instead of coming back broken", () => {
		expect(readStoredDocument("{")).toEqual({ reason: "This is not JSON." });
		expect(readStoredDocument('{"gpioscopeWave":1}')).toHaveProperty("reason");
		const bad = storeDocument(drawing(100, [30, 20]));
		expect(readStoredDocument(bad)).toEqual({ reason: "GPIO 4: time goes back (20 µs after 30 µs)." });
	});
});

describe("waveCode", () => {
	const program = { pulses: compileWave(drawing(100, [10, 30])).pulses, gpios: [4], isRepeated: false };

	it("writes pigs commands, Python and C", () => {
		expect(waveCode("pigs", program)).toBe(
			"pigs m 4 w\npigs wvnew\npigs wvag 0 16 10  16 0 20  0 16 70\nwave=$(pigs wvcre)\npigs wvtx $wave\n# afterwards: pigs wvdel $wave",
		);
		expect(waveCode("python", program)).toContain("for gpio in (4,):\n    pi.set_mode(gpio, pigpio.OUTPUT)");
		expect(waveCode("python", program)).toContain("    pigpio.pulse(0x10, 0x0, 20),");
		expect(waveCode("c", { ...program, isRepeated: true })).toContain("PI_WAVE_MODE_REPEAT");
	});
});
