import { startBridgeProcess } from "@gpioscope/e2e/bridgeProcess";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import { LoadGenerator } from "../relay/LoadGenerator.ts";
import { residentMegabytes } from "../relay/processTree.ts";
import type { Goal } from "../scope/Goal.ts";
import { formatCount, median } from "../table.ts";
import { LivePage, type Picture } from "./LivePage.ts";
import { FACTOR, ReportMultiplier } from "./ReportMultiplier.ts";

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

/** For how long four times the load is kept up. */
const STRETCH_SECONDS = 10;

/** Live traces of 32 lines that change a million times a second, and for a while four million times. */
export async function liveGoals(seconds: number): Promise<Goal[]> {
	const ends: (() => Promise<void>)[] = [];
	try {
		const simulator = await startSimulatorProcess(0, ["--bench", "none", "-s", "1", "--revision", BOARD]);
		ends.push(() => simulator.kill());
		const load = await LoadGenerator.connect(simulator.port, GPIOS);
		ends.push(() => load.close());
		const goals = await inPage(simulator.port, load, async (page) =>
			goalsOf(await watchLoad(page, load, seconds, 1)),
		);
		const multiplier = await ReportMultiplier.start(simulator.port);
		ends.push(() => multiplier.close());
		const stretch = await inPage(multiplier.port, load, async (page) =>
			stretchGoal(await watchLoad(page, load, Math.min(seconds, STRETCH_SECONDS), FACTOR)),
		);
		return [...goals, stretch];
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

/** A page of its own for a daemon, once it has warmed up. */
async function inPage<T>(
	port: number,
	load: LoadGenerator,
	measure: (page: LivePage) => Promise<T>,
): Promise<T> {
	const bridge = await startBridgeProcess(["--pi", `127.0.0.1:${port}`]);
	try {
		const page = await LivePage.open(bridge.url, WINDOW.width, WINDOW.height);
		try {
			await load.play(RATE, WARM_SECONDS);
			return await measure(page);
		} finally {
			await page.close();
		}
	} finally {
		await bridge.close();
	}
}

/** What a load did to the page. */
interface Watched {
	/** What was played, in words. */
	readonly what: string;
	readonly played: number;
	readonly lost: number;
	readonly gaps: number;
	/** Milliseconds, ascending: ages of what was drawn, and distances from one picture to the next. */
	readonly ages: readonly number[];
	readonly distances: readonly number[];
	readonly picturesPerSecond: number;
	/** Milliseconds of the main thread for a picture. */
	readonly perPicture: number;
	/** Of a core, for the whole browser. */
	readonly browserPercent: number;
	/** Resident megabytes of the page: before, at most, after. */
	readonly memory: readonly [number, number, number];
}

async function watchLoad(
	page: LivePage,
	load: LoadGenerator,
	seconds: number,
	factor: number,
): Promise<Watched> {
	const before = await page.settle();
	const memory: number[] = [await page.megabytes()];
	const watch = setInterval(() => memory.push(residentMegabytes(page.pid)), MEMORY_EVERY_MS);
	let begin = 0;
	let played = 0;
	await page.watch();
	const cost = await page.cost(async () => {
		begin = Date.now();
		played = factor * (await load.play(RATE, seconds));
	});
	const pictures = await page.pictures();
	clearInterval(watch);
	const after = await page.settle();
	const end = begin + seconds * 1000;
	const { ages, distances } = figuresOf(pictures.filter(({ at }) => at > begin + SETTLE_MS && at < end));
	const picturesPerSecond = (1000 * distances.length) / distances.reduce((sum, next) => sum + next, 0);
	return {
		what: `live, ${formatCount(factor * RATE)} reports/s on ${GPIOS.length} rows for ${seconds} s`,
		played,
		lost: played - (after.changes - before.changes),
		gaps: after.gaps - before.gaps,
		ages,
		distances,
		picturesPerSecond,
		perPicture: cost.mainMillis / cost.seconds / picturesPerSecond,
		browserPercent: cost.browserMillis / cost.seconds / 10,
		memory: [memory[0] ?? Number.NaN, Math.max(...memory), await page.megabytes()],
	};
}

function goalsOf(watched: Watched): Goal[] {
	const { what, played, lost, gaps, ages, distances, perPicture, memory } = watched;
	const [empty, most, after] = memory.map((megabytes) => `${megabytes.toFixed(0)} MB`);
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
			measured: `every ${median(distances).toFixed(1)} ms, p99 ${at(distances, 0.99).toFixed(1)} ms, ${watched.picturesPerSecond.toFixed(1)} a second`,
			isMet: median(distances) <= 17.2,
		},
		{
			measure: `${what}: age of the newest change drawn`,
			goal: "p50 20 ms, p99 40 ms",
			measured: `p50 ${median(ages).toFixed(1)} ms, p99 ${at(ages, 0.99).toFixed(1)} ms`,
			isMet: median(ages) <= 20 && at(ages, 0.99) <= 40,
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
			measured: `${empty} before, ${most} at most, ${after} after`,
		},
		{
			measure: `${what}: processor time of the whole browser`,
			goal: "",
			measured: `${watched.browserPercent.toFixed(0)} % of a core`,
		},
	];
}

function stretchGoal(watched: Watched): Goal {
	const { what, played, lost, gaps, ages, picturesPerSecond, perPicture } = watched;
	const age = `age p50 ${median(ages).toFixed(1)} ms, p99 ${at(ages, 0.99).toFixed(1)} ms`;
	const reports = `${formatCount(played)} played, ${formatCount(lost)} lost, ${gaps} gaps`;
	return {
		measure: `stretch: ${what}`,
		goal: "none lost, 60 a second",
		measured: `${reports}; ${picturesPerSecond.toFixed(1)} pictures a second, ${age}, ${perPicture.toFixed(2)} ms a picture`,
		isMet: lost === 0 && gaps === 0 && median(watched.distances) <= 17.2,
	};
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
