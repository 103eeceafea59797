import { connect, type Pi } from "@gpioscope/client";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import { encodeRequest } from "@gpioscope/protocol";
import type { Row, Section } from "../Section.ts";
import { formatCount, formatRatio, median } from "../table.ts";
import { measureBareSocket } from "./bareSocket.ts";
import { missingPython, PythonClient } from "./PythonClient.ts";

const ROUNDS = 5;
const SECONDS = 0.5;
/** Commands that one turn of the event loop sends at once. */
const BATCH = 500;

type Command = "read" | "write";

const bareRequests: Readonly<Record<Command, Uint8Array>> = {
	read: encodeRequest("read", { gpio: 4 }),
	write: encodeRequest("write", { gpio: 4, level: 1 }),
};

function runOne(pi: Pi, command: Command, index: number): Promise<number> {
	return command === "read" ? pi.read({ gpio: 4 }) : pi.write({ gpio: 4, level: index & 1 });
}

/** Round trips a second of our client: each awaited, or `batch` under way at once. */
async function measure(pi: Pi, command: Command, batch: number): Promise<number> {
	const begin = performance.now();
	const end = begin + SECONDS * 1000;
	let count = 0;
	let now = begin;
	while (now < end) {
		if (batch === 1) await runOne(pi, command, count);
		else await Promise.all(Array.from({ length: batch }, (_, index) => runOne(pi, command, index)));
		count += batch;
		now = performance.now();
	}
	return (count * 1000) / (now - begin);
}

/** Commands a second through one connection, against python3-pigpio on the same simulator. */
export const roundTrips: Section = {
	id: "roundTrips",
	title: "Commands a second, one client on one connection",
	columns: ["python3-pigpio", "bare Node socket", "one by one", "ratio", `${BATCH} at once`, "ratio"],
	async run() {
		const missing = missingPython();
		if (missing !== undefined) return { skipped: missing };
		const simulator = await startSimulatorProcess(0, ["--bench", "none"]);
		const pi = connect({ host: "127.0.0.1", port: simulator.port });
		try {
			await pi.connected();
			const python = await PythonClient.connect(simulator.port);
			const rows: Row[] = [];
			for (const command of ["read", "write"] as const) {
				rows.push(await compare(command, pi, python, simulator.port));
			}
			await python.close();
			const notes = [
				`Medians of ${ROUNDS} rounds of ${SECONDS} s each, taken in turns; ratios to python3-pigpio.`,
				"python3-pigpio blocks in the kernel; one by one, an event loop can do no more than the bare socket.",
			];
			return { rows, notes };
		} finally {
			await pi.close();
			await simulator.kill();
		}
	},
};

async function compare(command: Command, pi: Pi, python: PythonClient, port: number): Promise<Row> {
	const theirs: number[] = [];
	const bare: number[] = [];
	const sequential: number[] = [];
	const pipelined: number[] = [];
	await measure(pi, command, BATCH);
	for (let round = 0; round < ROUNDS; round++) {
		theirs.push(await python.measure(command, SECONDS));
		bare.push(await measureBareSocket(port, bareRequests[command], SECONDS));
		sequential.push(await measure(pi, command, 1));
		pipelined.push(await measure(pi, command, BATCH));
	}
	const reference = median(theirs);
	return {
		measure: command,
		values: [
			formatCount(reference),
			formatCount(median(bare)),
			formatCount(median(sequential)),
			formatRatio(median(sequential) / reference),
			formatCount(median(pipelined)),
			formatRatio(median(pipelined) / reference),
		],
	};
}
