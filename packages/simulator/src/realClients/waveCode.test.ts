import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { changesOfGpio, compileWave, starterDocument, waveCode } from "@gpioscope/logic";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Level, Micros } from "../devices/Device.ts";
import { reasonToSkip } from "../optionalProgram.ts";
import { startSimulator } from "../startSimulator.ts";

const python = "/usr/bin/python3";
const document = starterDocument("starter");
const gpios = document.tracks.map((track) => track.gpio);
const { pulses } = compileWave(document);

const languages = [
	{
		language: "python",
		reason: reasonToSkip(python, ["-c", "import pigpio"], "apt-get install python3-pigpio"),
		run: (code: string) => [python, ["-c", code]] as const,
	},
	{
		language: "pigs",
		reason: reasonToSkip("pigs", ["help"], "apt-get install pigpio-tools"),
		run: (code: string) =>
			["/bin/sh", ["-ec", `${code}\nwhile [ "$(pigs wvbsy)" = 1 ]; do sleep 0.01; done`]] as const,
	},
] as const;

/** Starts a simulator and notes what the wave's lines do. */
async function watchedSimulator() {
	const simulator = await startSimulator({ port: 0, host: "127.0.0.1", bench: "none" });
	onTestFinished(() => simulator.close());
	const seen = new Map<number, { time: Micros; level: Level }[]>(gpios.map((gpio) => [gpio, []]));
	simulator.attach({
		name: "witness",
		attach: (world) => {
			for (const [gpio, changes] of seen) world.onLevel(gpio, (level, time) => changes.push({ time, level }));
		},
		detach: () => {},
	});
	return { simulator, seen };
}

describe("a drawn wave's code", () => {
	for (const { language, reason, run } of languages) {
		const title = `in ${language} plays the wave as drawn`;
		test.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, async () => {
			const { simulator, seen } = await watchedSimulator();
			const [program, args] = run(waveCode(language, { pulses, gpios, isRepeated: false }));
			const env = { ...process.env, PIGPIO_ADDR: "127.0.0.1", PIGPIO_PORT: String(simulator.port) };
			await promisify(execFile)(program, [...args], { env, timeout: 30_000 });
			const start = seen.get(gpios[0] ?? 0)?.[0]?.time ?? 0;
			for (const gpio of gpios) {
				const moved = seen.get(gpio)?.map(({ time, level }) => ({ time: time - start, level }));
				expect(moved).toEqual(changesOfGpio(pulses, gpio, 0));
			}
		});
	}
});
