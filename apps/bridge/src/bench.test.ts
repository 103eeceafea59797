import type { BenchFacts } from "@gpioscope/protocol";
import { afterEach, describe, expect, it } from "vitest";
import { BenchSeat } from "./sessions/BenchSeat.ts";
import { TestBench } from "./testing/TestBench.ts";
import type { TestViewer } from "./testing/TestViewer.ts";

const bench = new TestBench();
afterEach(() => bench.close());

const ask = (viewer: TestViewer, operation: Record<string, unknown>) =>
	viewer.ask({ op: "bench", target: "pi", operation });

async function devicesOf(viewer: TestViewer): Promise<BenchFacts["devices"]> {
	const answer = await ask(viewer, { op: "devices" });
	return answer.op === "result" ? (answer.result as BenchFacts).devices : [];
}

describe("the virtual bench", () => {
	it("is told to a page, which presses a button and sees the pin change", async () => {
		const { bridge, at } = await bench.bridge({ bench: "default" });
		const viewer = await bench.viewer(at);
		const button = (await devicesOf(viewer)).find(({ kind }) => kind === "button");
		expect(button).toMatchObject({ name: "Button", gpios: { contact: 17 } });
		const board = bridge.found.simulator?.board;
		const low = new Promise<void>((resolve) => {
			board?.onLevel(17, (level) => level === 0 && resolve());
		});
		expect(await ask(viewer, { op: "press", device: "Button", control: "press" })).toMatchObject({
			op: "result",
			result: {},
		});
		await low;
	});

	it("tells subscribers what others change, and nobody else", async () => {
		const { at } = await bench.bridge({ bench: "default" });
		const ann = await bench.viewer(at);
		const bob = await bench.viewer(at);
		const devices = await devicesOf(ann);
		const settable = devices.flatMap(({ name, controls }) =>
			controls.flatMap((control) =>
				control.kind === "number" ? [{ device: name, control: control.name, value: control.max }] : [],
			),
		)[0];
		if (settable === undefined) throw new Error("the default bench has nothing to set");
		expect(await ask(ann, { op: "subscribe" })).toMatchObject({ result: { devices: expect.any(Array) } });
		await ask(bob, { op: "set", ...settable });
		const { event } = await ann.hear(
			"benchEvent",
			({ event: heard }) =>
				heard.event === "values" &&
				heard.values.some(
					({ device, control }) => device === settable.device && control === settable.control,
				),
		);
		expect(event).toMatchObject({ values: expect.arrayContaining([settable]) });
		expect(bob.messages.some(({ op }) => op === "benchEvent")).toBe(false);
	});

	it.each([
		[{ op: "restartDaemon" }, "benchRefused", "restartDaemon is not for pages."],
		[{ op: "load", bench: "none" }, "benchRefused", "load is not for pages."],
		[{ op: "press", device: "Nobody", control: "press" }, "benchRefused", 'There is no device "Nobody"'],
		[{ op: "shout" }, "malformed", 'There is no operation "shout".'],
		[{ op: "glitch", gpio: 99, level: 0, micros: 5 }, "malformed", "gpio: more than 53."],
	])("refuses %j", async (operation, code, message) => {
		const viewer = await bench.viewer((await bench.bridge({ bench: "default" })).at);
		expect(await ask(viewer, operation)).toMatchObject({
			op: "error",
			code,
			message: expect.stringContaining(message),
			remedy: expect.any(String),
		});
	});

	it("is not there on a real Pi", async () => {
		const viewer = await bench.viewer((await bench.fake()).at);
		expect(await ask(viewer, { op: "devices" })).toMatchObject({
			op: "error",
			code: "noBench",
			message: expect.stringContaining("Only the simulated Pi"),
		});
	});

	it("may be watched but not moved by those who only watch", async () => {
		const { bridge } = await bench.bridge({ bench: "default" });
		const control = bridge.found.simulator?.control;
		if (control === undefined) throw new Error("there is no simulator");
		const seat = new BenchSeat(control, "viewer", () => {});
		expect(await seat.perform({ op: "devices" })).toMatchObject({ name: "Default bench" });
		await expect(seat.perform({ op: "press", device: "Button", control: "press" })).rejects.toThrow(
			"only watch",
		);
	});
});
