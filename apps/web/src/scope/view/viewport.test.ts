import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import type { ViewMode } from "./surroundings.ts";
import { spanOf } from "./timeView.ts";
import { Viewport } from "./viewport.ts";

function setUp({
	edge = (now: number): number | undefined => now * 1000,
	reduced = false,
	openIdle = (_time: number): void => undefined,
} = {}) {
	const store = createStore(() => ({
		mode: "live" as ViewMode,
		behindLive: 0,
		division: 100_000,
	}));
	const viewport = new Viewport({
		store,
		edge,
		bounds: () => ({ first: 0, last: 100e6 }),
		playCentre: (now) => now * 10,
		tick: () => 1,
		reducedMotion: () => reduced,
		openIdle,
	});
	viewport.resize(800);
	return { store, viewport };
}

describe("viewport", () => {
	it("shows 40 pixels a division at first", () => {
		expect(spanOf(setUp().viewport.view)).toBe(2e6);
	});

	it("follows the newest data", () => {
		const { viewport } = setUp();
		viewport.advance(5000);
		expect(viewport.view.to).toBe(5e6);
		viewport.advance(5016);
		expect(viewport.view.to).toBe(5.016e6);
	});

	it("stands still before there is data", () => {
		const { viewport } = setUp({ edge: () => undefined });
		expect(viewport.advance(5000)).toBe(false);
	});

	it("pauses when dragged and stays where it is put", () => {
		const { viewport, store } = setUp();
		viewport.advance(5000);
		viewport.grab(100, 0);
		viewport.drag(40, 140, 500);
		expect(store.getState().mode).toBe("paused");
		expect(viewport.view.to).toBeCloseTo(4.9e6);
		viewport.release(5900);
		expect(viewport.advance(6000)).toBe(false);
	});

	it("goes live again when dragged past the newest data", () => {
		const { viewport, store } = setUp();
		viewport.advance(5000);
		viewport.grab(400, 5000);
		viewport.drag(-100, 300, 5100);
		viewport.release(5100);
		expect(store.getState().mode).toBe("live");
	});

	it("glides on after a throw and comes to rest", () => {
		const { viewport } = setUp();
		viewport.advance(50_000);
		viewport.grab(100, 50_000);
		for (let step = 1; step <= 5; step++) viewport.drag(20, 100 + step * 20, 50_000 + step * 16);
		const thrown = viewport.view.to;
		viewport.release(50_080);
		let now = 50_096;
		while (viewport.moving && now < 60_000) {
			viewport.advance(now);
			now += 16;
		}
		expect(viewport.view.to).toBeLessThan(thrown);
		expect(now).toBeLessThan(53_000);
	});

	it("keeps the right edge when zooming live, the pointer's time when paused", () => {
		const { viewport } = setUp();
		viewport.advance(5000);
		viewport.zoom(0.5, 100);
		expect(viewport.view.to).toBe(5e6);
		viewport.pan(-100);
		const time = viewport.timeAt(200);
		viewport.zoom(0.5, 200);
		expect(viewport.timeAt(200)).toBeCloseTo(time);
	});

	it("publishes the division that fits the zoom", () => {
		const { viewport, store } = setUp();
		viewport.setDivision(1000);
		expect(store.getState().division).toBe(1000);
		expect(spanOf(viewport.view)).toBeCloseTo(20_000);
	});

	it("reaches near places in a short movement, far ones at once", () => {
		const { viewport } = setUp();
		viewport.advance(50_000);
		viewport.show({ from: 47e6, to: 49e6 }, 0);
		viewport.advance(100);
		expect(viewport.view.from).toBeGreaterThan(47e6);
		viewport.advance(250);
		expect(viewport.view).toEqual({ from: 47e6, to: 49e6 });
		expect(viewport.moving).toBe(false);
		viewport.show({ from: 1e6, to: 3e6 }, 300);
		expect(viewport.view).toEqual({ from: 1e6, to: 3e6 });
	});

	it("does not move what is in sight", () => {
		const { viewport } = setUp({ reduced: true });
		viewport.show({ from: 10e6, to: 12e6 });
		viewport.reveal(11e6);
		expect(viewport.view.from).toBe(10e6);
		viewport.reveal(20e6);
		expect(viewport.view.from).toBe(19e6);
	});

	it("tells how far it is behind while paused, in tenths of a second", () => {
		const { viewport, store } = setUp();
		viewport.advance(5000);
		store.setState({ mode: "paused" });
		viewport.noteBehind(6234);
		expect(store.getState().behindLive).toBe(1.2e6);
	});

	it("has the played moment in its middle, zooms around it, and stays there when paused", () => {
		const { viewport, store } = setUp();
		store.setState({ mode: "play" });
		viewport.advance(1_000_000);
		expect(viewport.timeAt(400)).toBe(10e6);
		viewport.zoom(0.5, 100);
		expect(viewport.timeAt(400)).toBe(10e6);
		expect(viewport.moving).toBe(true);
		viewport.pan(0);
		expect(store.getState().mode).toBe("paused");
		viewport.advance(2_000_000);
		expect(viewport.timeAt(400)).toBe(10e6);
	});

	it("keeps its scale when resized", () => {
		const { viewport } = setUp();
		viewport.advance(5000);
		viewport.resize(400);
		expect(viewport.view).toEqual({ from: 4e6, to: 5e6 });
	});

	describe("with breaks", () => {
		const breaks = [
			{ from: 10e6, to: 20e6 },
			{ from: 40e6, to: 90e6 },
		];

		function paused() {
			const made = setUp({ reduced: true });
			made.store.setState({ mode: "paused" });
			made.viewport.show({ from: 0, to: 100e6 });
			made.viewport.fold(breaks, { kind: "edges" });
			return made;
		}

		it("shows the same time on a finer scale, and as before when nothing is collapsed any more", () => {
			const { viewport } = paused();
			expect(viewport.view.from).toBeCloseTo(0, 3);
			expect(viewport.view.to).toBeCloseTo(100e6, 3);
			// 40 s in 800 pixels less two bands.
			expect(viewport.scale).toBeCloseTo(40e6 / (800 - 48), 6);
			viewport.fold([], { kind: "edges" });
			expect(viewport.view.from).toBeCloseTo(0, 3);
			expect(viewport.scale).toBeCloseTo(100e6 / 800, 6);
		});

		it("keeps scale and one time's pixel when breaks come by themselves", () => {
			const { viewport } = paused();
			const { scale } = viewport;
			const pixel = viewport.pixelOf(30e6);
			viewport.fold([...breaks, { from: 92e6, to: 99e6 }], { kind: "time", time: 30e6 });
			expect(viewport.scale).toBeCloseTo(scale, 9);
			expect(viewport.pixelOf(30e6)).toBeCloseTo(pixel, 6);
		});

		it("pans evenly over a break, and zooms around what is under the pointer", () => {
			const { viewport } = paused();
			viewport.zoom(0.25, viewport.pixelOf(5e6));
			const pixel = viewport.pixelOf(9e6);
			viewport.pan(100);
			expect(viewport.pixelOf(9e6)).toBeCloseTo(pixel - 100, 6);
			expect(viewport.pixelOf(20e6) - viewport.pixelOf(10e6)).toBeCloseTo(24, 6);
			const time = viewport.timeAt(300);
			viewport.zoom(0.5, 300);
			expect(viewport.timeAt(300)).toBeCloseTo(time, 0);
		});

		it("fits with a margin of the picture, and finds times beyond a break near", () => {
			const { viewport } = paused();
			viewport.show(viewport.fitted(0, 100e6));
			expect(viewport.pixelOf(0)).toBeCloseTo((800 * 0.02) / 1.04, 3);
			viewport.zoom(0.2, viewport.pixelOf(39e6));
			viewport.showTime(39e6);
			viewport.reveal(91e6);
			// The time was in sight: nothing moved.
			expect(viewport.pixelOf(39e6)).toBeCloseTo(400, 3);
		});

		it("shows time as it passes when live or playing", () => {
			const { viewport, store } = paused();
			store.setState({ mode: "live" });
			expect(viewport.place.map.isStraight).toBe(true);
			expect(viewport.scale).toBeCloseTo(100e6 / 800, 6);
			viewport.fold(breaks, { kind: "edges" });
			expect(viewport.place.map.isStraight).toBe(true);
		});

		it("moves to another scale through right places only", () => {
			const { viewport, store } = setUp();
			store.setState({ mode: "paused" });
			viewport.hold({ from: 0, to: 100e6 });
			viewport.fold(breaks, { kind: "edges" });
			viewport.show({ from: 5e6, to: 95e6 }, 0);
			for (const now of [0, 50, 100, 150]) {
				viewport.advance(now);
				const { from, to } = viewport.view;
				expect(viewport.pixelOf(from)).toBeCloseTo(0, 6);
				expect(viewport.pixelOf(to)).toBeCloseTo(800, 6);
				expect(viewport.pixelOf(20e6) - viewport.pixelOf(10e6)).toBeCloseTo(24, 3);
			}
			viewport.advance(250);
			expect(viewport.view.from).toBeCloseTo(5e6, 0);
			expect(viewport.view.to).toBeCloseTo(95e6, 0);
		});

		it("asks for a break to be opened when a part of it is wanted", () => {
			const asked: number[] = [];
			const { viewport, store } = setUp({ reduced: true, openIdle: (time) => asked.push(time) });
			store.setState({ mode: "paused" });
			viewport.fold(breaks, { kind: "edges" });
			viewport.show({ from: 50e6, to: 60e6 });
			expect(asked).toEqual([55e6]);
		});
	});
});
