import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Simulator } from "../startSimulator.ts";

/** Debian's Python, which has Debian's modules. */
export const python = "/usr/bin/python3";
const shared = fileURLToPath(new URL("python/", import.meta.url));
const BENCH = "@bench ";

/** What a program of checks says at its end. */
export interface Outcome {
	/** What went wrong, by the check's name. */
	readonly problems: Readonly<Record<string, string>>;
	readonly checked: readonly string[];
}

/** The folder of a program of checks. */
export function programFolder(name: string): string {
	return fileURLToPath(new URL(`${name}/`, import.meta.url));
}

/** The names of a program's checks, as its files give them. */
export function checksOf(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith(".py"))
		.flatMap((name) => [...readFileSync(join(folder, name), "utf8").matchAll(/^@part\ndef (\w+)/gm)])
		.map(([, name = ""]) => name);
}

/** Runs `main.py` of a folder with a simulator, whose bench it may move. @returns the last line it says, as JSON */
export async function runPython<T extends Outcome>(
	folder: string,
	simulator: Simulator,
	env: Readonly<Record<string, string>>,
): Promise<T> {
	const child = spawn(python, [join(folder, "main.py")], {
		env: {
			PATH: process.env["PATH"],
			PIGPIO_ADDR: "127.0.0.1",
			PIGPIO_PORT: String(simulator.port),
			PYTHONPATH: shared,
			PYTHONDONTWRITEBYTECODE: "1",
			...env,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	let last = "";
	let errors = "";
	const lines = createInterface(child.stdout);
	lines.on("line", (line) => {
		if (!line.startsWith(BENCH)) {
			last = line;
			return;
		}
		moveBench(simulator, JSON.parse(line.slice(BENCH.length))).catch((error: unknown) => {
			errors += String(error);
			child.kill();
		});
	});
	child.stderr.on("data", (text) => {
		errors += text;
	});
	const status = await new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	if (status !== 0) throw new Error(`${folder} ended with ${status}: ${errors}`);
	return JSON.parse(last);
}

async function moveBench(
	{ control }: Simulator,
	[device, name, value]: readonly [device: string, control: string, value: boolean | number | string | null],
): Promise<void> {
	if (value === null) await control.call("press", { device, control: name });
	else await control.call("set", { device, control: name, value });
}
