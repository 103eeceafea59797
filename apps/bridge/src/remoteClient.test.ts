import {
	ClosedError,
	CommandTimeoutError,
	ConnectionError,
	NotConnectedError,
	WaveLimitError,
} from "@gpioscope/client";
import { BridgeError } from "@gpioscope/client/bridge";
import { InvalidArgument, PigpioError } from "@gpioscope/protocol";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RemotePi } from "./testing/RemotePi.ts";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

describe("a client over the bridge", () => {
	it("knows the pigpiod behind it", async () => {
		const { at } = await bench.bridge();
		const pi = await RemotePi.join(bench, at);
		expect(pi.transport.status).toMatchObject({
			kind: "live",
			address: "127.0.0.1",
			version: 79,
			revision: 0xa02082,
		});
	});

	it("runs commands with the results of a connection to pigpiod itself", async () => {
		const { bridge, at } = await bench.bridge();
		const { transport } = await RemotePi.join(bench, at);
		expect(await transport.call("write", { gpio: 5, level: 1 })).toBe(0);
		expect(await transport.call("read", { gpio: 5 })).toBe(1);
		expect(await transport.call("readBank1", {})).toBe(await bridge.target.pi.readBank1());
		const script = await transport.call("storeScript", { text: "w 6 1" });
		expect(await transport.call("getScriptStatus", { script })).toEqual(
			await bridge.target.pi.getScriptStatus({ script }),
		);
	});

	it("throws the errors of a connection to pigpiod itself", async () => {
		const { at } = await bench.bridge();
		const { transport } = await RemotePi.join(bench, at);
		const refused = transport.call("write", { gpio: 28, level: 1 });
		await expect(refused).rejects.toThrow(PigpioError);
		await expect(refused).rejects.toMatchObject({
			code: -41,
			pigpioName: "PI_NOT_PERMITTED",
			command: "write",
		});
		await expect(transport.call("deleteScript", { script: 9 })).rejects.toMatchObject({
			name: "PigpioError",
			pigpioName: "PI_BAD_SCRIPT_ID",
		});
		await expect(transport.call("setServo", { gpio: 4, pulseWidth: 3000 })).rejects.toMatchObject({
			name: "InvalidArgument",
			parameter: "pulseWidth",
		});
		const shell = transport.call("runShell", { call: { name: "x", text: "" } });
		await expect(shell).rejects.toThrow(BridgeError);
		await expect(shell).rejects.toMatchObject({ code: "commandDisabled" });
		await expect(transport.makeWave([])).rejects.toThrow(InvalidArgument);
	});

	it("sees edges at pigpiod's own ticks, and only those it watches", async () => {
		const { at } = await bench.bridge();
		const pi = await RemotePi.join(bench, at);
		const feed = pi.feed(1 << 17);
		await feed.until(() => feed.begins.length === 1);
		const before = await pi.transport.call("getTick", {});
		await pi.transport.call("write", { gpio: 4, level: 1 });
		await pi.transport.call("write", { gpio: 17, level: 1 });
		const between = await pi.transport.call("getTick", {});
		await pi.transport.call("write", { gpio: 17, level: 0 });
		const after = await pi.transport.call("getTick", {});
		await feed.until(() => feed.edges.length === 2);
		expect(feed.edges).toMatchObject([
			{ gpio: 17, level: 1 },
			{ gpio: 17, level: 0 },
		]);
		const [rise, fall] = feed.edges.map(({ tick }) => tick);
		const ticks = [before, rise, between, fall, after].map((tick) => ((tick ?? 0) - before) | 0);
		expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
	});

	it("fails what it is asked while pigpiod is away, and goes on when it is back", async () => {
		const { daemon, at } = await bench.fake();
		const pi = await RemotePi.join(bench, at);
		const feed = pi.feed(0xffff_ffff);
		await feed.until(() => feed.begins.length === 1);
		const { port } = daemon;
		await daemon.stop();
		await pi.until(({ kind }) => kind === "disconnected");
		await feed.until(() => feed.ends === 1);
		await expect(pi.transport.call("read", { gpio: 4 })).rejects.toThrow(NotConnectedError);
		await bench.daemon(port);
		await pi.until(({ kind }) => kind === "live");
		await feed.until(() => feed.begins.length === 2);
		expect(feed.begins[1]).toMatchObject({ continues: false });
		expect(feed.begins[1]?.epoch).toBeGreaterThan(feed.begins[0]?.epoch ?? 0);
	});

	it("says that it is not let in", async () => {
		const { at } = await bench.bridge();
		const pi = new RemotePi({ url: `http://127.0.0.1:${at.port}`, token: "0123456789abcdef" });
		bench.add(pi.transport);
		const status = await pi.until(({ kind }) => kind === "disconnected");
		expect(status).toMatchObject({ cause: { code: "refused", remedy: expect.stringContaining("token") } });
	});

	it("is told that the bridge is away, and finds it when it comes", async () => {
		const first = await bench.bridge();
		const { port, token } = first.at;
		const pi = await RemotePi.join(bench, first.at);
		const feed = pi.feed(1);
		await feed.until(() => feed.begins.length === 1);
		await first.bridge.close();
		const status = await pi.until(
			(status) => status.kind === "disconnected" && status.cause.code === "unreachable",
		);
		expect(status).toMatchObject({ cause: { message: expect.stringContaining("does not answer") } });
		expect(feed.ends).toBe(1);
		await bench.bridge({ port, token });
		pi.transport.retry();
		await pi.until(({ kind }) => kind === "live");
		await feed.until(() => feed.begins.length === 2);
	});

	it("misses nothing while its connection to the bridge is away", async () => {
		const { bridge, at } = await bench.bridge();
		const pi = await RemotePi.join(bench, at, { random: () => 1 });
		const feed = pi.feed(1 << 17);
		await feed.until(() => feed.begins.length === 1);
		await pi.transport.call("write", { gpio: 17, level: 1 });
		await feed.until(() => feed.edges.length === 1);
		pi.cut();
		await pi.until(({ kind }) => kind === "disconnected");
		for (let i = 0; i < 10; i++) await bridge.target.pi.write({ gpio: 17, level: i & 1 });
		await feed.until(() => feed.edges.length === 11);
		expect(feed.edges.map(({ level }) => level)).toEqual([1, ...Array.from({ length: 10 }, (_, i) => i & 1)]);
		expect(feed).toMatchObject({ ends: 1, losses: [], begins: [{}, { continues: true }] });
		expect(feed.begins[1]?.epoch).toBe(feed.begins[0]?.epoch);
	});

	it("says at which levels it goes on when blocks are gone", async () => {
		const { daemon, bridge, at } = await bench.fake();
		const pi = await RemotePi.join(bench, at, { random: () => 1 });
		const feed = pi.feed(0xffff_ffff);
		await feed.until(() => feed.begins.length === 1);
		// The newest block seen must be known before the connection goes.
		daemon.report(daemon.tick + 500, daemon.level ^ 2);
		await feed.until(() => feed.edges.length === 1);
		pi.cut();
		await pi.until(({ kind }) => kind === "disconnected");
		const { ring } = bridge.target;
		const get = ring.get.bind(ring);
		const oldest = ring.next;
		vi.spyOn(ring, "get").mockImplementation((number) => (number < oldest ? undefined : get(number)));
		daemon.level = 0x30;
		daemon.tick += 1_000_000;
		await feed.until(() => feed.begins.length === 2);
		expect(feed.begins[1]).toMatchObject({ continues: true, level: 0x30, tick: daemon.tick });
		expect(feed.edges.length).toBe(1);
	});

	it("lets several feeds watch different lines, and one change what it watches", async () => {
		const { at } = await bench.bridge();
		const pi = await RemotePi.join(bench, at);
		const [a, b] = [pi.feed(1 << 20), pi.feed(1 << 21, 1 << 3)];
		await a.until(() => a.begins.length === 1);
		await b.until(() => b.begins.length === 1);
		await pi.transport.call("write", { gpio: 20, level: 1 });
		await pi.transport.call("write", { gpio: 21, level: 1 });
		await pi.transport.call("triggerEvent", { event: 3 });
		await b.until(() => b.events.length + b.edges.length === 2);
		expect(b.edges.map(({ gpio }) => gpio)).toEqual([21]);
		expect(a.edges.map(({ gpio }) => gpio)).toEqual([20]);
		const levels = await a.watch(1 << 22);
		expect((levels?.level ?? 0) & (1 << 20)).toBe(1 << 20);
		await pi.transport.call("write", { gpio: 20, level: 0 });
		await pi.transport.call("write", { gpio: 22, level: 1 });
		await a.until(() => a.edges.length === 2);
		expect(a.edges[1]).toMatchObject({ gpio: 22 });
		a.feed.close();
		await pi.transport.call("write", { gpio: 21, level: 0 });
		await b.until(() => b.edges.length === 2);
		expect(a.edges.length).toBe(2);
		expect(a.events).toEqual([]);
	});

	it("gives up waiting when told to, and pairs later answers rightly", async () => {
		const { daemon, at } = await bench.fake();
		const { transport } = await RemotePi.join(bench, at);
		let answer = (_level: number) => {};
		daemon.script = ({ name, frame }) => {
			if (name !== "getPadStrength" || frame.p1 !== 2) return undefined;
			return new Promise<number>((resolve) => {
				answer = resolve;
			});
		};
		const ending = new AbortController();
		const aborted = transport.call("getPadStrength", { pad: 2 }, { signal: ending.signal });
		await daemon.waitFor("getPadStrength");
		const reason = new Error("enough");
		ending.abort(reason);
		await expect(aborted).rejects.toBe(reason);
		await expect(transport.call("read", { gpio: 4 }, { signal: ending.signal })).rejects.toBe(reason);
		await expect(transport.call("read", { gpio: 4 }, { timeoutMs: 1 })).rejects.toThrow(CommandTimeoutError);
		answer(1);
		expect(await transport.call("getTick", {})).toBe(daemon.tick);
	});

	it("takes any number of calls at once", async () => {
		const { at } = await bench.bridge();
		const { transport } = await RemotePi.join(bench, at);
		const calls = Array.from({ length: 2000 }, (_, i) =>
			i % 2 === 0
				? transport.call("write", { gpio: 5, level: (i >> 1) & 1 })
				: transport.call("read", { gpio: 5 }),
		);
		const results = await Promise.all(calls);
		expect(results.filter((_, i) => i % 2 === 1)).toEqual(Array.from({ length: 1000 }, (_, i) => i & 1));
	});

	it("settles every call when the connection breaks, and every later one", async () => {
		const { daemon, at } = await bench.fake();
		const pi = await RemotePi.join(bench, at, { random: () => 1 });
		daemon.script = ({ name }) => (name === "read" ? "hang" : undefined);
		const calls = Array.from({ length: 300 }, () => pi.transport.call("read", { gpio: 4 }));
		const settled = Promise.allSettled(calls);
		await daemon.waitFor("read");
		pi.cut();
		for (const result of await settled) {
			expect(result).toMatchObject({ status: "rejected", reason: expect.any(ConnectionError) });
		}
		await expect(pi.transport.call("read", { gpio: 4 })).rejects.toThrow(NotConnectedError);
	});

	it("makes waves, lets nobody come between, and gives everything back when it closes", async () => {
		const { bridge, at } = await bench.bridge();
		const [a, b] = [await RemotePi.join(bench, at), await RemotePi.join(bench, at)];
		const pulses = [
			{ on: 1 << 5, off: 0, delay: 100 },
			{ on: 0, off: 1 << 5, delay: 200 },
		];
		expect(await a.transport.makeWave(pulses)).toMatchObject({ pulses: 2, micros: 300 });
		const order: string[] = [];
		const transaction = a.transport.waveTransaction(async (call) => {
			await call("newWave", {});
			await call("addPulses", { pulses });
			order.push("built");
			const wave = await call("createWave", {});
			order.push("created");
			return wave;
		});
		const other = a.transport.call("newWave", {}).then(() => order.push("other"));
		const third = a.transport.makeWave(pulses).then(({ wave }) => {
			order.push("made");
			return wave;
		});
		expect(new Set([await transaction, await third]).size).toBe(2);
		await other;
		expect(order.slice(0, 2)).toEqual(["built", "created"]);
		const script = await a.transport.call("storeScript", { text: "w 6 1" });
		await expect(b.transport.call("deleteScript", { script })).rejects.toMatchObject({
			code: "foreignHandle",
		});
		await a.transport.call("write", { gpio: 5, level: 1 });
		await a.transport.close();
		await a.transport.closed;
		expect(a.transport.status).toEqual({ kind: "closed" });
		await expect(a.transport.call("read", { gpio: 5 })).rejects.toThrow(ClosedError);
		await expect(bridge.target.pi.getScriptStatus({ script })).rejects.toThrow("PI_BAD_SCRIPT_ID");
		await expect(bridge.target.pi.sendWaveOnce({ wave: 0 })).rejects.toThrow("PI_BAD_WAVE_ID");
		// Its pins stay as they are.
		expect(await bridge.target.pi.read({ gpio: 5 })).toBe(1);
	});

	it("does not make the wave too many", async () => {
		const { at } = await bench.bridge();
		const { transport } = await RemotePi.join(bench, at);
		const pulses = [{ on: 1 << 5, off: 0, delay: 100 }];
		for (let i = 0; i < 250; i++) await transport.makeWave(pulses);
		await expect(transport.makeWave(pulses)).rejects.toThrow(WaveLimitError);
	});

	it("closes before it was ever connected", async () => {
		const pi = new RemotePi({ url: "http://127.0.0.1:1" });
		await pi.until(({ kind }) => kind === "disconnected");
		await pi.transport.close();
		expect(pi.transport.status).toEqual({ kind: "closed" });
	});
});
