import type { PinFacts, TargetFacts } from "@gpioscope/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { connectionStore } from "../../stores/connectionStore.ts";
import { pinsStore, updatePins } from "../../stores/pinsStore.ts";

interface Sent {
	readonly command: string;
	readonly args: object;
	readonly answer: () => void;
	readonly fail: (error: Error) => void;
}

const { sent, captureStore } = await vi.hoisted(async () => {
	const { createStore } = await import("zustand/vanilla");
	return {
		sent: [] as Sent[],
		captureStore: createStore(() => ({ level: 0, known: 0xffff_ffff, changesPerSecond: [] })),
	};
});

vi.mock("../../bridge/index.ts", () => ({
	captureStore,
	bridge: {
		call: (command: string, args: object) =>
			new Promise<void>((answer, fail) => {
				sent.push({ command, args, answer: () => answer(), fail });
			}),
	},
}));

const { pinActivityStore } = await import("./pinActivityStore.ts");
const { changePin, movePin, slidePin, touchPin } = await import("./sendPin.ts");
const { undoPins } = await import("../../actions/pins/undoPins.ts");
const { undoStore } = await import("../../actions/pins/undoStore.ts");
const { uiStore } = await import("../../stores/uiStore.ts");

const output: PinFacts = { gpio: 17, mode: 1, drive: { kind: "level" } };
const settle = () => new Promise((resolve) => setTimeout(resolve));
const last = () => sent[sent.length - 1]!;

beforeEach(() => {
	sent.length = 0;
	pinActivityStore.setState({ errors: {}, pending: {} });
	undoStore.setState({ steps: [] });
	pinsStore.setState({ pins: {} });
	updatePins([output]);
	const state = { kind: "live", epoch: 1, version: 79, revision: 0xa02082, since: 0 } as const;
	connectionStore.setState({ socket: { kind: "open" }, target: { state } as TargetFacts });
});

describe("changePin", () => {
	it("is pending until the daemon has answered, and can be taken back", async () => {
		const done = changePin({ command: "write", args: { gpio: 17, level: 1 } });
		expect(pinActivityStore.getState().pending[17]).toBe(1);
		last().answer();
		await done;
		expect(pinActivityStore.getState().pending[17]).toBe(0);
		expect(undoStore.getState().steps.map((step) => step.label)).toEqual(["GPIO 17 low → high"]);
		void undoPins();
		expect(last()).toMatchObject({ command: "write", args: { gpio: 17, level: 0 } });
		expect(undoStore.getState().steps).toEqual([]);
	});

	it("is not taken back from whoever changed the pin since, unless they have left", async () => {
		const author = { session: "bob", pigs: "w 17 1", at: 0 };
		const undo = async (changedBy: PinFacts["changedBy"]) => {
			const done = changePin({ command: "write", args: { gpio: 17, level: 1 } });
			last().answer();
			await done;
			updatePins([{ ...output, changedBy }]);
			const before = sent.length;
			void undoPins();
			expect(undoStore.getState().steps).toEqual([]);
			return sent.length - before;
		};
		connectionStore.setState({ sessionId: "ann" });
		expect(await undo(author)).toBe(0);
		expect(await undo({ ...author, session: "other program", pigs: "" })).toBe(0);
		expect(await undo({ ...author, left: true })).toBe(1);
		expect(await undo({ ...author, session: "ann" })).toBe(1);
	});

	it("is not taken back from another daemon", async () => {
		const done = changePin({ command: "write", args: { gpio: 17, level: 1 } });
		last().answer();
		await done;
		const { target } = connectionStore.getState();
		connectionStore.setState({ target: { ...target, state: { ...target?.state, epoch: 2 } } as TargetFacts });
		expect(undoStore.getState().steps).toEqual([]);
	});

	it("tells in the row why it failed and leaves nothing to undo", async () => {
		const done = changePin({ command: "write", args: { gpio: 17, level: 1 } });
		last().fail(Object.assign(new Error("No."), { remedy: "Ask again." }));
		await done;
		expect(pinActivityStore.getState().errors[17]).toBe("No. Ask again.");
		expect(undoStore.getState().steps).toEqual([]);
	});

	it("stops a series at its first failure", async () => {
		const done = changePin(
			{ command: "setServo", args: { gpio: 17, pulseWidth: 0 } },
			{ command: "setMode", args: { gpio: 17, mode: 0 } },
		);
		last().fail(new Error("No."));
		await done;
		expect(sent).toHaveLength(1);
	});
});

describe("slidePin", () => {
	it("has one command on its way and one step of undo for the whole gesture", async () => {
		for (const dutyCycle of [10, 20, 30]) slidePin({ command: "setPwm", args: { gpio: 17, dutyCycle } });
		expect(sent.map(({ args }) => args)).toEqual([{ gpio: 17, dutyCycle: 10 }]);
		last().answer();
		await settle();
		expect(last().args).toEqual({ gpio: 17, dutyCycle: 30 });
		last().answer();
		await settle();
		expect(sent).toHaveLength(2);
		expect(undoStore.getState().steps.map((step) => step.label)).toEqual(["GPIO 17 low → PWM"]);
	});
});

describe("movePin", () => {
	it("keeps no page armed, as nobody's hand is there", () => {
		const armedAt = Date.now() - 1000;
		uiStore.setState({ armedAt });
		movePin({ command: "setServo", args: { gpio: 18, pulseWidth: 1500 } });
		expect(uiStore.getState().armedAt).toBe(armedAt);
		slidePin({ command: "setServo", args: { gpio: 18, pulseWidth: 1510 } });
		expect(uiStore.getState().armedAt).toBeGreaterThan(armedAt);
	});
});

describe("touchPin", () => {
	it("is no change to take back", async () => {
		const done = touchPin({ command: "write", args: { gpio: 17, level: 1 } });
		last().answer();
		await done;
		expect(undoStore.getState().steps).toEqual([]);
	});
});
