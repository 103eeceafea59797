import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { connect, type Pi } from "@gpioscope/client";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import { cpuSecondsOf } from "../relay/processTree.ts";
import type { Section } from "../Section.ts";
import { formatCount } from "../table.ts";

const READERS = 4;
const GPIO = 4;
const BIT = 1 << GPIO;
/** At a sample period of 1 us: a report each microsecond, to every reader. */
const HALF_PERIOD = 1;
const RATE = 1e6 / HALF_PERIOD;

/** Counts what one client is sent, in a connection of its own. */
class Reader {
	edges = 0;
	losses = 0;
	readonly #pi: Pi;

	constructor(port: number) {
		this.#pi = connect({ host: "127.0.0.1", port });
	}

	async begin(): Promise<void> {
		await this.#pi.connected();
		const ignore = () => {};
		await new Promise<void>((resolve) => {
			this.#pi.openFeed({
				bits: BIT,
				onBegin: () => resolve(),
				onChanges: (_ticks, _levels, count) => {
					this.edges += count;
				},
				onWatchdog: ignore,
				onEvent: ignore,
				onLoss: () => {
					this.losses++;
				},
				onEnd: ignore,
			});
		});
	}

	close(): Promise<void> {
		return this.#pi.close();
	}
}

/** Whether the simulator keeps up with a real Pi's fastest signal, for several clients, and still answers. */
export const simulator: Section = {
	id: "simulator",
	title: `The simulator: ${formatCount(RATE)} reports a second to each of ${READERS} clients`,
	columns: ["value"],
	async run({ seconds }) {
		const daemon = await startSimulatorProcess(0, ["--bench", "none", "-s", "1"]);
		const { port, pid } = daemon;
		const owner = connect({ host: "127.0.0.1", port });
		const readers = Array.from({ length: READERS }, () => new Reader(port));
		try {
			await owner.connected();
			await owner.setMode({ gpio: GPIO, mode: 1 });
			const wave = await owner.makeWave([
				{ on: BIT, off: 0, delay: HALF_PERIOD },
				{ on: 0, off: BIT, delay: HALF_PERIOD },
			]);
			await Promise.all(readers.map((reader) => reader.begin()));
			await wave.send("repeat");
			const commander = fork(fileURLToPath(new URL("commander.ts", import.meta.url)), [String(port)], {
				execArgv: ["--import", "tsx"],
			});
			const before = cpuSecondsOf(pid);
			const begin = performance.now();
			for (const reader of readers) reader.edges = 0;
			await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
			const lasted = (performance.now() - begin) / 1000;
			const rates = readers.map(({ edges }) => edges / lasted);
			const after = cpuSecondsOf(pid);
			commander.send("end");
			const [waits] = (await once(commander, "message")) as [number[]];
			const at = (share: number) =>
				`${(waits[Math.floor((waits.length - 1) * share)] ?? Number.NaN).toFixed(2)} ms`;
			const losses = readers.reduce((sum, reader) => sum + reader.losses, 0);
			const rows = [
				{ measure: "reports/s, slowest client", values: [formatCount(Math.min(...rates))] },
				{ measure: "losses told", values: [String(losses)] },
				{
					measure: "processor",
					values: [`${((100 * (after - before)) / lasted).toFixed(0)} %`],
				},
				{ measure: "commands answered meanwhile", values: [formatCount(waits.length)] },
				{ measure: "their answers: median", values: [at(0.5)] },
				{ measure: "99 of 100 within", values: [at(0.99)] },
				{ measure: "all within", values: [at(1)] },
			];
			return { rows, notes: [`For ${seconds} s; readers and simulator share the machine.`] };
		} finally {
			await Promise.all([owner.close(), ...readers.map((reader) => reader.close())]);
			await daemon.kill();
		}
	},
};
