import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseCommandLine } from "../commandLine.ts";
import { VirtualClock } from "../engine/Clock.ts";
import { type Simulator, startSimulator } from "../startSimulator.ts";
import type { GoldenCase, GoldenStep } from "./goldenFiles.ts";
import { TestClient } from "./TestClient.ts";

/** Delays that pass between two looks for an answer. */
const WAITS_AT_ONCE = 64;
const TICK_COMMAND = 16;

/** How a case went: how many steps have an answer, and what differed, by the step's number. */
export interface ReplayOutcome {
	steps: number;
	readonly differences: Map<number, string>;
}

/**
 * Replays a recorded case on a fresh simulator and compares every answer byte for byte.
 * @param pace microseconds from one command to the next of a client that waits for each answer
 */
export async function replayCase(golden: GoldenCase, pace: number): Promise<ReplayOutcome> {
	const clock = new VirtualClock();
	clock.advance(1_000_000);
	const board = golden.board ?? {};
	const args = [
		...golden.daemon_args,
		...(board.revision === undefined ? [] : ["--revision", board.revision]),
	];
	if (board.serial_echo === "1") args.push("--serial-echo");
	const root = makeRoot(golden);
	if (root !== undefined) args.push("--files", root);
	const { start } = parseCommandLine([...args, "-p", "0", "--bench", "none"]);
	const simulator = await startSimulator({ ...start, host: "127.0.0.1", clock });
	const replay = new Replay(simulator, clock, golden, pace);
	try {
		return await replay.run();
	} finally {
		await simulator.close();
		if (root !== undefined) rmSync(root, { recursive: true });
	}
}

/** Sets up the files the recorded daemon saw, and an empty folder that its transcript speaks of. */
function makeRoot({ root_files, fs_reset }: GoldenCase): string | undefined {
	if (root_files === undefined) return undefined;
	const root = mkdtempSync(join(tmpdir(), "gpioscope-golden-"));
	const fixed = Object.entries(root_files).map(([path, { text, mode }]) => ({ path, text, mode }));
	const reset = Object.entries(fs_reset ?? {}).map(([path, text]) => ({ path, text, mode: 0o644 }));
	for (const { path, text, mode } of [...fixed, ...reset]) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
		chmodSync(join(root, path), mode);
	}
	mkdirSync(join(root, "srv/gpio-fixtur/fs/rw/dir"), { recursive: true });
	return root;
}

class Replay {
	readonly #simulator: Simulator;
	readonly #clock: VirtualClock;
	readonly #golden: GoldenCase;
	readonly #pace: number;
	readonly #clients = new Map<number, TestClient>();

	constructor(simulator: Simulator, clock: VirtualClock, golden: GoldenCase, pace: number) {
		this.#simulator = simulator;
		this.#clock = clock;
		this.#golden = golden;
		this.#pace = pace;
	}

	async run(): Promise<ReplayOutcome> {
		const outcome: ReplayOutcome = { steps: 0, differences: new Map() };
		for (const [index, step] of this.#golden.steps.entries()) {
			if (step.send !== undefined) {
				outcome.steps++;
				const difference = await this.#step(step, index);
				if (difference !== undefined) outcome.differences.set(index, difference);
			}
			this.#clock.advance(this.#pace + (step.sleep_ms ?? 0) * 1000);
			if (step.close_conn !== undefined) await this.#hangUp(step.close_conn);
		}
		for (const client of this.#clients.values()) await client.close();
		return outcome;
	}

	async #step(step: GoldenStep, index: number): Promise<string | undefined> {
		const client = await this.#client(step.conn ?? 0);
		const expected = Buffer.from(step.recv ?? "", "hex");
		const request = Buffer.from(step.send ?? "", "hex");
		client.send(request);
		const isEnough = () =>
			step.closed === true
				? client.isClosed
				: expected.length > 0 && client.received.length >= expected.length;
		await client.settle(isEnough, expected.length > 0 ? 400 : 20);
		// A shell script takes real time.
		await this.#simulator.daemon.shell.idle();
		// The only timers of a daemon without a bench are its own delays.
		const { engine } = this.#simulator.daemon;
		while (!isEnough() && engine.nextTimer < Number.POSITIVE_INFINITY) {
			for (let waits = 0; waits < WAITS_AT_ONCE && engine.nextTimer < Number.POSITIVE_INFINITY; waits++) {
				this.#clock.advance(Math.max(0, engine.nextTimer - this.#clock.now()));
			}
			await client.settle(isEnough, 20);
		}
		if (expected.length > 0) await client.settle(isEnough);
		const received = client.take(client.received.length);
		const masks = this.#masks(index, request);
		const isEqual = blank(received, masks).equals(blank(expected, masks));
		if (isEqual && (step.closed === true) === client.isClosed) return undefined;
		return `${step.note ?? ""} sent ${request.toString("hex", 0, 40)} got ${received.toString("hex")} expected ${expected.toString("hex")}${step.closed === true ? " and closed" : ""}`;
	}

	/** Bytes that differ from run to run: those recorded as such, and ticks. */
	#masks(index: number, request: Buffer): (readonly [number, number])[] {
		const recorded = this.#golden.nondeterministic.filter(({ step }) => step === index);
		const isTick = request.length >= 4 && request.readUInt32LE(0) === TICK_COMMAND;
		return [...recorded.map(({ bytes }) => bytes), ...(isTick ? [[12, 16] as const] : [])];
	}

	async #client(number: number): Promise<TestClient> {
		const known = this.#clients.get(number);
		if (known !== undefined) return known;
		const client = await TestClient.open(this.#simulator.port);
		this.#clients.set(number, client);
		return client;
	}

	async #hangUp(number: number): Promise<void> {
		const client = this.#clients.get(number);
		await client?.close();
		// The server notices a little later; a handle the connection had is free only then.
		await client?.settle(() => false, 3);
		this.#clients.delete(number);
	}
}

function blank(bytes: Buffer, masks: readonly (readonly [number, number])[]): Buffer {
	const copy = Buffer.from(bytes);
	for (const [from, to] of masks) copy.fill(0, from, Math.min(to, copy.length));
	return copy;
}
