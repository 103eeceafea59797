import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { TcpPi as Pi } from "./Pi.ts";
import type { PiStatus } from "./PiStatus.ts";
import type { FeedOptions } from "./PiTransport.ts";
import { client, closeLater, until } from "./testing/daemons.ts";
import { startSimulatorProcess } from "./testing/simulatorProcess.ts";

async function stalledReader(port: number): Promise<ChildProcess> {
	const script = fileURLToPath(new URL("testing/stalledReader.mjs", import.meta.url));
	const child = spawn(process.execPath, [script, `${port}`], { stdio: ["ignore", "pipe", "inherit"] });
	closeLater({ close: async () => void child.kill("SIGKILL") });
	await once(child.stdout, "data");
	return child;
}

const becomes = (pi: Pi, kind: PiStatus["kind"]) =>
	new Promise<PiStatus>((resolve) => {
		const stop = pi.onStatus((status) => {
			if (status.kind !== kind) return;
			stop();
			resolve(status);
		});
	});

describe("another program that stops reading its notifications", { timeout: 60_000 }, () => {
	it("is noticed, although commands are answered, and what it cost is told when it has gone", async () => {
		const simulator = closeLater(
			await startSimulatorProcess(0, ["--bench", "none", "-s", "1"]).then((it) => ({
				...it,
				close: it.kill,
			})),
		);
		const pi = client(simulator.port);
		await pi.connected();
		const losses: Parameters<FeedOptions["onLoss"]>[0][] = [];
		let heardAgain: () => void = () => {};
		pi.openFeed({
			bits: 16,
			onBegin() {},
			onChanges() {},
			onWatchdog() {},
			onEvent() {},
			onEnd() {},
			onLoss(loss) {
				losses.push(loss);
				heardAgain();
			},
		});
		await pi.setMode({ gpio: 4, mode: 1 });
		const wave = await pi.transport.makeWave([
			{ on: 16, off: 0, delay: 2 },
			{ on: 0, off: 16, delay: 2 },
		]);
		await pi.sendWaveRepeat(wave);
		const reader = await stalledReader(simulator.port);

		const stalled = await becomes(pi, "stalled");
		expect(stalled).toMatchObject({ kind: "stalled", cause: "reports" });
		expect(await pi.getVersion()).toBe(79);

		const lost = new Promise<void>((resolve) => {
			heardAgain = resolve;
		});
		const live = becomes(pi, "live");
		reader.kill("SIGKILL");
		await Promise.all([live, lost]);
		await until(pi, "live");
		expect(losses[0]).toMatchObject({ cause: "stalled" });
		const [loss] = losses;
		expect(((loss?.toTick ?? 0) - (loss?.fromTick ?? 0)) >>> 0).toBeGreaterThan(500_000);
	});
});
