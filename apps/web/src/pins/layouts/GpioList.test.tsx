// @vitest-environment happy-dom
import { boardOf } from "@gpioscope/logic";
import { act } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { connectionStore } from "../../stores/connectionStore.ts";
import { pinsStore, updatePins } from "../../stores/pinsStore.ts";
import { Mounted } from "../../testing/mount.tsx";

vi.mock("../../bridge/index.ts", () => ({
	captureStore: createStore(() => ({ level: 0, known: 0xffff_ffff, changesPerSecond: [] })),
	bridge: { call: async () => 1 << (47 - 32) },
	client: {},
}));
vi.mock("../spark/sparkFeed.ts", () => ({ showSpark: () => () => {} }));

const { GpioList } = await import("./GpioList.tsx");
const { pinsViewStore } = await import("../pinsViewStore.ts");

const pi3 = boardOf(0xa02082);
let page: Mounted;
const gpios = () =>
	[...page.root.querySelectorAll("[role=gridcell]")].map((cell) => Number(cell.getAttribute("data-gpio")));
const cellOf = (gpio: number) => page.root.querySelector(`[data-gpio="${gpio}"]`);
const rowOf = (gpio: number) => cellOf(gpio)?.textContent ?? "";

beforeEach(() => {
	const state = { kind: "live", epoch: 1, version: 79, revision: pi3.revision, since: 0 } as const;
	connectionStore.setState({
		socket: { kind: "open" },
		target: { id: "pi", simulated: true, state } as never,
	});
	pinsStore.setState({ pins: {} });
	updatePins([{ gpio: 40, mode: 4, drive: { kind: "none" } }]);
	pinsViewStore.setState({ query: "", showsInner: false });
	page = new Mounted(<GpioList board={pi3} compact={false} />);
});
afterEach(() => page.unmount());

it("has the GPIOs of the header, and those inside the board when asked", async () => {
	expect(gpios()).toEqual(pi3.gpios);
	await act(async () => page.button("Inside the board: 26 GPIOs").click());
	expect(gpios()).toEqual(Array.from({ length: 54 }, (_, gpio) => gpio));
	// Of GPIO 32 and up no reports come, so there is no trace to draw.
	expect([31, 34].map((gpio) => cellOf(gpio)?.querySelector("canvas") !== null)).toEqual([true, false]);
	expect(rowOf(40)).toContain("PWM0");
	expect(rowOf(47)).toContain("not permitted");
	expect(page.root.querySelector('[data-pad="47"]')?.getAttribute("data-level")).toBe("high");
	expect(page.root.querySelector('[data-pad="46"]')?.getAttribute("data-level")).toBe("low");
});

it("finds those inside the board, too, and says when none answers", () => {
	act(() => pinsViewStore.setState({ query: "gpio 47" }));
	expect(gpios()).toEqual([]);
	page.click(page.button("Inside the board: 1 GPIO"));
	expect(gpios()).toEqual([47]);
	act(() => pinsViewStore.setState({ query: "gpio 54" }));
	expect(page.root.textContent).toContain("No GPIO answers");
});
