import { startBridgeProcess } from "@gpioscope/e2e/bridgeProcess";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import { LoadGenerator } from "../relay/LoadGenerator.ts";
import { residentMegabytes } from "../relay/processTree.ts";
import type { Goal } from "../scope/Goal.ts";
import { formatCount, median } from "../table.ts";
import { LivePage, type Picture } from "./LivePage.ts";

const RATE = 1_000_000;
const GPIOS = Array.from({ length: 32 }, (_, gpio) => gpio);
/** A board that has that many GPIOs: the Compute Module 3. */
const BOARD = "a020a0";
/** So large that 32 compact lanes are in sight. */
const WINDOW = { width: 1920, height: 1240 } as const;
/** Lanes unfold, and what is compiled on first use is compiled, before anything is measured. */
const WARM_SECONDS = 5;
/** From the beginning of the load until it counts. */
const SETTLE_MS = 500;
/** Between two looks at the memory. */
const MEMORY_EVERY_MS = 1000;

/** Live traces of 32 lines that change a million times a second. */
export async function liveGoals(seconds: number): Promise<Goal[]> {
	const ends: (() => Promise<void>)[] = [];
	try {
		const simulator = await startSimulatorProcess(0, ["--bench", "none", "-s", "1", "--revision", BOARD]);
		ends.push(() => simulator.kill());
		const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${simulator.port}`]);
		ends.push(() => bridge.close());
		const page = await LivePage.open(bridge.url, WINDOW.width, WINDOW.height);
		ends.push(() => page.close());
		const load = await LoadGenerator.connect(simulator.port, GPIOS);
		ends.push(() => load.close());
		await load.play(RATE, WARM_SECONDS);
		return await watchLoad(page, load, seconds);
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

async function watchLoad(page: LivePage, load: LoadGenerator, seconds: number): Promise<Goal[]> {
	const before = await page.settle();
	const memory: number[] = [await page.megabytes()];
	const watch = setInterval(() => memory.push(residentMegabytes(page.pid)), MEMORY_EVERY_MS);
	let begin = 0;
	let played = 0;
	await page.watch();
	const cost = await page.cost(async () => {
		begin = Date.now();
		played = await load.play(RATE, seconds);
	});
	const pictures = await page.pictures();
	clearInterval(watch);
	const after = await page.settle();
	const end = begin + seconds * 1000;
	const { ages, distances } = figuresOf(pictures.filter(({ at }) => at > begin + SETTLE_MS && at < end));
	const perSecond = (1000 * distances.length) / distances.reduce((sum, next) => sum + next, 0);
	const lost = played - (after.changes - before.changes);
	const gaps = after.gaps - before.gaps;
	const perPicture = cost.mainMillis / cost.seconds / perSecond;
	const [p50, p99] = [median(ages), at(ages, 0.99)];
	const what = `live, ${formatCount(RATE)} reports/s on ${GPIOS.length} rows for ${seconds} s`;
	return [
		{
			measure: `${what}: reports`,
			goal: "none lost",
			measured: `${formatCount(played)} played, ${formatCount(lost)} lost, ${gaps} gaps`,
			isMet: lost === 0 && gaps === 0,
		},
		{
			measure: `${what}: pictures`,
			goal: "median 60 a second",
			measured: `every ${median(distances).toFixed(1)} ms, p99 ${at(distances, 0.99).toFixed(1)} ms, ${perSecond.toFixed(1)} a second`,
			isMet: median(distances) <= 17.2,
		},
		{
			measure: `${what}: age of the newest change drawn`,
			goal: "p50 20 ms, p99 40 ms",
			measured: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
			isMet: p50 <= 20 && p99 <= 40,
		},
		{
			measure: `${what}: main thread for a picture`,
			goal: "at most 6 ms",
			measured: `${perPicture.toFixed(2)} ms`,
			isMet: perPicture <= 6,
		},
		{
			measure: `${what}: memory of the page`,
			goal: "",
			measured: `${memory[0]?.toFixed(0)} MB before, ${Math.max(...memory).toFixed(0)} MB at most, ${(await page.megabytes()).toFixed(0)} MB after`,
		},
		{
			measure: `${what}: processor time of the whole browser`,
			goal: "",
			measured: `${(cost.browserMillis / cost.seconds / 10).toFixed(0)} % of a core`,
		},
	];
}

/** Ages, and distances from one picture to the next, ascending. */
function figuresOf(pictures: readonly Picture[]): { readonly ages: number[]; readonly distances: number[] } {
	return {
		ages: pictures.map(({ age }) => age).sort((a, b) => a - b),
		distances: pictures
			.flatMap(({ at }, index) => (index === 0 ? [] : [at - (pictures[index - 1]?.at ?? at)]))
			.sort((a, b) => a - b),
	};
}

/** Of ascending values the one that a share of them does not exceed. */
function at(ascending: readonly number[], share: number): number {
	return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? Number.NaN;
}
