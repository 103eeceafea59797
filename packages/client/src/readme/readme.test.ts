import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type SimulatorProcess, startSimulatorProcess } from "../testing/simulatorProcess.ts";
import { readExamples } from "./examples.ts";

const index = fileURLToPath(new URL("../index.ts", import.meta.url));
const bench = fileURLToPath(new URL("bench.json", import.meta.url));
/** The one for browsers is run by the bridge's tests. */
const examples = readExamples().filter(({ heading }) => heading !== "In a browser");
let folder: string;
let simulator: SimulatorProcess;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-readme-"));
	simulator = await startSimulatorProcess(0, ["--bench", bench]);
	vi.stubEnv("PIGPIO_PORT", String(simulator.port));
	vi.stubEnv("PIGPIO_ADDR", "127.0.0.1");
});

afterEach(() => vi.restoreAllMocks());

afterAll(async () => {
	vi.unstubAllEnvs();
	await simulator.kill();
	rmSync(folder, { recursive: true });
});

describe("the README", () => {
	it("has examples for all that it promises", () => {
		expect(examples.map(({ heading }) => heading)).toEqual([
			"First steps",
			"PWM, servos, clocks",
			"Edges",
			"Edges",
			"Edges",
			"Waves",
			"Scripts",
			"Buses",
			"Buses",
			"Errors",
			"Time limits and cancelling",
			"When the connection is lost",
			"Several Pis",
		]);
	});

	it.each(examples.map((example, number) => [number, example.heading, example] as const))(
		"example %i, %s, prints what it says",
		async (number, _, { code, prints }) => {
			const file = join(folder, `example${number}.ts`);
			// Its hosts are all the simulator here.
			const runnable = code
				.replaceAll('"@gpioscope/client"', JSON.stringify(index))
				.replaceAll(/"(kitchen|garage)\.local"/g, '"127.0.0.1"');
			writeFileSync(file, runnable);
			const printed: string[] = [];
			vi.spyOn(console, "log").mockImplementation((...args) => printed.push(format(...args)));
			await import(/* @vite-ignore */ file);
			expect(prints.length).toBeGreaterThan(0);
			let at = 0;
			for (const text of prints) {
				const found = printed.indexOf(text, at);
				expect(printed.slice(at), `what follows must have: ${text}`).toContain(text);
				at = found + 1;
			}
		},
	);
});
