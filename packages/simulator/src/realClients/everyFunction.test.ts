import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reasonToSkip } from "../optionalProgram.ts";
import { type Simulator, startSimulator } from "../startSimulator.ts";
import { checksOf, type Outcome, programFolder, python, runPython } from "./runPython.ts";

const reason = reasonToSkip(python, ["-c", "import pigpio"], "apt-get install python3-pigpio");
const title = "every function of python3-pigpio";
const program = programFolder("everyFunction");

interface FunctionsOutcome extends Outcome {
	/** Every public function there is. */
	readonly functions: readonly string[];
	/** Those that no check called. */
	readonly uncalled: readonly string[];
}

const bench = {
	name: "Every function",
	devices: [
		{ kind: "lm75", pins: { sda: 2, scl: 3 }, options: { celsius: 22.5, wander: 0 } },
		{ kind: "eeprom24c32", pins: { sda: 2, scl: 3 } },
		{
			kind: "mcp3008",
			pins: { cs: 8, miso: 9, mosi: 10, sclk: 11 },
			options: { volts: [1.65], noise: 0 },
		},
	],
};

describe.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, () => {
	let outcome: FunctionsOutcome;
	let folder = "";
	let simulator: Simulator;

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), "gpioscope-python-"));
		const root = join(folder, "root");
		mkdirSync(join(root, "opt/pigpio/cgi"), { recursive: true });
		mkdirSync(join(root, "home/pi/folder"), { recursive: true });
		writeFileSync(join(root, "opt/pigpio/access"), "/home/pi/* u\n");
		const sum = join(root, "opt/pigpio/cgi/sum");
		writeFileSync(sum, "#!/bin/sh\nexit $(($1 + $2))\n");
		chmodSync(sum, 0o755);
		writeFileSync(join(folder, "bench.json"), JSON.stringify(bench));
		simulator = await startSimulator({
			port: 0,
			host: "127.0.0.1",
			bench: join(folder, "bench.json"),
			options: { files: root, serialEcho: true },
		});
		outcome = await runPython(program, simulator, { PI_FILES: root });
	}, 120_000);

	afterAll(async () => {
		await simulator.close();
		rmSync(folder, { recursive: true });
	});

	test.each(checksOf(program))("%s", (name) => {
		expect(outcome.checked).toContain(name);
		expect(outcome.problems[name] ?? "").toBe("");
	});

	test("none is left out", () => {
		expect(outcome.functions.length).toBeGreaterThan(120);
		expect(outcome.uncalled).toEqual([]);
	});
});
