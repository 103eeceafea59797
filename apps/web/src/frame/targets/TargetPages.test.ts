import { describe, expect, it } from "vitest";
import { type TargetFrame, TargetPages } from "./TargetPages.ts";

const PI = { id: "pi", name: "Pi" };
const BENCH = { id: "bench", name: "Bench" };
const SHED = { id: "shed", name: "Shed" };

/** A window whose own page is about "pi", and all that happened in it. */
function fakeWindow() {
	const happened: string[] = [];
	const frames = new Map<string, TargetFrame>();
	const pages = new TargetPages({
		own: () => "pi",
		view: () => "pins",
		open: (target, view) => {
			happened.push(`open ${target} ${view}`);
			const frame: TargetFrame = {
				show: (isShown) => happened.push(`${isShown ? "show" : "hide"} ${target}`),
				name: () => {},
				tell: (message) => {
					if (message.gpioscope === "onView" && message.view !== undefined)
						happened.push(`${target} to ${message.view}`);
				},
				remove: () => happened.push(`remove ${target}`),
			};
			frames.set(target, frame);
			return frame;
		},
		showOwn: (isOnView, view) => happened.push(`${isOnView ? "show" : "hide"} own${view ? ` ${view}` : ""}`),
		write: (address, isNew) => happened.push(`${isNew ? "push" : "replace"} ${address}`),
		replaceOwn: (target) => happened.push(`reload ${target}`),
	});
	pages.list([PI, BENCH, SHED]);
	const since = (): string[] => happened.splice(0);
	const frame = (id: string): TargetFrame => frames.get(id) as TargetFrame;
	return { pages, since, frame };
}

describe("TargetPages", () => {
	it("opens a page once, then only shows it, at the view that was on", () => {
		const { pages, since } = fakeWindow();
		pages.turnTo("bench", "pins");
		expect(since()).toEqual(["hide own", "push #/bench/pins", "open bench pins"]);
		pages.turnTo("pi", "waves");
		expect(since()).toEqual(["hide bench", "show own waves"]);
		pages.turnTo("bench", "scope");
		expect(since()).toEqual(["hide own", "push #/bench/scope", "show bench", "bench to scope"]);
		pages.turnTo("bench", "pins");
		expect(since()).toEqual([]);
	});

	it("follows the history without adding to it", () => {
		const { pages, since } = fakeWindow();
		pages.turnTo("bench", "pins");
		pages.turnTo("pi", "pins", true);
		since();
		pages.turnTo("bench", "scope", true);
		expect(since()).toEqual(["hide own", "show bench"]);
	});

	it("listens to the page on view only", () => {
		const { pages, since, frame } = fakeWindow();
		pages.turnTo("bench", "pins");
		pages.turnTo("shed", "pins");
		since();
		pages.hear(frame("bench"), { gpioscope: "address", address: "#/bench/scope" });
		pages.hear(frame("bench"), { gpioscope: "turn", target: "pi", view: "scope" });
		expect(since()).toEqual([]);
		pages.hear(frame("shed"), { gpioscope: "address", address: "#/shed/scope" });
		pages.hear(frame("shed"), { gpioscope: "turn", target: "bench", view: "scope" });
		expect(since()).toEqual([
			"replace #/shed/scope",
			"hide shed",
			"push #/bench/scope",
			"show bench",
			"bench to scope",
		]);
	});

	it("tells a page that was left before it had loaded", () => {
		const { pages, since, frame } = fakeWindow();
		pages.turnTo("bench", "pins");
		pages.turnTo("pi", "pins");
		since();
		pages.loaded(frame("bench"));
		expect(since()).toEqual(["hide bench"]);
	});

	it("leaves a Pi that is gone", () => {
		const { pages, since } = fakeWindow();
		pages.turnTo("bench", "pins");
		since();
		pages.list([PI, SHED]);
		expect(since()).toEqual(["hide bench", "show own pins", "remove bench"]);
		expect(pages.shown).toBe("pi");
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
