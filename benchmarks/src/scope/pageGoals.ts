import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBridgeProcess } from "@gpioscope/e2e/bridgeProcess";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import { formatCount } from "../table.ts";
import { against, write } from "./fileGoals.ts";
import type { Goal } from "./Goal.ts";
import { generateCapture } from "./generate/capture.ts";
import { timePulseView } from "./pulseView.ts";
import { ScopePage } from "./ScopePage.ts";

const CHANGES = 10_000_000;

/** Opening a large file in the page, and moving about in it. */
export async function pageGoals(): Promise<Goal[]> {
	const folder = mkdtempSync(join(tmpdir(), "gpioscope-benchmark-"));
	const ends: (() => Promise<void>)[] = [];
	try {
		const file = join(folder, "rand32.vcd");
		write(generateCapture("rand32", CHANGES), "vcd", file);
		const simulator = await startSimulatorProcess(0, ["--bench", "none"]);
		ends.push(() => simulator.kill());
		const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${simulator.port}`]);
		ends.push(() => bridge.close());
		const page = await ScopePage.open(bridge.url);
		ends.push(() => page.close());
		const empty = await page.megabytes();
		const { shown, read, longestTask } = await page.openFile(file, CHANGES);
		const memory = (await page.megabytes()) - empty;
		const { median, p99, query, draw } = await page.navigate();
		const peer = await timePulseView(file);
		const what = `VCD of ${formatCount(CHANGES)} changes on 32 lines in the page`;
		return [
			{
				measure: `${what}: shown`,
				goal: "within 0.3 s",
				measured: `${(shown / 1000).toFixed(2)} s; read in ${(read / 1000).toFixed(1)} s`,
				isMet: shown <= 300,
			},
			against(`${what}: read, against PulseView`, undefined, read / 1000, peer),
			{
				measure: `${what}: longest task of the main thread`,
				goal: "at most 50 ms",
				measured: longestTask === 0 ? "none above 50 ms" : `${longestTask.toFixed(0)} ms`,
				isMet: longestTask <= 50,
			},
			{
				measure: `${what}: memory beyond the empty page`,
				goal: "at most 120 MB",
				measured: `${memory.toFixed(0)} MB (${empty.toFixed(0)} MB empty)`,
				isMet: memory <= 120,
			},
			{
				measure: `${what}: zooming and dragging, 1920 pixels wide`,
				goal: "median 16.7 ms, p99 33 ms",
				measured: `median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
				// Frames come at 60 a second; half a millisecond is the clock's.
				isMet: median <= 17.2 && p99 <= 33.5,
			},
			{
				measure: `${what}: query and draw a frame meanwhile`,
				goal: "at most 4 ms",
				measured: `${(query + draw).toFixed(2)} ms in the median (worker ${query.toFixed(2)}, main thread ${draw.toFixed(2)})`,
				isMet: query + draw <= 4,
			},
		];
	} finally {
		for (const end of ends.reverse()) await end();
		rmSync(folder, { recursive: true });
	}
}
