import type { PinFacts, TargetFacts } from "@gpioscope/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { connectionStore } from "../../stores/connectionStore.ts";
import { pinsStore, updatePins } from "../../stores/pinsStore.ts";
import { setArmed } from "../../stores/uiStore.ts";

const { sent, captureStore } = await vi.hoisted(async () => {
	const { createStore } = await import("zustand/vanilla");
	return {
		sent: [] as { readonly command: string; readonly args: object }[],
		captureStore: createStore(() => ({ level: 0, known: 0xffff_ffff, changesPerSecond: [] })),
	};
});

vi.mock("../../bridge/index.ts", () => ({
	captureStore,
	bridge: { call: async (command: string, args: object) => void sent.push({ command, args }) },
}));

const { pinActivityStore } = await import("./pinActivityStore.ts");
const { holdPin, pressPad, requestChange } = await import("./pinGestures.ts");

const pin = (gpio: number, rest: Partial<PinFacts> = {}): PinFacts => ({
	gpio,
	mode: 0,
	drive: { kind: "none" },
	...rest,
});
const output = { mode: 1, drive: { kind: "level" } } as const;
const question = () => pinActivityStore.getState().question;
const answer = (label: string) =>
	question()
		?.answers.find((each) => each.label === label)
		?.run();
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
	sent.length = 0;
	pinActivityStore.setState({ errors: {}, pending: {}, question: undefined });
	pinsStore.setState({ pins: {} });
	updatePins([
		pin(2),
		pin(17, output),
		pin(18, { ...output, locked: true }),
		pin(27, { ...output, drive: { kind: "servo", pulseWidth: 1500 } }),
	]);
	const state = { kind: "live", epoch: 1, version: 79, revision: 0xa02082, since: 0 } as const;
	connectionStore.setState({
		socket: { kind: "open" },
		target: { id: "pi", simulated: true, state } as TargetFacts,
	});
	setArmed(true);
});

describe("a click on a pad", () => {
	it("toggles an output", async () => {
		pressPad(17);
		await settle();
		expect(sent).toEqual([{ command: "write", args: { gpio: 17, level: 1 } }]);
	});

	it("only selects in view only, and tells of a lock", () => {
		pressPad(18);
		expect(pinActivityStore.getState().errors[18]).toMatch(/^GPIO 18 is locked/);
		setArmed(false);
		pressPad(17);
		expect(sent).toEqual([]);
	});

	it("asks before it makes an input an output, with what is to be known", async () => {
		pressPad(2);
		expect(question()?.text).toBe(
			"GPIO 2 has a fixed 1.8 kΩ pull-up; low draws 1.8 mA. Make GPIO 2 an output? It is low now.",
		);
		expect(sent).toEqual([]);
		answer("Output high");
		await settle();
		expect(sent).toEqual([{ command: "write", args: { gpio: 2, level: 1 } }]);
	});
});

describe("a question", () => {
	it("is gone with the arm switch, and does not come back with it", () => {
		pressPad(2);
		expect(question()).toBeDefined();
		setArmed(false);
		expect(question()).toBeUndefined();
		setArmed(true);
		expect(question()).toBeUndefined();
	});

	it("is asked before a foreign servo is stopped, but not for a pull, which stops nothing", async () => {
		requestChange("inspector", { command: "write", args: { gpio: 27, level: 0 } });
		expect(question()?.text).toMatch(/^GPIO 27 is driven by another program \(Servo/);
		pinActivityStore.setState({ question: undefined });
		requestChange("inspector", { command: "setPull", args: { gpio: 27, pull: 2 } });
		await settle();
		expect(question()).toBeUndefined();
		expect(sent).toEqual([{ command: "setPull", args: { gpio: 27, pull: 2 } }]);
	});
});

describe("holding a pad", () => {
	it("inverts an output until it is let go, in view only as well", async () => {
		const letGo = holdPin(17);
		setArmed(false);
		letGo?.();
		await settle();
		expect(sent.map(({ args }) => args)).toEqual([
			{ gpio: 17, level: 1 },
			{ gpio: 17, level: 0 },
		]);
	});

	it("does nothing to what is driven otherwise, locked, or no output", () => {
		expect([27, 18, 2].map((gpio) => holdPin(gpio))).toEqual([undefined, undefined, undefined]);
		expect(sent).toEqual([]);
	});
});
