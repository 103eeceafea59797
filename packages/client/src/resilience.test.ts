import { describe, expect, it } from "vitest";
import { CommandTimeoutError, ConnectionError } from "./errors.ts";
import type { TcpPi as Pi } from "./Pi.ts";
import type { PiOptions } from "./PiOptions.ts";
import { client, closeLater, until } from "./testing/daemons.ts";
import { FeedListener } from "./testing/FeedListener.ts";
import { type SimulatorProcess, startSimulatorProcess } from "./testing/simulatorProcess.ts";

const CALLS = 4000;
const GPIOS = Array.from({ length: 24 }, (_, i) => i + 2);
const EVERY_GPIO = 0xffff_ffff;

async function daemon(port = 0): Promise<SimulatorProcess> {
	const simulator = await startSimulatorProcess(port, ["--bench", "none"]);
	return closeLater({ ...simulator, close: () => simulator.kill() });
}

async function setup(options: PiOptions = {}) {
	const simulator = await daemon();
	const pi = client(simulator.port, options);
	await pi.connected();
	await giveModes(pi);
	const feed = new FeedListener(pi, { bits: EVERY_GPIO, events: 1 << 3 });
	await feed.until(() => feed.begins.length === 1);
	return { simulator, pi, feed };
}

/** Every GPIO has a mode of its own, so that a reply to another's question is a wrong one. */
const modeOf = (gpio: number) => gpio % 8;
const giveModes = (pi: Pi) => Promise.all(GPIOS.map((gpio) => pi.setMode({ gpio, mode: modeOf(gpio) })));

/** Thousands of questions under way, each with its right answer. */
function load(pi: Pi): Promise<PromiseSettledResult<number>[]> {
	return Promise.allSettled(
		Array.from({ length: CALLS }, async (_, i) => {
			const gpio = GPIOS[i % GPIOS.length] ?? 2;
			const mode = await pi.getMode({ gpio });
			if (mode !== modeOf(gpio)) throw new Error(`GPIO ${gpio} answered as another: ${mode}`);
			return mode;
		}),
	);
}

const failuresOf = (results: readonly PromiseSettledResult<number>[]) =>
	results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));

/** The feed works: changes, a watchdog and an event arrive. */
async function exercise(pi: Pi, feed: FeedListener): Promise<void> {
	feed.said.length = 0;
	await pi.write({ gpio: 17, level: 1 });
	await pi.write({ gpio: 17, level: 0 });
	await pi.triggerEvent({ event: 3 });
	const has = (key: string) =>
		feed.said.some((said) => typeof said === "object" && said !== null && key in said);
	await feed.until(() => has("event") && has("watchdog") && feed.said.some(Array.isArray));
	expect(feed.said).toContainEqual(expect.objectContaining({ watchdog: 5 }));
	expect(feed.said).toContainEqual(expect.objectContaining({ event: 3 }));
}

describe("under load", { timeout: 60_000 }, () => {
	it("a killed daemon leaves no call hanging, and everything comes back with the next", async () => {
		const { simulator, pi, feed } = await setup();
		await pi.setWatchdog({ gpio: 5, timeout: 20 });
		for (let life = 1; life <= 2; life++) {
			await exercise(pi, feed);
			const loaded = load(pi);
			await simulator.kill();
			const failures = failuresOf(await loaded);
			expect(failures.every((reason) => reason instanceof ConnectionError)).toBe(true);
			await feed.until(() => feed.said.at(-1) === "end");
			const next = await daemon(simulator.port);
			simulator.kill = next.kill;
			pi.transport.retry();
			await feed.until(() => feed.begins.length === life + 1);
			expect(feed.begins.at(-1)).toMatchObject({ epoch: life + 1, continues: false });
			await until(pi, "live");
			await giveModes(pi);
			expect(failuresOf(await load(pi))).toEqual([]);
		}
		await exercise(pi, feed);
	});

	it("a daemon that was stopped for a moment answers every call in the end", async () => {
		const { simulator, pi, feed } = await setup();
		simulator.freeze();
		const loaded = load(pi);
		await new Promise((resolve) => setImmediate(resolve));
		simulator.thaw();
		expect(failuresOf(await loaded)).toEqual([]);
		expect(feed.begins).toHaveLength(1);
		expect(pi.status).toMatchObject({ kind: "live", epoch: 1 });
	});

	it("a daemon that stays stopped is given up, and the same life goes on when it wakes", async () => {
		const { simulator, pi, feed } = await setup({ timeoutMs: 300 });
		await pi.setWatchdog({ gpio: 5, timeout: 20 });
		const gone = until(pi, "disconnected");
		simulator.freeze();
		const failures = failuresOf(await load(pi));
		expect(failures).toHaveLength(CALLS);
		expect(
			failures.every((reason) => reason instanceof CommandTimeoutError || reason instanceof ConnectionError),
		).toBe(true);
		expect(await gone).toMatchObject({ cause: { code: "timeout" } });
		simulator.thaw();
		await feed.until(() => feed.begins.length === 2);
		expect(feed.begins[1]).toMatchObject({ epoch: 1, continues: true });
		await until(pi, "live");
		expect(failuresOf(await load(pi))).toEqual([]);
		await exercise(pi, feed);
	});
});
