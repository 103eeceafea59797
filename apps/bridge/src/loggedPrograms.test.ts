import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
	type Args,
	type CodeLanguage,
	type CommandName,
	codeLanguages,
	formatPigs,
	type LogEntry,
	loggedCalls,
	logProgram,
	PROBE_EVENT,
	packBytes,
} from "@gpioscope/protocol";
import { startSimulator } from "@gpioscope/simulator";
import { reasonToSkip } from "@gpioscope/simulator/testing";
import { build } from "esbuild";
import { afterEach, expect, test } from "vitest";
import { CommandTap, type HeardCommand } from "./testing/CommandTap.ts";
import { TestBench } from "./testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

/** Opens, uses and closes one of everything, so that the daemon gives the same numbers the next time. */
const stretch: readonly { [N in CommandName]: readonly [N, Args<N>] }[CommandName][] = [
	["setMode", { gpio: 21, mode: 1 }],
	["write", { gpio: 21, level: 1 }],
	["setPwmFrequency", { gpio: 20, frequency: 1000 }],
	["openI2c", { bus: 1, address: 0x48, flags: 0 }],
	["writeI2cByteData", { handle: 0, register: 1, value: 0x60 }],
	["readI2cRegisters", { handle: 0, register: 0, count: 2 }],
	["closeI2c", { handle: 0 }],
	["openFile", { path: "/home/pi/a.txt", mode: 10 }],
	["writeFile", { handle: 0, data: new TextEncoder().encode("it's µ\n") }],
	["closeFile", { handle: 0 }],
	["storeScript", { text: "tag 1\nw 21 p0\nmils 1" }],
	["runScript", { script: 0, params: [1] }],
	["deleteScript", { script: 0 }],
	["newWave", {}],
	["addPulses", { pulses: [{ on: 0x200000, off: 0, delay: 50 }] }],
	["createWave", {}],
	["sendWaveOnce", { wave: 0 }],
	["deleteWave", { wave: 0 }],
	["triggerEvent", { event: 5 }],
];

const python = "/usr/bin/python3";
const cHeaders = fileURLToPath(new URL("../../../packages/protocol/fixtures", import.meta.url));
const cOptions = [`-I${cHeaders}`, "-lpigpiod_if2", "-pthread"];
const here = fileURLToPath(new URL(".", import.meta.url));

/** How a program of each language is run, given in a folder of its own. */
const runners: Readonly<Record<CodeLanguage, (file: string) => Promise<readonly string[]>>> = {
	pigs: async (file) => ["/bin/sh", file],
	curl: async (file) => ["/bin/sh", file],
	python: async (file) => [python, file],
	c: async (file) => {
		const linked = spawnSync("/usr/bin/cc", [file, ...cOptions, "-o", `${file}.out`]);
		expect(String(linked.stderr)).toBe("");
		return [`${file}.out`];
	},
	typescript: async (file) => {
		const outfile = `${file}.mjs`;
		// Outside of the workspace nobody knows the client.
		const stdin = { contents: readFileSync(file, "utf8"), loader: "ts", resolveDir: here } as const;
		await build({ stdin, bundle: true, platform: "node", format: "esm", outfile });
		return [process.execPath, outfile];
	},
};

const reasons: Readonly<Partial<Record<CodeLanguage, string | undefined>>> = {
	pigs: reasonToSkip("pigs", ["help"], "apt-get install pigpio-tools"),
	python: reasonToSkip(python, ["-c", "import pigpio"], "apt-get install python3-pigpio"),
	c: reasonToSkip(
		"/bin/sh",
		["-c", "echo 'int main() {}' | cc -x c - -lpigpiod_if2 -o /dev/null"],
		"apt-get install gcc libc6-dev libpigpiod-if-dev",
	),
	curl: reasonToSkip("curl", ["--version"], "apt-get install curl"),
};

/** What a library cannot do: that of C has a function for events, which does something else. */
const unsaid: Readonly<Partial<Record<CodeLanguage, CommandName>>> = { c: "triggerEvent" };

/** A Pi with a file and a thermometer whose commands are overheard, a bridge before it, and a page. */
async function wholePi() {
	const folder = mkdtempSync(join(tmpdir(), "gpioscope-programs-"));
	mkdirSync(join(folder, "root/opt/pigpio"), { recursive: true });
	mkdirSync(join(folder, "root/home/pi"), { recursive: true });
	writeFileSync(join(folder, "root/opt/pigpio/access"), "/home/pi/* u\n");
	const devices = [{ kind: "lm75", pins: { sda: 2, scl: 3 } }];
	writeFileSync(join(folder, "bench.json"), JSON.stringify({ name: "Programs", devices }));
	bench.add({ close: async () => rmSync(folder, { recursive: true }) });
	const simulator = await startSimulator({
		port: 0,
		host: "127.0.0.1",
		bench: join(folder, "bench.json"),
		options: { files: join(folder, "root") },
	});
	bench.add(simulator);
	const tap = await CommandTap.start(simulator.port);
	bench.add(tap);
	const destination = { host: "127.0.0.1", port: tap.port };
	const { at } = await bench.bridge({ source: { kind: "pi", destination }, allowed: new Set(["files"]) });
	return { folder, tap, at, page: await bench.viewer(at) };
}

for (const language of codeLanguages) {
	const title = `a stretch of the log does the same again in ${language}`;
	const reason = reasons[language];
	test.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, async () => {
		const { folder, tap, at, page } = await wholePi();
		for (const [name, args] of stretch)
			expect(await page.call(name, packBytes(args) as Record<string, unknown>), name).toMatchObject({
				op: "result",
			});
		const entries: readonly LogEntry[] = page.messages.flatMap((message) =>
			message.op === "log" ? [message.entry] : [],
		);
		const program = logProgram(entries, language, { address: `http://127.0.0.1:${at.port}` });
		const file = join(folder, `program.${language === "typescript" ? "ts" : language}`);
		writeFileSync(file, program);
		const [command = "", ...args] = await runners[language](file);
		tap.forget();
		const env = {
			...process.env,
			PIGPIO_ADDR: "127.0.0.1",
			PIGPIO_PORT: `${tap.port}`,
			GPIOSCOPE_TOKEN: at.token,
		};
		expect(await ran(command, args, env), program).toEqual({ status: 0, errors: "" });
		const calls = entries.flatMap(loggedCalls);
		const meant = calls.filter(({ name }) => unsaid[language] !== name);
		// Bridge and libraries have commands of their own, the bridge's probe among them.
		const names = new Set<string>(meant.map(({ name }) => name));
		const heard = tap.heard.filter(({ name }) => names.has(name)).map(pigsOf);
		expect(calls).toHaveLength(stretch.length);
		expect(heard.filter((line) => line !== `evt ${PROBE_EVENT}`)).toEqual(meant.map(pigsOf));
	});
}

const pigsOf = ({ name, args }: HeardCommand): string => formatPigs(name, args);

/** Runs a program to its end. */
async function ran(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
	const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "pipe"] });
	let errors = "";
	child.stderr.on("data", (text) => {
		errors += text;
	});
	const status = await new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	return { status, errors };
}
