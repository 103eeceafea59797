import {
	connect,
	type Pi,
	type PiStatus,
	StaleHandleError,
	WaveBuilder,
	WaveChain,
	WaveLimitError,
} from "@gpioscope/client";
import { connectBridge } from "@gpioscope/client/bridge";
import type { FakePigpiod } from "@gpioscope/client/testing";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

type Served = Awaited<ReturnType<TestBench["bridge"]>>;

/** The two ways to the same pigpiod: what holds for one holds for the other. */
const ways = {
	"over TCP": ({ bridge }: Served): Pi => connect(bridge.found.destination),
	"over a bridge": ({ at }: Served): Pi => connectBridge({ url: at.url, WebSocket }),
} as const;

/** Outputs that nothing is wired to, low on a fresh board. */
const GPIO = 17;
const OTHER = 22;
const pulses = [
	{ on: 1 << GPIO, off: 0, delay: 300 },
	{ on: 0, off: 1 << GPIO, delay: 700 },
];

function until(pi: Pi, fits: (status: PiStatus) => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = (status: PiStatus) => {
			if (!fits(status)) return;
			stop();
			resolve();
		};
		const stop = pi.onStatus(look);
		look(pi.status);
	});
}

describe.each(Object.entries(ways))("a client %s", (_, connectTo) => {
	async function join(served: Served): Promise<Pi> {
		const pi = connectTo(served);
		bench.add(pi);
		await pi.connected();
		return pi;
	}
	const simulated = async () => join(await bench.bridge());
	async function faked(): Promise<{ daemon: FakePigpiod; pi: Pi }> {
		const served = await bench.fake();
		return { daemon: served.daemon, pi: await join(served) };
	}

	it("knows what it is connected to", async () => {
		const pi = await simulated();
		expect(await pi.connected()).toMatchObject({ version: 79, revision: 0xa02082, address: "127.0.0.1" });
		expect(pi.status.kind).toBe("live");
	});

	it("calls by methods with typed arguments, and throws pigpio's errors", async () => {
		const pi = await simulated();
		await pi.write({ gpio: GPIO, level: 1 });
		expect(await pi.read({ gpio: GPIO })).toBe(1);
		expect(await pi.setPwmFrequency({ gpio: GPIO, frequency: 800 })).toBe(800);
		await expect(pi.write({ gpio: 28, level: 1 })).rejects.toMatchObject({
			name: "PigpioError",
			pigpioName: "PI_NOT_PERMITTED",
			command: "write",
		});
		await expect(pi.setServo({ gpio: GPIO, pulseWidth: 9000 })).rejects.toMatchObject({
			name: "InvalidArgument",
			command: "setServo",
			parameter: "pulseWidth",
		});
		await expect(pi.call("openNotification", {})).rejects.toMatchObject({ name: "InvalidArgument" });
	});

	it("calls back for both edges, with ticks of the daemon in between", async () => {
		const pi = await simulated();
		const seen: { level: number; tick: number }[] = [];
		let heard = () => {};
		const two = new Promise<void>((resolve) => {
			heard = () => seen.length === 2 && resolve();
		});
		const callback = await pi.callback(GPIO, "either", ({ level, tick }) => {
			seen.push({ level, tick });
			heard();
		});
		const counter = await pi.callback(GPIO);
		const before = await pi.getTick();
		await pi.write({ gpio: GPIO, level: 1 });
		await pi.write({ gpio: GPIO, level: 0 });
		const after = await pi.getTick();
		await two;
		expect(seen.map(({ level }) => level)).toEqual([1, 0]);
		expect(counter.tally()).toBe(1);
		const span = (after - before) | 0;
		for (const { tick } of seen) {
			expect((tick - before) | 0).toBeGreaterThanOrEqual(0);
			expect((tick - before) | 0).toBeLessThanOrEqual(span);
		}
		await callback.cancel();
	});

	it("does not take an edge of before for one that it waits for", async () => {
		const pi = await simulated();
		await pi.write({ gpio: GPIO, level: 1 });
		await pi.write({ gpio: GPIO, level: 0 });
		const edges = pi.edges(GPIO);
		await edges.ready;
		await pi.write({ gpio: GPIO, level: 1 });
		const { value } = await edges.next();
		expect(value).toMatchObject({ kind: "edge", gpio: GPIO, level: 1 });
		await edges.return();
		expect(await pi.waitForEdge(GPIO, "falling", { timeoutMs: 50 })).toBeUndefined();
	});

	it("iterates over edges of several lines in their order, with exact distances", async () => {
		const pi = await simulated();
		for (const gpio of [GPIO, OTHER]) await pi.setMode({ gpio, mode: 1 });
		await using edges = pi.edges([GPIO, OTHER]);
		await edges.ready;
		const wave = await pi.makeWave([
			{ on: (1 << GPIO) | (1 << OTHER), off: 0, delay: 300 },
			{ on: 0, off: 1 << GPIO, delay: 700 },
			{ on: 0, off: 1 << OTHER, delay: 10 },
		]);
		await wave.send("once");
		const records = [];
		for await (const record of edges) {
			records.push(record);
			if (records.length === 4) break;
		}
		expect(records.map((record) => record.kind === "edge" && [record.gpio, record.level])).toEqual([
			[GPIO, 1],
			[OTHER, 1],
			[GPIO, 0],
			[OTHER, 0],
		]);
		const times = records.map((record) => (record.kind === "edge" ? record.time : Number.NaN));
		const [first = 0] = times;
		// The sample period is 5 µs.
		expect(Math.abs((times[2] ?? 0) - first - 300)).toBeLessThanOrEqual(5);
		expect(Math.abs((times[3] ?? 0) - first - 1000)).toBeLessThanOrEqual(5);
	});

	it("hears of events and of watchdogs", async () => {
		const pi = await simulated();
		await using events = pi.events(7);
		await events.ready;
		await pi.triggerEvent({ event: 6 });
		await pi.triggerEvent({ event: 7 });
		expect((await events.next()).value).toMatchObject({ kind: "event", event: 7 });
		await using edges = pi.edges(GPIO);
		await edges.ready;
		await pi.setWatchdog({ gpio: GPIO, timeout: 10 });
		expect((await edges.next()).value).toMatchObject({ kind: "timeout", gpio: GPIO, level: 2 });
		await pi.setWatchdog({ gpio: GPIO, timeout: 0 });
	});

	it("makes waves, chains and transactions", async () => {
		const pi = await simulated();
		await pi.setMode({ gpio: GPIO, mode: 1 });
		const wave = await pi.makeWave(pulses);
		expect(wave).toMatchObject({ pulses: 2, micros: 1000 });
		const counter = await pi.callback(GPIO, "rising");
		const third = pi.waitForEdge(OTHER, "rising");
		await pi.startReports();
		await pi.sendChain(new WaveChain().repeat(3, (loop) => loop.wave(wave)));
		expect(await pi.waitForWaveEnd()).toBe(true);
		await pi.write({ gpio: OTHER, level: 1 });
		expect((await third)?.level).toBe(1);
		expect(counter.tally()).toBe(3);
		const order: string[] = [];
		const building = pi.waveTransaction(async (call) => {
			await call("newWave", {});
			await call("addPulses", { pulses });
			const id = await call("createWave", {});
			order.push("transaction");
			return id;
		});
		const other = pi.newWave().then(() => order.push("other"));
		expect(await building).not.toBe(wave.wave);
		await other;
		expect(order).toEqual(["transaction", "other"]);
	});

	it("keeps its waves when there is no room for another", async () => {
		const pi = await simulated();
		const waves = [];
		for (let i = 0; i < 250; i++) waves.push(await pi.makeWave([{ on: 1 << GPIO, off: 0, delay: 10 }]));
		await expect(pi.makeWave(pulses)).rejects.toThrow(WaveLimitError);
		await waves.at(-1)?.delete();
		expect(await pi.makeWave(pulses)).toMatchObject({ micros: 1000 });
	});

	it("makes scripts and waits for them", async () => {
		const pi = await simulated();
		await using script = await pi.makeScript("tag 0 w 22 1 w 22 0 dcr p0 jnz 0");
		await script.run([3]);
		const report = await script.waitUntilHalted();
		expect(report).toMatchObject({ state: "halted" });
		expect(report?.params[0]).toBe(0);
	});

	it("sends and receives bytes", async () => {
		const pi = await simulated();
		await pi.write({ gpio: OTHER, level: 1 });
		await using port = await pi.openSerialOnGpio({ gpio: OTHER, baud: 9600 });
		const wave = await pi.makeWave(
			new WaveBuilder().serial({ gpio: OTHER, baud: 9600, data: Uint8Array.of(0, 255, 65) }),
		);
		await wave.send("once");
		const received: number[] = [];
		while (received.length < 3) received.push(...(await port.read()));
		expect(received).toEqual([0, 255, 65]);
	});

	it("closes what was opened though its caller had given up", async () => {
		const { daemon, pi } = await faked();
		let open = (_handle: number) => {};
		daemon.script = ({ name }) =>
			name === "openI2c"
				? new Promise<number>((resolve) => {
						open = resolve;
					})
				: undefined;
		const ending = new AbortController();
		const opening = pi.openI2c({ bus: 1, address: 0x48 }, { signal: ending.signal });
		await daemon.waitFor("openI2c");
		ending.abort(new Error("enough"));
		await expect(opening).rejects.toThrow("enough");
		open(5);
		expect(await daemon.waitFor("closeI2c")).toMatchObject({ frame: { p1: 5 } });
	});

	it("goes on after a restart of the daemon, with a gap, and does not use what went with it", async () => {
		const { daemon, pi } = await faked();
		daemon.level = 0;
		const device = await pi.openI2cDevice({ bus: 1, address: 0x48 });
		await using edges = pi.edges(GPIO);
		await edges.ready;
		daemon.report(daemon.tick + 1_000_000, 1 << GPIO);
		expect((await edges.next()).value).toMatchObject({ kind: "edge", level: 1 });
		const { port } = daemon;
		await daemon.stop();
		expect((await edges.next()).value).toMatchObject({ kind: "gap" });
		await until(pi, ({ kind }) => kind === "disconnected");
		await expect(pi.read({ gpio: 4 })).rejects.toMatchObject({ name: "NotConnectedError" });
		const next = await bench.daemon(port);
		next.level = 0;
		next.tick = 500_000;
		await until(pi, ({ kind }) => kind === "live");
		for (;;) {
			const { value } = await edges.next();
			if (value?.kind === "edge") {
				expect(value).toMatchObject({ level: 0, gap: { kind: "gap" } });
				break;
			}
			expect(value).toMatchObject({ kind: "gap" });
		}
		await expect(device.readByte()).rejects.toThrow(StaleHandleError);
		expect(next.names()).not.toContain("readI2cByte");
	});

	it("gives back what it opened when its scope ends, for others to have", async () => {
		const served = await bench.bridge();
		const other = await join(served);
		const first = await (async () => {
			await using pi = connectTo(served);
			await pi.connected();
			await pi.setMode({ gpio: GPIO, mode: 1 });
			const wave = await pi.makeWave(pulses);
			await wave.send("repeat");
			expect(await other.isWaveBusy()).toBe(1);
			await pi.openBitBangSerial({ gpio: OTHER, baud: 9600 });
			return [wave.wave, await pi.storeScript({ text: "tag 1 mils 1 jmp 1" })];
		})();
		expect(await other.isWaveBusy()).toBe(0);
		await other.openBitBangSerial({ gpio: OTHER, baud: 9600 });
		expect([(await other.makeWave(pulses)).wave, await other.storeScript({ text: "w 4 1" })]).toEqual(first);
	});
});
