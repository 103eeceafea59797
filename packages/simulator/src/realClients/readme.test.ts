import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { parseCommandLine } from "../commandLine.ts";
import { reasonToSkip } from "../optionalProgram.ts";
import { startSimulator } from "../startSimulator.ts";
import { python } from "./runPython.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const section = /^## Clients you know\n(.*?)^## /ms.exec(readme)?.[1] ?? "";

/** Each example, and what it says by the block behind it. */
const examples = [...section.matchAll(/```(python|sh)\n(.*?)```\n+```text\n(.*?)```/gs)].map(
	([, language = "", code = "", output = ""]) => ({ language, code, output }),
);

const programs = [
	{
		name: "python3-pigpio",
		isMeant: ({ code }: { code: string }) => code.includes("import pigpio"),
		reason: reasonToSkip(python, ["-c", "import pigpio"], "apt-get install python3-pigpio"),
		run: (code: string) => [python, ["-c", code]] as const,
	},
	{
		name: "gpiozero",
		isMeant: ({ code }: { code: string }) => code.includes("from gpiozero"),
		reason: reasonToSkip(python, ["-c", "import gpiozero"], "apt-get install python3-gpiozero"),
		run: (code: string) => [python, ["-c", code]] as const,
	},
	{
		name: "pigs",
		isMeant: ({ language }: { language: string }) => language === "sh",
		reason: reasonToSkip("pigs", ["help"], "apt-get install pigpio-tools"),
		run: (code: string) => ["/bin/sh", ["-ec", code]] as const,
	},
];

describe("the README's examples", () => {
	test("there is one for each client", () => {
		const clients = examples.map((example) => programs.find(({ isMeant }) => isMeant(example))?.name);
		expect(clients).toEqual(programs.map(({ name }) => name));
	});

	for (const { name, isMeant, reason, run } of programs) {
		const title = `${name} says what is written there`;
		test.skipIf(reason !== undefined)(
			reason ? `${title} (skipped: ${reason})` : title,
			async () => {
				const example = examples.find(isMeant);
				// What `pnpm sim` starts, but on a free port.
				const simulator = await startSimulator(parseCommandLine(["-p", "0"]).start);
				onTestFinished(() => simulator.close());
				const [program, args] = run(example?.code ?? "");
				const env = { ...process.env, PIGPIO_ADDR: "127.0.0.1", PIGPIO_PORT: String(simulator.port) };
				const { stdout } = await promisify(execFile)(program, [...args], { env, timeout: 60_000 });
				expect(stdout).toBe(example?.output);
			},
			70_000,
		);
	}
});
