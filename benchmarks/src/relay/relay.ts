import { type BridgeProcess, startBridgeProcess } from "@gpioscope/e2e/bridgeProcess";
import { type SimulatorProcess, startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import type { Row, Section } from "../Section.ts";
import { formatCount } from "../table.ts";
import { LOAD_GPIO, LoadGenerator } from "./LoadGenerator.ts";
import { PageMeter } from "./PageMeter.ts";
import { cpuSecondsOf, residentMegabytes } from "./processTree.ts";

const RATES = [10_000, 100_000, 1_000_000];

/** Reports all the way from the simulated daemon through the bridge into a page that draws them. */
export const relay: Section = {
	id: "relay",
	title: "Reports relayed: simulator, bridge, one headless Chromium page",
	columns: [
		"arrived",
		"lost",
		"gaps",
		"mistimed",
		"CPU s/M simulator",
		"CPU s/M bridge",
		"CPU s/M browser",
		"frames/s",
		"main thread ms",
		"worst",
		"bridge MB",
	],
	async run({ seconds }) {
		if (process.platform !== "linux")
			return { skipped: "process times are read from /proc, which only Linux has" };
		const ends: (() => Promise<void>)[] = [];
		try {
			const simulator = await startSimulatorProcess(0, ["--bench", "none", "-s", "1"]);
			ends.push(() => simulator.kill());
			const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${simulator.port}`]);
			ends.push(() => bridge.close());
			const page = await PageMeter.open(bridge.url);
			ends.push(() => page.close());
			const load = await LoadGenerator.connect(simulator.port);
			ends.push(() => load.close());
			const rows: Row[] = [];
			for (const rate of RATES) rows.push(await relayAt(rate, seconds, { simulator, bridge, page, load }));
			const notes = [
				`${seconds} s at each rate. Arrived counts the changes in the page's own store; of the first 100 000 it kept,`,
				"mistimed are those at a wrong distance from the one before. CPU is seconds for a million reports, of all",
				"threads and child processes; main thread is how late timers came there, median and worst. The page shows",
				"its Scope view at 1440 x 900, drawn in software. The browser tells what drives it of every message, which adds",
				"to its time; what the page costs by itself is in the section scope.",
			];
			return { rows, notes };
		} finally {
			for (const end of ends.reverse()) await end();
		}
	},
};

interface Parts {
	readonly simulator: SimulatorProcess;
	readonly bridge: BridgeProcess;
	readonly page: PageMeter;
	readonly load: LoadGenerator;
}

async function relayAt(
	rate: number,
	seconds: number,
	{ simulator, bridge, page, load }: Parts,
): Promise<Row> {
	const before = await page.settle();
	const memory = residentMegabytes(bridge.pid);
	const pids = [simulator.pid, bridge.pid, page.pid];
	const cpu = pids.map(cpuSecondsOf);
	await page.begin();
	const played = await load.play(rate, seconds);
	const { framesPerSecond, latencyMedian, latencyWorst } = await page.end();
	const used = pids.map((pid, index) => cpuSecondsOf(pid) - (cpu[index] ?? 0));
	const after = await page.settle();
	const mistimed = await page.mistimed(LOAD_GPIO, before.endTime, 1e6 / rate);
	const arrived = after.changes - before.changes;
	return {
		measure: `${formatCount(rate)}/s`,
		values: [
			formatCount(arrived),
			formatCount(played - arrived),
			formatCount(after.gaps - before.gaps),
			formatCount(mistimed),
			...used.map((value) => ((value * 1e6) / played).toFixed(2)),
			framesPerSecond.toFixed(1),
			latencyMedian.toFixed(1),
			latencyWorst.toFixed(0),
			`${memory.toFixed(0)}→${residentMegabytes(bridge.pid).toFixed(0)}`,
		],
	};
}
