import { connect, type Pi } from "@gpioscope/client";
import { startSimulatorProcess } from "@gpioscope/e2e/simulatorProcess";
import { encodeRequest } from "@gpioscope/protocol";
import type { Gpio } from "pigpio-client";
import type { Row, Section } from "../Section.ts";
import { formatCount, formatRatio, median } from "../table.ts";
import { measureBareSocket } from "./bareSocket.ts";
import { PigpioClient } from "./PigpioClient.ts";
import { missingPython, PythonClient } from "./PythonClient.ts";

/** Many short rounds: what else the machine does then falls on all alike. */
const ROUNDS = 15;
const SECONDS = 0.2;
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

/** Round trips a second of pigpio-client, alike. */
async function measurePigpioClient(gpio: Gpio, command: Command, batch: number): Promise<number> {
	const begin = performance.now();
	const end = begin + SECONDS * 1000;
	let count = 0;
	let now = begin;
	while (now < end) {
		const calls = Array.from({ length: batch }, (_, index) =>
			command === "read" ? gpio.read() : gpio.write(index & 1),
		);
		await Promise.all(calls);
		count += batch;
		now = performance.now();
	}
	return (count * 1000) / (now - begin);
}

/** Who is measured besides python3-pigpio, and how. */
interface Contender {
	readonly name: string;
	run(command: Command): Promise<number>;
}

/** Commands a second through one connection, against other clients on the same simulator. */
export const roundTrips: Section = {
	id: "roundTrips",
	title: "Commands a second, one client on one connection",
	columns: ["read", "to python3-pigpio", "write", "to python3-pigpio"],
	async run() {
		const missing = missingPython();
		if (missing !== undefined) return { skipped: missing };
		const simulator = await startSimulatorProcess(0, ["--bench", "none"]);
		const { port } = simulator;
		const pi = connect({ host: "127.0.0.1", port });
		try {
			await pi.connected();
			const python = await PythonClient.connect(port);
			const theirs = await PigpioClient.connect(port);
			const contenders: Contender[] = [
				{
					name: "bare Node socket",
					run: (command) => measureBareSocket(port, bareRequests[command], SECONDS),
				},
				{ name: "pigpio-client, one by one", run: (command) => measurePigpioClient(theirs.gpio, command, 1) },
				{ name: "ours, one by one", run: (command) => measure(pi, command, 1) },
				{
					name: `pigpio-client, ${BATCH} at once`,
					run: (command) => measurePigpioClient(theirs.gpio, command, BATCH),
				},
				{ name: `ours, ${BATCH} at once`, run: (command) => measure(pi, command, BATCH) },
			];
			const rows = await compare(contenders, python);
			await Promise.all([python.close(), theirs.close()]);
			const notes = [
				`Medians of ${ROUNDS} rounds of ${SECONDS} s each, taken in turns; ratios within each round.`,
				"python3-pigpio and the bare socket sleep until the answer has come; ours looks for it up to 0.2 ms first.",
				"pigpio-client was asked to send before the last answer came (pipelining: true); it does not by itself.",
			];
			return { rows, notes };
		} finally {
			await pi.close();
			await simulator.kill();
		}
	},
};

async function compare(contenders: readonly Contender[], python: PythonClient): Promise<Row[]> {
	const columns: { reference: number; values: number[]; ratios: number[] }[] = [];
	for (const command of ["read", "write"] as const) {
		// Warm code is measured.
		for (const contender of contenders) await contender.run(command);
		const references: number[] = [];
		const rates = contenders.map((): number[] => []);
		const ratios = contenders.map((): number[] => []);
		for (let round = 0; round < ROUNDS; round++) {
			const reference = await python.measure(command, SECONDS);
			references.push(reference);
			for (const [i, contender] of contenders.entries()) {
				const rate = await contender.run(command);
				rates[i]?.push(rate);
				ratios[i]?.push(rate / reference);
			}
		}
		columns.push({ reference: median(references), values: rates.map(median), ratios: ratios.map(median) });
	}
	return [
		{ measure: "python3-pigpio", values: columns.flatMap(({ reference }) => [formatCount(reference), ""]) },
		...contenders.map(({ name }, i) => ({
			measure: name,
			values: columns.flatMap(({ values, ratios }) => [
				formatCount(values[i] ?? 0),
				formatRatio(ratios[i] ?? 0),
			]),
		})),
	];
}
