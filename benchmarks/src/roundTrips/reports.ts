import { connect, type Pi } from "@gpioscope/client";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import type { Row, Section } from "../Section.ts";
import { formatCount, formatRatio, median } from "../table.ts";
import { PigpioClient } from "./PigpioClient.ts";
import { missingPython, PythonClient } from "./PythonClient.ts";

const ROUNDS = 5;
const SECONDS = 0.5;
const SETTLE_MS = 100;
const GPIO = 4;
const BIT = 1 << GPIO;
/** Half a million edges a second: more than python3-pigpio needs a whole processor for on a Pi. */
const HALF_PERIOD = 2;

/** Edges a second that arrived, and the share of a processor that took. */
interface Intake {
	readonly edges: number;
	readonly load: number;
}

/** Counts what arrives in this process for a while. */
async function count(begin: (arrived: (edges: number) => void) => () => unknown): Promise<Intake> {
	let edges = 0;
	const end = begin((more) => {
		edges += more;
	});
	await pause(SETTLE_MS);
	edges = 0;
	const [from, cpu] = [performance.now(), process.cpuUsage()];
	await pause(SECONDS * 1000);
	const seconds = (performance.now() - from) / 1000;
	const { user, system } = process.cpuUsage(cpu);
	const counted = edges;
	await end();
	return { edges: counted / seconds, load: (user + system) / 1e6 / seconds };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function ourFeed(pi: Pi): Promise<Intake> {
	return count((arrived) => {
		const ignore = () => {};
		const feed = pi.openFeed({
			bits: BIT,
			onBegin: ignore,
			onChanges: (_ticks, _levels, changes) => arrived(changes),
			onWatchdog: ignore,
			onEvent: ignore,
			onLoss: ignore,
			onEnd: ignore,
		});
		return () => feed.close();
	});
}

function ourCallback(pi: Pi): Promise<Intake> {
	return count((arrived) => {
		const callback = pi.callback(GPIO, "either", () => arrived(1));
		return async () => (await callback).cancel();
	});
}

function theirNotify({ gpio }: PigpioClient): Promise<Intake> {
	return count((arrived) => {
		gpio.notify((level) => {
			if (level !== null) arrived(1);
		});
		return () => new Promise<void>((resolve) => gpio.endNotify(() => resolve()));
	});
}

/** What it costs to take in the reports of one GPIO, against other clients on the same simulator. */
export const reports: Section = {
	id: "reports",
	title: `Reports taken in, of ${formatCount(1e6 / HALF_PERIOD)} edges a second`,
	columns: ["edges/s", "processor", "µs an edge", "times less than python3-pigpio"],
	async run() {
		const missing = missingPython();
		if (missing !== undefined) return { skipped: missing };
		const simulator = await startSimulatorProcess(0, ["--bench", "none", "-s", "1"]);
		const pi = connect({ host: "127.0.0.1", port: simulator.port });
		try {
			await pi.connected();
			await pi.setMode({ gpio: GPIO, mode: 1 });
			const { wave } = await pi.transport.makeWave([
				{ on: BIT, off: 0, delay: HALF_PERIOD },
				{ on: 0, off: BIT, delay: HALF_PERIOD },
			]);
			await pi.sendWaveRepeat({ wave });
			const python = await PythonClient.connect(simulator.port);
			const theirs = await PigpioClient.connect(simulator.port);
			const contenders: Record<string, () => Promise<Intake>> = {
				"python3-pigpio, callback": () => python.measureCallbacks(SECONDS),
				"pigpio-client, notify": () => theirNotify(theirs),
				"ours, callback": () => ourCallback(pi),
				"ours, feed": () => ourFeed(pi),
			};
			const rows = await compare(contenders);
			await Promise.all([python.close(), theirs.close()]);
			const notes = [
				`Medians of ${ROUNDS} rounds of ${SECONDS} s each, taken in turns. A feed hands on arrays, the others call back`,
				"for each edge. The processor time of Node's clients includes that of the benchmark around them.",
			];
			return { rows, notes };
		} finally {
			await pi.close();
			await simulator.kill();
		}
	},
};

async function compare(contenders: Record<string, () => Promise<Intake>>): Promise<Row[]> {
	const taken = Object.entries(contenders).map(([name, run]) => ({ name, run, intakes: [] as Intake[] }));
	for (let round = 0; round < ROUNDS; round++) {
		for (const { run, intakes } of taken) intakes.push(await run());
	}
	const costOf = (intakes: readonly Intake[]) =>
		median(intakes.map(({ edges, load }) => (load * 1e6) / edges));
	const reference = costOf(taken[0]?.intakes ?? []);
	return taken.map(({ name, intakes }) => ({
		measure: name,
		values: [
			formatCount(median(intakes.map(({ edges }) => edges))),
			`${(100 * median(intakes.map(({ load }) => load))).toFixed(0)} %`,
			costOf(intakes).toFixed(3),
			formatRatio(reference / costOf(intakes)),
		],
	}));
}
