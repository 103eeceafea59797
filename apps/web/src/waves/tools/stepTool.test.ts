import type { WaveDocument, WaveSelection } from "@gpioscope/logic";
import { describe, expect, it } from "vitest";
import { hitTest } from "./hitTest.ts";
import { stepTool } from "./stepTool.ts";
import {
	idle,
	type Modifiers,
	previewOf,
	type ToolContext,
	type ToolState,
	type WaveTool,
} from "./ToolState.ts";

const none: Modifiers = { shift: false, mod: false, alt: false };

/** Drives the tools without a page: one pixel is 10 µs, rows are 68 pixels high. */
class Editor {
	state: ToolState = idle;
	steps = 0;
	label: string | undefined;
	document: WaveDocument;
	selection: WaveSelection;
	tool: WaveTool;
	snap: ToolContext["snap"];
	constructor(
		document: WaveDocument,
		selection: WaveSelection = [],
		tool: WaveTool = "select",
		snap: ToolContext["snap"] = { isOn: true, grid: 50, toEdges: true },
	) {
		this.document = document;
		this.selection = selection;
		this.tool = tool;
		this.snap = snap;
	}

	#send(
		type: "pointerDown" | "pointerMove" | "pointerUp" | "doubleClick",
		time: number,
		row: number,
		modifiers: Modifiers,
	) {
		const place = {
			x: time / 10,
			y: row * 68 + 34,
			time,
			row,
			hit: hitTest(this.document, row, time, { scale: 10, reach: 6 }),
		};
		this.#take(stepTool(this.state, { type, place, modifiers }, this.#context()));
	}
	#context(): ToolContext {
		return {
			document: this.document,
			selection: this.selection,
			tool: this.tool,
			scale: 10,
			snap: this.snap,
		};
	}
	#take(step: ReturnType<typeof stepTool>) {
		this.state = step.state;
		if (step.edit !== undefined) {
			this.document = step.edit.document;
			this.selection = step.edit.selection;
			this.label = step.edit.label;
			this.steps++;
		}
		if (step.selection !== undefined) this.selection = step.selection;
	}
	down(time: number, row = 0, modifiers = none) {
		this.#send("pointerDown", time, row, modifiers);
		return this;
	}
	move(time: number, row = 0, modifiers = none) {
		this.#send("pointerMove", time, row, modifiers);
		return this;
	}
	up(time: number, row = 0, modifiers = none) {
		this.#send("pointerUp", time, row, modifiers);
		return this;
	}
	click(time: number, row = 0, modifiers = none) {
		return this.down(time, row, modifiers).up(time, row, modifiers);
	}
	doubleClick(time: number, row = 0) {
		this.#send("doubleClick", time, row, none);
		return this;
	}
	escape() {
		this.#take(stepTool(this.state, { type: "cancel" }, this.#context()));
		return this;
	}
	edges(row = 0) {
		return this.document.tracks[row]!.edges;
	}
}

const twoTracks: WaveDocument = {
	id: "a",
	name: "A",
	length: 10_000,
	tracks: [
		{ gpio: 17, initial: 0, edges: [1000, 2000, 5000, 6000] },
		{ gpio: 18, initial: 0, edges: [2480, 4000] },
	],
};

describe("the wave editor's tools", () => {
	it("draw a pulse by dragging over a stretch at rest, in either direction", () => {
		const editor = new Editor(twoTracks).down(3010).move(3500).move(4220).up(4220);
		expect(editor.edges()).toEqual([1000, 2000, 3000, 4200, 5000, 6000]);
		expect(editor.selection).toEqual([
			{ gpio: 17, index: 2 },
			{ gpio: 17, index: 3 },
		]);
		expect(editor.steps).toBe(1);
		expect(new Editor(twoTracks).down(9000).move(7010).up(7010).edges().slice(-2)).toEqual([7000, 9000]);
	});

	it("keep nothing of a gesture that is cancelled", () => {
		const editor = new Editor(twoTracks).down(3010).move(4220);
		expect(previewOf(editor.state)?.document).not.toBe(twoTracks);
		editor.escape().up(4220);
		expect(editor.document).toBe(twoTracks);
		expect(editor.steps).toBe(0);
		expect(editor.state).toBe(idle);
	});

	it("move an edge and snap it to an edge of another track", () => {
		const editor = new Editor(twoTracks).down(2010).move(2440);
		expect(previewOf(editor.state)?.readout).toEqual({
			gpio: 17,
			time: 2480,
			width: 1480,
			target: { kind: "edge", edge: { gpio: 18, index: 0 } },
		});
		expect(editor.up(2440).edges()).toEqual([1000, 2480, 5000, 6000]);
	});

	it("leave times alone with Alt or with snapping off", () => {
		expect(
			new Editor(twoTracks)
				.down(2000)
				.move(2437, 0, { ...none, alt: true })
				.up(2437)
				.edges()[1],
		).toBe(2437);
		const free = new Editor(twoTracks, [], "select", { isOn: false, grid: 50, toEdges: true });
		expect(free.down(2000).move(2437).up(2437).edges()[1]).toBe(2437);
	});

	it("stop an edge at its neighbour without a snap target", () => {
		const editor = new Editor(twoTracks).down(2000).move(5600);
		expect(previewOf(editor.state)?.readout).toMatchObject({ time: 4999, target: undefined });
	});

	it("take a press without a move as a click: it selects, and moves nothing", () => {
		const editor = new Editor(twoTracks).down(2005).move(2015).up(2015);
		expect(editor.document).toBe(twoTracks);
		expect(editor.selection).toEqual([{ gpio: 17, index: 1 }]);
		expect(new Editor(twoTracks).click(1500).selection).toHaveLength(2);
		expect(new Editor(twoTracks, [{ gpio: 17, index: 1 }]).click(3000).selection).toEqual([]);
	});

	it("move a pulse by its body, with all that is selected", () => {
		const editor = new Editor(twoTracks).down(500, 0, { ...none, shift: true });
		editor.move(3500, 1, { ...none, shift: true }).up(3500, 1);
		expect(editor.selection).toHaveLength(4);
		editor.down(1500).move(2000).up(2000);
		expect(editor.edges(0)).toEqual([1500, 2500, 5000, 6000]);
		expect(editor.edges(1)).toEqual([2980, 4500]);
		expect(editor.label).toBe("Move");
	});

	it("copy a pulse with Alt", () => {
		const alt = { ...none, alt: true };
		const editor = new Editor(twoTracks).down(1500, 0, alt).move(3510, 0, alt).up(3510, 0, alt);
		expect(editor.edges()).toEqual([1000, 2000, 3000, 4000, 5000, 6000]);
	});

	it("add to the selection and take away from it with Ctrl or Shift", () => {
		const editor = new Editor(twoTracks).click(1500).click(5500, 0, { ...none, mod: true });
		expect(editor.selection).toHaveLength(4);
		expect(editor.click(1500, 0, { ...none, shift: true }).selection).toEqual([
			{ gpio: 17, index: 2 },
			{ gpio: 17, index: 3 },
		]);
	});

	it("draw through a pulse with the draw tool, and by a click", () => {
		const editor = new Editor(twoTracks, [], "draw").down(1300).move(1600).up(1600);
		expect(editor.edges()).toEqual([1000, 1300, 1600, 2000, 5000, 6000]);
		expect(new Editor(twoTracks, [], "draw").click(8000).edges().slice(-2)).toEqual([8000, 8250]);
	});

	it("erase a pulse by a click and a stretch by a drag", () => {
		expect(new Editor(twoTracks, [], "erase").click(1500).edges()).toEqual([5000, 6000]);
		expect(new Editor(twoTracks, [], "erase").down(1500).move(5500).up(5500).edges()).toEqual([
			1000, 1500, 5500, 6000,
		]);
	});

	it("split a pulse with the split tool and by a double click", () => {
		expect(new Editor(twoTracks, [], "split").click(1500).edges()).toEqual([
			1000, 1450, 1550, 2000, 5000, 6000,
		]);
		const editor = new Editor(twoTracks).click(1500).doubleClick(1500);
		expect(editor.edges()).toHaveLength(6);
		expect(editor.steps).toBe(1);
	});

	it("select several tracks' pulses from an empty place", () => {
		const editor = new Editor(twoTracks).down(3000, 5).move(1500, 0).up(1500, 0);
		expect(editor.selection).toHaveLength(4);
	});

	it("change the document's length by its end", () => {
		const editor = new Editor(twoTracks);
		const place = { x: 1000, y: 0, time: 10_000, row: -1, hit: { kind: "end" } as const };
		const context = {
			...twoTracks,
			document: twoTracks,
			selection: [],
			tool: "select",
			scale: 10,
			snap: editor.snap,
		} as const;
		let step = stepTool(idle, { type: "pointerDown", place, modifiers: none }, context);
		step = stepTool(
			step.state,
			{ type: "pointerMove", place: { ...place, time: 12_003 }, modifiers: none },
			context,
		);
		step = stepTool(step.state, { type: "pointerUp", place, modifiers: none }, context);
		expect(step.edit?.document.length).toBe(12_000);
	});
});

describe("hitTest", () => {
	it("prefers an edge, and leaves a narrow pulse a middle", () => {
		const narrow: WaveDocument = { ...twoTracks, tracks: [{ gpio: 4, initial: 0, edges: [1000, 1080] }] };
		const at = (time: number) => hitTest(narrow, 0, time, { scale: 10, reach: 6 }).kind;
		expect([at(950), at(1000), at(1040), at(1080), at(1130), at(1200)]).toEqual([
			"edge",
			"edge",
			"pulse",
			"edge",
			"edge",
			"track",
		]);
	});
});
