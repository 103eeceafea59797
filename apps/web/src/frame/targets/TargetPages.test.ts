import { describe, expect, it } from "vitest";
import { type Placing, type TargetFrame, TargetPages } from "./TargetPages.ts";

const PI = { id: "pi", name: "Pi" };
const BENCH = { id: "bench", name: "Bench" };
const SHED = { id: "shed", name: "Shed" };

/** A window whose own page is about "pi", and all that happened in it. */
function fakeWindow() {
	const happened: string[] = [];
	const frames = new Map<string, TargetFrame>();
	const last = new Map<string, string>();
	let size = { width: 1920, height: 1080 };
	let kept: readonly string[] = [];
	/** Where a page is, if that has changed: `(keys)` has the keys. */
	const note = (id: string, { share, isFocused, view }: Placing): void => {
		const where =
			share === undefined
				? "behind"
				: `${share.left},${share.top} ${share.width}x${share.height}${isFocused ? " (keys)" : ""}`;
		if (last.get(id) !== where) happened.push(`${id} ${where}`);
		last.set(id, where);
		if (view !== undefined) happened.push(`${id} to ${view}`);
	};
	const pages = new TargetPages({
		own: () => "pi",
		view: () => "pins",
		size: () => size,
		open: (target, view) => {
			happened.push(`open ${target} ${view}`);
			const frame: TargetFrame = {
				place: (placing) => note(target, placing),
				name: () => {},
				remove: () => happened.push(`remove ${target}`),
			};
			frames.set(target, frame);
			return frame;
		},
		placeOwn: (placing) => note("pi", placing),
		write: (address, isNew) => happened.push(`${isNew ? "push" : "replace"} ${address}`),
		replaceOwn: (target) => happened.push(`reload ${target}`),
		remember: (panes) => {
			kept = panes;
		},
	});
	pages.resized();
	pages.list([PI, BENCH, SHED]);
	happened.splice(0);
	const since = (): string[] => happened.splice(0);
	const frame = (id: string): TargetFrame => frames.get(id) as TargetFrame;
	const resize = (width: number, height: number): void => {
		size = { width, height };
		pages.resized();
	};
	return { pages, since, frame, resize, kept: () => kept };
}

const WHOLE = "0,0 1x1 (keys)";

describe("TargetPages", () => {
	it("opens a page once, then only shows it, at the view that was on", () => {
		const { pages, since } = fakeWindow();
		pages.turnTo("bench", "pins");
		expect(since()).toEqual([
			"push #/bench/pins",
			"pi behind",
			"open bench pins",
			`bench ${WHOLE}`,
			"bench to pins",
		]);
		pages.turnTo("pi", "waves");
		expect(since()).toEqual([`pi ${WHOLE}`, "pi to waves", "bench behind"]);
		pages.turnTo("bench", "scope");
		expect(since()).toEqual(["push #/bench/scope", "pi behind", `bench ${WHOLE}`, "bench to scope"]);
		pages.turnTo("bench", "pins");
		expect(since()).toEqual([]);
	});

	it("follows the history without adding to it", () => {
		const { pages, since } = fakeWindow();
		pages.turnTo("bench", "pins");
		pages.turnTo("pi", "pins", true);
		since();
		pages.turnTo("bench", "scope", true);
		expect(since()).toEqual(["pi behind", `bench ${WHOLE}`]);
	});

	it("shows two side by side, its own first, and the keys go where somebody clicks", () => {
		const { pages, since, frame, kept } = fakeWindow();
		pages.turnTo("bench", "pins");
		since();
		pages.showBeside("pi", "pins");
		expect(since()).toEqual(["pi 0,0 0.5x1 (keys)", "pi to pins", "bench 0.5,0 0.5x1"]);
		expect(kept()).toEqual(["pi", "bench"]);
		pages.hear(frame("bench"), { gpioscope: "address", address: "#/bench/scope" });
		expect(since()).toEqual([]);
		pages.hear(frame("bench"), { gpioscope: "focus" });
		expect(since()).toEqual(["pi 0,0 0.5x1", "bench 0.5,0 0.5x1 (keys)"]);
		pages.hear(frame("bench"), { gpioscope: "address", address: "#/bench/scope" });
		expect(since()).toEqual(["replace #/bench/scope"]);
		// What is on view already is gone to; it stays at its own view.
		pages.turnTo("pi", "waves");
		expect(since()).toEqual(["pi 0,0 0.5x1 (keys)", "bench 0.5,0 0.5x1"]);
	});

	it("puts another Pi in the place of the one with the keys, and leaves one", () => {
		const { pages, since } = fakeWindow();
		pages.showBeside("bench", "pins");
		since();
		pages.turnTo("shed", "pins");
		expect(since()).toEqual([
			"push #/shed/pins",
			"open shed pins",
			"bench behind",
			"shed 0.5,0 0.5x1 (keys)",
			"shed to pins",
		]);
		pages.close("shed");
		expect(since()).toEqual([`pi ${WHOLE}`, "shed behind"]);
		pages.close("pi");
		expect(since()).toEqual([]);
	});

	it("shows the one with the keys alone while there is no room for more", () => {
		const { pages, since, resize } = fakeWindow();
		pages.showBeside("bench", "pins");
		since();
		resize(390, 844);
		expect(since()).toEqual(["pi behind", `bench ${WHOLE}`]);
		resize(1000, 1000);
		expect(since()).toEqual(["pi 0,0 1x0.5", "bench 0,0.5 1x0.5 (keys)"]);
	});

	it("restores those that were side by side with the one on view", () => {
		const { pages, since } = fakeWindow();
		pages.restore(["bench", "shed"]);
		expect(since()).toEqual([]);
		pages.restore(["bench", "pi"]);
		expect(since()).toEqual(["pi 0,0 0.5x1 (keys)", "pi to pins", "open bench pins", "bench 0.5,0 0.5x1"]);
	});

	it("listens to pages on view only", () => {
		const { pages, since, frame } = fakeWindow();
		pages.turnTo("bench", "pins");
		pages.turnTo("shed", "pins");
		since();
		pages.hear(frame("bench"), { gpioscope: "address", address: "#/bench/scope" });
		pages.hear(frame("bench"), { gpioscope: "focus" });
		pages.hear(frame("bench"), { gpioscope: "turn", target: "pi", view: "scope", isBeside: false });
		expect(since()).toEqual([]);
		pages.hear(frame("shed"), { gpioscope: "address", address: "#/shed/scope" });
		pages.hear(frame("shed"), { gpioscope: "turn", target: "bench", view: "scope", isBeside: true });
		expect(since()).toEqual([
			"replace #/shed/scope",
			"push #/bench/scope",
			"bench 0.5,0 0.5x1 (keys)",
			"bench to scope",
			"shed 0,0 0.5x1",
		]);
	});

	it("tells a page that has loaded how it stands by now", () => {
		const { pages, frame } = fakeWindow();
		pages.turnTo("bench", "pins");
		pages.turnTo("pi", "pins");
		const told: Placing[] = [];
		Object.assign(frame("bench"), { place: (placing: Placing) => told.push(placing) });
		pages.loaded(frame("bench"));
		expect(told).toMatchObject([{ isOnView: false, takesFocus: false }]);
	});

	it("leaves a Pi that is gone", () => {
		const { pages, since } = fakeWindow();
		pages.turnTo("bench", "pins");
		since();
		pages.list([PI, SHED]);
		expect(since()).toEqual([`pi ${WHOLE}`, "bench behind", "remove bench"]);
		expect(pages.shown).toBe("pi");
		pages.showBeside("shed", "pins");
		since();
		pages.list([PI]);
		expect(since()).toEqual([`pi ${WHOLE}`, "shed behind", "remove shed"]);
	});

	it("becomes the page of the one on view, or of the first, when its own is gone", () => {
		const { pages, since } = fakeWindow();
		pages.list([BENCH, SHED]);
		expect(since()).toEqual(["reload bench"]);
		pages.turnTo("shed", "pins");
		since();
		pages.list([BENCH, SHED]);
		expect(since()).toEqual(["reload shed"]);
	});
});
