import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { client, closeLater } from "../testing/daemons.ts";
import { type SimulatorProcess, startSimulatorProcess } from "../testing/simulatorProcess.ts";
import { Level } from "./constants.ts";
import type { Edge, Gap, WatchdogTimeout } from "./records.ts";
import { WaveBuilder } from "./waves/WaveBuilder.ts";

const PATIENCE = { timeout: 60_000 };
/** The simulator's sample period: edges are stamped with its multiples. */
const SAMPLE_MICROS = 5;

let simulator: SimulatorProcess;
beforeAll(async () => {
	simulator = await startSimulatorProcess(0, ["--bench", "none"]);
}, PATIENCE.timeout);
afterAll(() => simulator.kill());

async function connected(port = simulator.port) {
	const pi = client(port);
	await pi.connected();
	return pi;
}

type Told = Edge | WatchdogTimeout;

/** Keeps what a callback hears, and lets a test wait for so much of it. */
function listen() {
	const told: Told[] = [];
	const gaps: Gap[] = [];
	let look = () => {};
	return {
		told,
		gaps,
		listener: (record: Told) => {
			told.push(record);
			look();
		},
		onGap: (gap: Gap) => {
			gaps.push(gap);
			look();
		},
		until: (condition: () => boolean) =>
			new Promise<void>((resolve) => {
				look = () => {
					if (condition()) resolve();
				};
				look();
			}),
	};
}

describe("callbacks on the simulator", PATIENCE, () => {
	it("tell every edge of a wave at its time", async () => {
		const pi = await connected();
		await pi.write({ gpio: 20, level: 0 });
		const { told, listener, until } = listen();
		await pi.callback(20, "either", listener);
		const counter = await pi.callback(20, "falling");
		const bit = 1 << 20;
		const wave = await pi.makeWave(
			Array.from({ length: 1000 }, (_, i) =>
				i % 2 === 0 ? { on: bit, off: 0, delay: 100 } : { on: 0, off: bit, delay: 300 },
			),
		);
		await wave.send();
		await until(() => told.length === 1000);
		const first = told[0]?.time ?? 0;
		told.forEach(({ level, time }, i) => {
			expect(level).toBe(i % 2 === 0 ? 1 : 0);
			const expected = Math.floor(i / 2) * 400 + (i % 2) * 100;
			expect(Math.abs(time - first - expected)).toBeLessThanOrEqual(SAMPLE_MICROS);
		});
		expect(counter.tally()).toBe(500);
	});

	it("tell the first edge of a line that was high before anybody watched, as Python's do not", async () => {
		const other = await connected();
		const pi = await connected();
		await pi.callback(4);
		await other.write({ gpio: 22, level: 1 });
		const { told, listener, until } = listen();
		await pi.callback(22, "either", listener);
		await other.write({ gpio: 22, level: 0 });
		await other.write({ gpio: 22, level: 1 });
		await until(() => told.length === 2);
		expect(told.map(({ level }) => level)).toEqual([0, 1]);
	});

	it("neither miss nor make up edges while others come and go", async () => {
		const pi = await connected();
		await pi.setPwmFrequency({ gpio: 18, frequency: 500 });
		await pi.setPwm({ gpio: 18, dutyCycle: 100 });
		const steady = listen();
		await pi.callback(18, "either", steady.listener, steady);
		for (let round = 0; round < 30; round++) {
			const brief = listen();
			await using _other = await pi.callback(round % 5, "either", brief.listener);
			await using _same = await pi.callback(18, "either", brief.listener);
			await brief.until(() => brief.told.length >= 3);
			const [first] = brief.told;
			const begin = steady.told.findIndex((edge) => edge.time === first?.time);
			// What begins later hears the very same from its first edge on.
			await steady.until(() => steady.told.length >= begin + brief.told.length);
			expect(brief.told).toEqual(steady.told.slice(begin, begin + brief.told.length));
		}
		await pi.setPwm({ gpio: 18, dutyCycle: 0 });
		steady.told.forEach(({ level }, i) => {
			expect(level).toBe((steady.told[0]?.level ?? 0) ^ (i % 2));
		});
		expect(steady.gaps).toEqual([]);
	});

	it("begin in the order of the calls once reports flow", async () => {
		const pi = await connected();
		// pigpiod itself misses an edge of a line that nobody monitored before, if the line changed at the very end of one
		// of its alert ticks and back in the next: so these are monitored.
		for (const gpio of [5, 6, 7]) await pi.callback(gpio);
		for (let round = 0; round < 200; round++) {
			const gpio = 5 + (round % 3);
			await pi.write({ gpio, level: 0 });
			const risen = pi.waitForEdge(gpio, "rising", { timeoutMs: PATIENCE.timeout });
			await pi.write({ gpio, level: 1 });
			expect((await risen)?.level).toBe(Level.HIGH);
		}
	});

	it("hear of watchdogs again and again, and of edges between", async () => {
		const pi = await connected();
		await pi.write({ gpio: 23, level: 0 });
		const { told, listener, until } = listen();
		await pi.callback(23, "rising", listener);
		await pi.setWatchdog({ gpio: 23, timeout: 20 });
		await until(() => told.length === 2);
		await pi.write({ gpio: 23, level: 1 });
		await until(() => told.some(({ kind }) => kind === "edge") && told.at(-1)?.kind === "timeout");
		await pi.setWatchdog({ gpio: 23, timeout: 0 });
		expect(new Set(told.map(({ level }) => level))).toEqual(new Set([Level.HIGH, Level.TIMEOUT]));
	});

	it("hear of events that another client sends", async () => {
		const [pi, other] = [await connected(), await connected()];
		await pi.startReports();
		const waiting = pi.waitForEvent(12, { timeoutMs: PATIENCE.timeout });
		const counter = await pi.eventCallback(12);
		await other.triggerEvent({ event: 11 });
		await other.triggerEvent({ event: 12 });
		expect((await waiting)?.event).toBe(12);
		expect(counter.tally()).toBe(1);
	});
});

describe("a daemon that is killed and started again", PATIENCE, () => {
	it("is a gap for callbacks, waits and iterators, which go on in a new epoch", async () => {
		const first = await startSimulatorProcess(0, ["--bench", "none"]);
		const pi = await connected(first.port);
		const { told, gaps, listener, onGap, until } = listen();
		await pi.callback(17, "either", listener, { onGap });
		const waiting = pi.waitForEdge(27, "rising", { timeoutMs: PATIENCE.timeout });
		const edges = pi.edges(17);
		const device = await pi.openSpiDevice({ channel: 0, baud: 100_000 });
		await first.kill();
		await until(() => gaps.length === 1);
		const second = await startSimulatorProcess(first.port, ["--bench", "none"]);
		closeLater({ close: () => second.kill() });
		await until(() => gaps.length === 2);
		expect(gaps[0]).toMatchObject({ cause: "disconnected", from: { epoch: 1 } });
		expect(gaps[1]).toMatchObject({ cause: "disconnected", from: { epoch: 1 }, to: { epoch: 2 } });
		await pi.connected();
		await expect(device.read(1)).rejects.toThrow("pigpiod was restarted since the SPI channel was opened");
		await pi.write({ gpio: 17, level: 1 });
		await pi.write({ gpio: 27, level: 1 });
		expect(await waiting).toMatchObject({ gpio: 27, level: 1, epoch: 2 });
		await until(() => told.length === 1);
		expect(told[0]).toMatchObject({ gpio: 17, level: 1, epoch: 2 });
		const kinds: string[] = [];
		for await (const { kind } of edges) {
			kinds.push(kind);
			if (kind === "edge") break;
		}
		expect(kinds).toEqual(["gap", "gap", "edge"]);
	});
});

describe("waves on the simulator", PATIENCE, () => {
	it("carry serial data that can be read back", async () => {
		const pi = await connected();
		await pi.write({ gpio: 26, level: 1 });
		await using line = await pi.openSerialOnGpio({ gpio: 26, baud: 38_400 });
		const text = "The quick brown fox jumps over the lazy dog.";
		await using wave = await pi.makeWave(new WaveBuilder().serial({ gpio: 26, baud: 38_400, data: text }));
		await wave.send();
		expect(await pi.waitForWaveEnd()).toBe(true);
		let received = "";
		while (received.length < text.length) received += new TextDecoder().decode(await line.read());
		expect(received).toBe(text);
	});

	it("of the same share of memory take each other's place", async () => {
		const pi = await connected();
		const pulses = [{ on: 1 << 20, off: 0, delay: 10 }];
		for (let round = 0; round < 20; round++) {
			await using first = await pi.makeWave(pulses, { percent: 50 });
			await using second = await pi.makeWave(pulses, { percent: 50 });
			expect([first.micros, second.micros]).toEqual([10, 10]);
		}
	});
});
