import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reasonToSkip } from "../optionalProgram.ts";
import { type Simulator, startSimulator } from "../startSimulator.ts";
import { checksOf, type Outcome, programFolder, python, runPython } from "./runPython.ts";

const reason = reasonToSkip(
	python,
	["-c", "import gpiozero, pigpio"],
	"apt-get install python3-gpiozero python3-pigpio",
);
const title = "gpiozero with its pigpio pin factory";
const program = programFolder("gpiozeroDevices");

const bench = {
	name: "gpiozero",
	devices: [
		{
			kind: "button",
			pins: { contact: 17 },
			options: { everySeconds: 0, holdMillis: 60, bounceMicros: 0 },
		},
		{
			kind: "button",
			name: "bouncing",
			pins: { contact: 14 },
			options: { everySeconds: 0, holdMillis: 60, bounceMicros: 1500 },
		},
		{ kind: "blinker", pins: { data: 23 }, options: { periodMillis: 60, highMillis: 30 } },
		{ kind: "hcSr04", pins: { trigger: 24, echo: 25 }, options: { centimetres: 80, swing: 0 } },
		{ kind: "rotaryEncoder", name: "encoder", pins: { a: 26, b: 27 }, options: { everySeconds: 0 } },
		{
			kind: "mcp3008",
			pins: { cs: 8, miso: 9, mosi: 10, sclk: 11 },
			options: { volts: [0.825, 2.475], noise: 0 },
		},
		{
			kind: "mcp3008",
			name: "second converter",
			pins: { cs: 5, miso: 16, mosi: 13, sclk: 6 },
			options: { volts: [1.65], noise: 0 },
		},
	],
};

describe.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, () => {
	let outcome: Outcome;
	let folder = "";
	let simulator: Simulator;

	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), "gpioscope-gpiozero-"));
		writeFileSync(join(folder, "bench.json"), JSON.stringify(bench));
		simulator = await startSimulator({ port: 0, host: "127.0.0.1", bench: join(folder, "bench.json") });
		outcome = await runPython(program, simulator, { GPIOZERO_PIN_FACTORY: "pigpio" });
	}, 120_000);

	afterAll(async () => {
		await simulator.close();
		rmSync(folder, { recursive: true });
	});

	test.each(checksOf(program))("%s", (name) => {
		expect(outcome.checked).toContain(name);
		expect(outcome.problems[name] ?? "").toBe("");
	});
});
