import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CaptureDocument, formats } from "@gpioscope/logic";
import { formatCount } from "../table.ts";
import type { Goal } from "./Goal.ts";
import { generateBlink, generateCapture } from "./generate/capture.ts";
import { quickest, type Timed, timePeer } from "./peers.ts";

const OPENED = 10_000_000;
const TABLED = 1_000_000;
/** Bytes of a file that are read at once. */
const PIECE = 1 << 20;
/** Each is timed so often, in turns, and the quickest counts. */
const RUNS = 3;

/** Opening and writing files, against sigrok-cli and vcd2fst. */
export function fileGoals(): Goal[] {
	const folder = mkdtempSync(join(tmpdir(), "gpioscope-benchmark-"));
	try {
		return [...openGoals(folder), ...tableGoals(folder), blinkGoal()];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function openGoals(folder: string): Goal[] {
	const file = join(folder, "uart.vcd");
	write(generateCapture("uart", OPENED), "vcd", file);
	const ours: number[] = [];
	const sigrok: Timed[] = [];
	const gtkwave: Timed[] = [];
	let document: CaptureDocument | undefined;
	for (let run = 0; run < RUNS; run++) {
		document = undefined;
		const start = performance.now();
		document = read("vcd", file);
		ours.push((performance.now() - start) / 1000);
		sigrok.push(timePeer("sigrok-cli", ["-I", "vcd", "-i", file, "-O", "null"], "sigrok-cli"));
		gtkwave.push(timePeer("vcd2fst", [file, join(folder, "uart.fst")], "gtkwave"));
	}
	const seconds = Math.min(...ours);
	const changes = document?.capture.changes ?? 0;
	const bytes = (document?.capture.byteLength ?? 0) / changes;
	const what = `open VCD of ${formatCount(changes)} changes (${formatCount(statSync(file).size / 1e6)} MB)`;
	return [
		against(`${what}, against sigrok-cli`, 0.4, seconds, quickest(sigrok)),
		against(`${what}, against vcd2fst`, undefined, seconds, quickest(gtkwave)),
		{
			measure: `memory of the store for ${formatCount(changes)} changes`,
			goal: "at most 9 bytes a change",
			measured: `${bytes.toFixed(2)} bytes`,
			isMet: bytes <= 9,
		},
	];
}

function tableGoals(folder: string): Goal[] {
	const document = generateCapture("rand16", TABLED);
	const file = join(folder, "rand16.vcd");
	write(document, "vcd", file);
	const ours = Array.from({ length: RUNS }, () => {
		const start = performance.now();
		write(document, "csv", join(folder, "ours.csv"));
		return (performance.now() - start) / 1000;
	});
	const target = join(folder, "sigrok.csv");
	const sigrok = timePeer("sigrok-cli", ["-I", "vcd", "-i", file, "-O", "csv", "-o", target], "sigrok-cli");
	const what = `CSV of ${formatCount(TABLED)} changes on 16 lines, against sigrok-cli's of samples`;
	return [against(what, 0.1, Math.min(...ours), sigrok)];
}

function blinkGoal(): Goal {
	const { byteLength } = generateBlink(300).capture;
	return {
		measure: "28 channels, 300 s, 1 Hz blink",
		goal: "under 1 MB",
		measured: `${(byteLength / 1000).toFixed(1)} kB`,
		isMet: byteLength < 1e6,
	};
}

export function against(measure: string, most: number | undefined, seconds: number, peer: Timed): Goal {
	const goal = most === undefined ? "" : `at most ${most}x`;
	if ("missing" in peer) return { measure, goal, measured: `${seconds.toFixed(2)} s; ${peer.missing}` };
	const ratio = seconds / peer.seconds;
	return {
		measure,
		goal,
		measured: `${ratio.toFixed(2)}x (${seconds.toFixed(2)} s, ${peer.seconds.toFixed(2)} s)`,
		isMet: most === undefined ? undefined : ratio <= most,
	};
}

function formatOf(id: string) {
	const format = formats.find((entry) => entry.id === id);
	if (format?.read === undefined || format.write === undefined)
		throw new Error(`${id} is not read and written`);
	return { read: format.read, write: format.write };
}

function read(id: string, file: string): CaptureDocument {
	const reader = formatOf(id).read(file);
	const piece = new Uint8Array(PIECE);
	const descriptor = openSync(file, "r");
	for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece))
		reader.push(piece.subarray(0, count));
	closeSync(descriptor);
	return reader.end();
}

/** Writes a capture piece by piece. */
export function write(document: CaptureDocument, id: string, file: string): void {
	const descriptor = openSync(file, "w");
	for (const piece of formatOf(id).write(document, {})) writeSync(descriptor, piece);
	closeSync(descriptor);
}
