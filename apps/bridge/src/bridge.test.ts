import { afterEach, describe, expect, it } from "vitest";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

describe("a session", () => {
	it("is greeted with what there is", async () => {
		const { at } = await bench.bridge({ bench: "default" });
		const viewer = await bench.viewer(at);
		expect(viewer.messages[0]).toMatchObject({
			op: "hello",
			protocol: "gpioscope.v1",
			role: "operator",
			capabilities: [],
			targets: [{ id: "pi", name: "Simulated Pi", simulated: true, names: expect.any(Object) }],
		});
	});

	it("runs commands and hears pigpio's own name when one is refused", async () => {
		const viewer = await bench.viewer((await bench.bridge()).at);
		expect(await viewer.call("write", { gpio: 5, level: 1 })).toMatchObject({ op: "result", result: 0 });
		expect(await viewer.call("read", { gpio: 5 })).toMatchObject({ op: "result", result: 1 });
		expect(await viewer.call("write", { gpio: 28, level: 1 })).toMatchObject({
			op: "error",
			code: "gpioNotPermitted",
			message: "pigpiod does not allow GPIO 28 on this board (PI_NOT_PERMITTED).",
			pigpioName: "PI_NOT_PERMITTED",
		});
	});

	it.each([
		["an unknown command", "blink", {}, "unknownCommand"],
		["a value out of range", "setServo", { gpio: 4, pulseWidth: 3000 }, "invalidArgument"],
		["a missing argument", "write", { gpio: 4 }, "invalidArgument"],
		["an argument too many", "read", { gpio: 4, level: 1 }, "invalidArgument"],
		["a program on the Pi", "runShell", { call: { name: "x", text: "" } }, "commandDisabled"],
		["a custom function", "callCustom1", { first: 1, second: 2, data: { hex: "" } }, "commandDisabled"],
		["a file", "openFile", { mode: 1, name: "/tmp/x" }, "commandDisabled"],
		["a script that runs a program", "storeScript", { text: "sys x" }, "commandDisabled"],
		["one that says so behind a number", "storeScript", { text: "mils 1SYS x" }, "commandDisabled"],
		["one that says so behind a letter", "storeScript", { text: "m 4 wsys x" }, "commandDisabled"],
		["a script that sets internals", "storeScript", { text: "CSI 1" }, "commandDisabled"],
		["a script that makes waves", "storeScript", { text: "tag 1 wvcre jmp 1" }, "commandDisabled"],
		["a script that ends reports", "storeScript", { text: "nc 0" }, "commandDisabled"],
		["reports on the command connection", "openNotification", {}, "commandDisabled"],
		["a prototype's name", "toString", {}, "unknownCommand"],
	])("is refused %s", async (_, command, args, code) => {
		const viewer = await bench.viewer((await bench.bridge()).at);
		expect(await viewer.call(command, args)).toMatchObject({ op: "error", code, remedy: expect.any(String) });
	});

	it("may store a script that only drives pins", async () => {
		const viewer = await bench.viewer((await bench.bridge()).at);
		const text = "tag 1 w 5 1 mils 10 w 5 0 mils 10 p 6 128 pfs 6 800 inr v0 jmp 1";
		expect(await viewer.call("storeScript", { text })).toMatchObject({ op: "result", result: 0 });
	});

	it("hears what was wrong with a message, and stays", async () => {
		const viewer = await bench.viewer((await bench.bridge()).at);
		viewer.socket.send("{");
		viewer.socket.send(Buffer.from([1, 2, 3]));
		await viewer.until(() => viewer.messages.filter(({ op }) => op === "error").length === 2);
		expect(await viewer.ask({ op: "explode" })).toMatchObject({ op: "error", code: "unknownOperation" });
		expect(await viewer.ask({ op: "subscribe", target: "no" })).toMatchObject({ code: "unknownTarget" });
		expect(await viewer.ask({ op: "ping" })).toMatchObject({ op: "result" });
	});

	it("gets blocks that begin with the true levels and go on while nothing happens", async () => {
		const { bridge, at } = await bench.bridge();
		await bridge.target.pi.write({ gpio: 17, level: 1 });
		const viewer = await bench.viewer(at);
		expect(await viewer.subscribe()).toMatchObject({ op: "result" });
		await viewer.until(() => viewer.blocks.length > 5);
		const times = viewer.blocks.map(({ baseTime, endTime }) => [baseTime, endTime]);
		// Without a hole; late reports may make a block begin before the end of the one before it.
		for (let i = 1; i < times.length; i++) expect(times[i]?.[0]).toBeLessThanOrEqual(times[i - 1]?.[1] ?? 0);
		const last = viewer.blocks.at(-1);
		expect(((last?.firstLevel ?? 0) >>> 17) & 1).toBe(1);
	});

	it("sees an edge at the time it happened", async () => {
		const { at } = await bench.bridge();
		const viewer = await bench.viewer(at);
		await viewer.subscribe();
		await viewer.call("write", { gpio: 17, level: 1 });
		await viewer.call("write", { gpio: 17, level: 0 });
		const edges = () =>
			viewer.blocks.flatMap(({ baseTime, times, levels, count, firstLevel }) =>
				Array.from({ length: count }, (_, i) => ({
					time: baseTime + (times[i] ?? 0),
					mask: ((i === 0 ? firstLevel : (levels[i - 1] ?? 0)) ^ (levels[i] ?? 0)) >>> 0,
				})).filter(({ mask }) => mask === 1 << 17),
			);
		await viewer.until(() => edges().length === 2);
		const [rise, fall] = edges();
		expect((fall?.time ?? 0) - (rise?.time ?? 0)).toBeGreaterThan(0);
		expect((fall?.time ?? 0) - (rise?.time ?? 0)).toBeLessThan(1_000_000);
	});

	it("hears of pins, who changed them, and of others' commands", async () => {
		const { at } = await bench.bridge();
		const [ann, bob] = [await bench.viewer(at), await bench.viewer(at)];
		await bob.subscribe();
		await ann.call("setPwm", { gpio: 18, dutyCycle: 64 });
		const { sessionId } = await ann.hear("hello");
		const { pins } = await bob.hear("pins", ({ pins }) => pins.some(({ drive }) => drive.kind === "pwm"));
		expect(pins).toMatchObject([
			{
				gpio: 18,
				mode: 1,
				drive: { kind: "pwm", dutyCycle: 64, range: 255, realRange: 250, frequency: 800 },
				changedBy: { session: sessionId, pigs: "p 18 64" },
			},
		]);
		expect(await bob.hear("log")).toMatchObject({
			entry: { session: sessionId, pigs: "p 18 64", result: 0 },
		});
	});
});
