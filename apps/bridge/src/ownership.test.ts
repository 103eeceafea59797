import { type CreatedWave, encodeResponse, type RequestFrame } from "@gpioscope/protocol";
import { afterEach, describe, expect, it } from "vitest";
import { TestBench } from "./testing/TestBench.ts";
import type { TestViewer } from "./testing/TestViewer.ts";

/** Mode of the GPIOs that a peripheral of that number has. */
const ALT3 = 7;

const bench = new TestBench();
afterEach(() => bench.close());

async function two() {
	const { bridge, at } = await bench.bridge();
	return { bridge, at, ann: await bench.viewer(at), bob: await bench.viewer(at) };
}

const square = (gpio: number, half = 500, count = 1) =>
	Array.from({ length: count }, () => [
		[2 ** gpio, 0, half],
		[0, 2 ** gpio, half],
	]).flat();

const create = (viewer: TestViewer, pulses: number[][]) =>
	viewer.ask({ op: "createWave", target: "pi", pulses });

describe("waves", () => {
	it("are made in one transaction and counted", async () => {
		const { ann } = await two();
		expect(await create(ann, square(17, 500, 10))).toMatchObject({
			result: { wave: 0, pulses: 20, controlBlocks: 48, micros: 10_000 },
		});
	});

	it("larger than one request are sent in parts", async () => {
		const { ann, bridge } = await two();
		const answer = await create(ann, square(17, 2, 5900));
		expect(answer).toMatchObject({ result: { pulses: 11_800, controlBlocks: 23_601, micros: 23_600 } });
		expect(bridge.target.waves.maskOf(0)).toBe(1 << 17);
	});

	it("of two sessions at once do not mix", async () => {
		const { ann, bob } = await two();
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, i) => create(i % 2 === 0 ? ann : bob, square(17, 100, i + 1))),
		);
		const waves = answers.map((answer) =>
			answer.op === "result" ? (answer.result as CreatedWave) : undefined,
		);
		expect(waves.map((wave) => wave?.micros)).toEqual(answers.map((_, i) => 200 * (i + 1)));
		expect(new Set(waves.map((wave) => wave?.wave)).size).toBe(20);
	});

	it("under construction by single commands keep others away until created", async () => {
		const { ann, bob } = await two();
		await ann.call("newWave");
		await ann.call("addPulses", { pulses: [{ on: 1 << 17, off: 0, delay: 100 }] });
		for (const refused of [
			await bob.call("newWave"),
			await bob.call("addPulses", { pulses: [] }),
			await create(bob, square(4)),
		]) {
			expect(refused).toMatchObject({
				op: "error",
				code: "waveBusy",
				message: "Another session is building a wave.",
			});
		}
		expect(await ann.call("createWave")).toMatchObject({ result: 0 });
		expect(await bob.call("newWave")).toMatchObject({ result: 0 });
	});

	it("under construction give the turn back when their session leaves", async () => {
		const { ann, bob } = await two();
		await ann.call("newWave");
		await ann.close();
		await bob.hear("viewers", ({ count }) => count === 1);
		expect(await bob.call("newWave")).toMatchObject({ result: 0 });
	});

	it("are never more than 250: the session's own idle ones make room", { timeout: 60_000 }, async () => {
		const { ann } = await two();
		const numbers: unknown[] = [];
		for (let i = 0; i < 260; i++) {
			// Sizes differ, so that no space is reused by chance.
			const answer = await create(ann, square(17, 100, (i % 7) + 1));
			numbers.push(answer.op === "result" ? (answer.result as { wave: number }).wave : answer.code);
		}
		expect(numbers.every((wave) => typeof wave === "number" && wave < 250)).toBe(true);
	});

	it("of single commands are refused at the 251st", { timeout: 60_000 }, async () => {
		const { ann } = await two();
		for (let i = 0; i < 250; i++) {
			await ann.call("newWave");
			await ann.call("addPulses", { pulses: [{ on: 1 << 17, off: 0, delay: 1 }] });
			await ann.call("createWave");
		}
		expect(await ann.call("createWave")).toMatchObject({ op: "error", code: "waveLimit" });
	});
});

describe("clearing all waves", () => {
	it("is refused while others have some", async () => {
		const { ann, bob } = await two();
		await create(ann, square(17));
		expect(await bob.call("clearWaves")).toMatchObject({
			code: "foreignHandle",
			message: "A wave of another session would go too.",
		});
		expect(await ann.call("clearWaves")).toMatchObject({ result: 0 });
		expect(await bob.call("clearWaves")).toMatchObject({ result: 0 });
	});
});

describe("handles", () => {
	it("of another session are refused in words", async () => {
		const { daemon, at } = await bench.fake();
		daemon.script = ({ name }) => (name === "openSpi" ? 3 : undefined);
		const [ann, bob] = [await bench.viewer(at), await bench.viewer(at)];
		expect(await ann.call("openSpi", { channel: 0, baud: 50_000, flags: 0 })).toMatchObject({ result: 3 });
		expect(await bob.call("writeSpi", { handle: 3, data: { hex: "00" } })).toMatchObject({
			code: "foreignHandle",
			message: "Handle 3 belongs to another session.",
			remedy: "Ask it to let go, or wait until it leaves.",
		});
		expect(await ann.call("closeSpi", { handle: 3 })).toMatchObject({ result: 0 });
		expect(await bob.call("writeSpi", { handle: 3, data: { hex: "00" } })).toMatchObject({ result: 0 });
	});

	it("of the bridge's own reports are nobody's", async () => {
		const { at, bridge } = await bench.bridge();
		const ann = await bench.viewer(at);
		const handle = bridge.target.reportHandle;
		for (const command of ["pauseNotification", "closeNotification"]) {
			expect(await ann.call(command, { handle })).toMatchObject({
				code: "foreignHandle",
				message: `Handle ${handle} carries the reports of gpioscope itself.`,
			});
		}
	});

	it("and bit-bang ports are closed when their session leaves", async () => {
		const { daemon, at } = await bench.fake();
		daemon.script = ({ name }) => (name === "openSpi" ? 3 : undefined);
		const ann = await bench.viewer(at);
		await ann.call("openSpi", { channel: 0, baud: 50_000, flags: 0 });
		await ann.call("openBitBangSerial", { gpio: 15, baud: 9600, dataBits: 8 });
		await ann.close();
		expect((await daemon.waitFor("closeSpi")).frame.p1).toBe(3);
		expect((await daemon.waitFor("closeBitBangSerial")).frame.p1).toBe(15);
	});

	it("are joined by the one slave, which is its first user's until that ends it or leaves", async () => {
		const { ann, bob } = await two();
		const use = { control: 0x13_0305, data: { hex: "" } };
		await ann.call("transferBsc", use);
		await ann.call("transferBsc", use);
		expect(await bob.call("getMode", { gpio: 18 })).toMatchObject({ result: ALT3 });
		expect(await bob.call("transferBsc", use)).toMatchObject({
			code: "foreignHandle",
			message: "The I2C and SPI slave belongs to another session.",
		});
		await ann.close();
		await expect.poll(() => bob.call("getMode", { gpio: 18 })).toMatchObject({ result: 0 });
		expect(await bob.call("transferBsc", use)).toMatchObject({ op: "result" });
	});

	it("of files are read by who opened them; the log tells only how much", async () => {
		const { daemon, at } = await bench.fake(0, { allowed: new Set(["files"]) });
		const bytes = ({ code, p1, p2 }: RequestFrame) =>
			encodeResponse({ code, p1, p2, result: 3, data: Uint8Array.of(1, 2, 3) });
		daemon.script = ({ name, frame }) => (name === "readFile" ? { bytes: bytes(frame) } : undefined);
		const [ann, bob] = [await bench.viewer(at), await bench.viewer(at)];
		await ann.call("openFile", { path: "/home/pi/a", mode: 1 });
		expect(await ann.call("readFile", { handle: 0, count: 3 })).toMatchObject({ result: { hex: "010203" } });
		const heard = await bob.hear("log", ({ entry }) => entry.pigs.startsWith("fr"));
		expect(heard.entry.result).toBe("3 bytes");
	});

	it("that are opened while their session leaves are closed too", async () => {
		const { daemon, at } = await bench.fake();
		let answer: (handle: number) => void = () => {};
		daemon.script = ({ name }) =>
			name === "openSpi"
				? new Promise<number>((resolve) => {
						answer = resolve;
					})
				: undefined;
		const [ann, bob] = [await bench.viewer(at), await bench.viewer(at)];
		ann.send({ op: "call", target: "pi", command: "openSpi", args: { channel: 0, baud: 50_000, flags: 0 } });
		await daemon.waitFor("openSpi");
		await ann.close();
		await bob.hear("viewers", ({ count }) => count === 1);
		answer(3);
		expect((await daemon.waitFor("closeSpi")).frame.p1).toBe(3);
	});

	it("and waves are freed when their session leaves", async () => {
		const { ann, bob, bridge } = await two();
		await create(ann, square(17));
		await ann.call("sendWaveRepeat", { wave: 0 });
		expect(await bob.call("getCurrentWave")).toMatchObject({ result: 0 });
		await ann.close();
		await bob.hear("viewers", ({ count }) => count === 1);
		await bridge.target.pi.getTick();
		const current = await bob.call("getCurrentWave");
		expect(current).toMatchObject({ result: 9999 });
		expect(await bob.call("sendWaveOnce", { wave: 0 })).toMatchObject({ pigpioName: "PI_BAD_WAVE_ID" });
	});
});

describe("releaseAll", () => {
	it("stops what the session started and gives its pins back", async () => {
		const { ann, bob } = await two();
		await bob.call("setPwm", { gpio: 5, dutyCycle: 10 });
		await bob.subscribe();
		await bob.hear("pins", ({ pins }) => pins.some(({ gpio, mode }) => gpio === 5 && mode === 1));
		await ann.call("write", { gpio: 17, level: 1 });
		await ann.call("setServo", { gpio: 18, pulseWidth: 1500 });
		await ann.call("setMode", { gpio: 22, mode: 1 });
		await create(ann, square(22));
		await ann.call("sendWaveRepeat", { wave: 0 });
		await bob.hear("pins", ({ pins }) =>
			pins.some(({ gpio, drive }) => gpio === 22 && drive.kind === "wave"),
		);
		expect(await ann.ask({ op: "releaseAll", target: "pi" })).toMatchObject({
			result: { pins: 3, waves: 1, scripts: 0, handles: 0 },
		});
		for (const gpio of [17, 18, 22]) expect(await ann.call("getMode", { gpio })).toMatchObject({ result: 0 });
		expect(await ann.call("getMode", { gpio: 5 })).toMatchObject({ result: 1 });
		expect(await ann.call("getCurrentWave")).toMatchObject({ result: 9999 });
	});

	it("brings outputs of the second bank back to the level that they had", async () => {
		const { daemon, at } = await bench.fake();
		const levels = 1 << (47 - 32);
		daemon.script = ({ name, frame }) => {
			if (name === "getCurrentWave") return 9999;
			if (name === "readBank2") return levels;
			return name === "getMode" && [46, 47].includes(frame.p1) ? 1 : undefined;
		};
		const ann = await bench.viewer(at);
		await ann.subscribe();
		await ann.hear("pins", ({ pins }) => pins.some(({ gpio, mode }) => gpio === 47 && mode === 1));
		for (const gpio of [46, 47]) await ann.call("write", { gpio, level: gpio === 46 ? 1 : 0 });
		daemon.received.length = 0;
		expect(await ann.ask({ op: "releaseAll", target: "pi" })).toMatchObject({ result: { pins: 2 } });
		const written = daemon.received.filter(({ name }) => name === "write");
		expect(written.map(({ frame }) => [frame.p1, frame.p2])).toEqual([
			[46, 0],
			[47, 1],
		]);
	});

	it("is not stopped by a pin that pigpiod does not let anybody change", async () => {
		const { daemon, at } = await bench.fake();
		daemon.script = ({ name, frame }) => {
			if (name === "getCurrentWave") return 9999;
			return (name === "write" || name === "setMode") && frame.p1 === 5 ? -41 : undefined;
		};
		const ann = await bench.viewer(at);
		await ann.subscribe();
		await ann.hear("pins", ({ pins }) => pins.length > 20);
		expect(await ann.call("write", { gpio: 5, level: 1 })).toMatchObject({ code: "gpioNotPermitted" });
		expect(await ann.call("write", { gpio: 6, level: 1 })).toMatchObject({ result: 0 });
		expect(await ann.ask({ op: "releaseAll", target: "pi" })).toMatchObject({ result: { pins: 1 } });
	});

	it("leaves a pin alone that the session tried in vain to change", async () => {
		const { daemon, at } = await bench.fake();
		daemon.script = ({ name }) => {
			if (name === "getCurrentWave") return 9999;
			return name === "setServo" ? -7 : undefined;
		};
		const ann = await bench.viewer(at);
		await ann.subscribe();
		await ann.hear("pins", ({ pins }) => pins.length > 20);
		expect(await ann.call("setServo", { gpio: 6, pulseWidth: 1500 })).toMatchObject({ code: "daemonError" });
		expect(await ann.ask({ op: "releaseAll", target: "pi" })).toMatchObject({ result: { pins: 0 } });
		expect(daemon.names()).not.toContain("setMode");
	});
});

describe("a script of another session", () => {
	it("can be looked at, but not be run, changed, stopped or deleted", async () => {
		const { ann, bob } = await two();
		const stored = await ann.call("storeScript", { text: "tag 1 wait 0x10 jmp 1" });
		expect(stored).toMatchObject({ result: 0 });
		expect(await bob.call("getScriptStatus", { script: 0 })).toMatchObject({ op: "result" });
		for (const command of ["runScript", "updateScript", "stopScript", "deleteScript"]) {
			const args = {
				script: 0,
				...(command.startsWith("run") || command.startsWith("up") ? { params: [] } : {}),
			};
			expect(await bob.call(command, args)).toMatchObject({
				code: "foreignHandle",
				message: "Script 0 belongs to another session.",
			});
		}
	});

	it("is deleted without holding up others, even in the midst of a long delay", async () => {
		const { ann, bob } = await two();
		await ann.call("storeScript", { text: "mils 60000" });
		await expect.poll(() => ann.call("runScript", { script: 0, params: [] })).toMatchObject({ result: 0 });
		await expect
			.poll(() => ann.call("getScriptStatus", { script: 0 }))
			.toMatchObject({ result: { state: 2 } });
		ann.send({ op: "call", target: "pi", command: "deleteScript", args: { script: 0 } });
		expect(await bob.call("getTick")).toMatchObject({ op: "result" });
		expect(await bob.call("getScriptStatus", { script: 0 })).toMatchObject({
			pigpioName: "PI_BAD_SCRIPT_ID",
		});
	});

	it("is stopped before pins are given back, so that it does not take them again", async () => {
		const { ann } = await two();
		await ann.call("write", { gpio: 17, level: 1 });
		await ann.call("storeScript", { text: "tag 1 w 17 0 w 17 1 jmp 1" });
		await expect.poll(() => ann.call("runScript", { script: 0, params: [] })).toMatchObject({ result: 0 });
		expect(await ann.ask({ op: "releaseAll", target: "pi" })).toMatchObject({
			result: { pins: 1, scripts: 1 },
		});
		expect(await ann.call("getMode", { gpio: 17 })).toMatchObject({ result: 0 });
	});

	it("gives back the pins that only it drove, and what it did is told as its session's", async () => {
		const { bridge, ann } = await two();
		const { sessionId } = await ann.hear("hello");
		await ann.subscribe();
		await ann.hear("pins", ({ pins }) => pins.length > 20);
		await ann.call("storeScript", { text: "m 23 w w p0 1 evtwt 1" });
		await expect.poll(() => ann.call("runScript", { script: 0, params: [24] })).toMatchObject({ result: 0 });
		for (const gpio of [23, 24]) {
			await expect.poll(() => ann.call("getMode", { gpio })).toMatchObject({ result: 1 });
			await bridge.target.pins.refresh();
			expect(bridge.target.pins.get(gpio)).toMatchObject({ mode: 1, changedBy: { session: sessionId } });
		}
		expect(await ann.ask({ op: "releaseAll", target: "pi" })).toMatchObject({
			result: { scripts: 1, gpios: [23, 24] },
		});
		for (const gpio of [23, 24]) expect(await ann.call("getMode", { gpio })).toMatchObject({ result: 0 });
	});

	it("in the midst of a long delay does not keep other things from being freed", async () => {
		const { ann, bob } = await two();
		await create(ann, square(17));
		await ann.call("storeScript", { text: "mils 60000" });
		await expect.poll(() => ann.call("runScript", { script: 0, params: [] })).toMatchObject({ result: 0 });
		await ann.close();
		await expect
			.poll(() => bob.call("sendWaveOnce", { wave: 0 }))
			.toMatchObject({ pigpioName: "PI_BAD_WAVE_ID" });
	});

	it("refused by pigpiod is told with its name and what to do", async () => {
		const { ann } = await two();
		expect(await ann.call("storeScript", { text: "blink" })).toMatchObject({
			code: "daemonError",
			pigpioName: "PI_BAD_SCRIPT_CMD",
			remedy: expect.stringContaining("scripts know"),
		});
	});
});
