import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argsArbitrary } from "../../test/argsArbitrary.ts";
import type { Invocation } from "../commands/holdings.ts";
import { mode, pull } from "../commands/paramTypes.ts";
import { type Args, type CommandName, commandNames } from "../commands/registry.ts";
import { unpackBytes } from "../messages/jsonBytes.ts";
import { formatPigs } from "../pigs/formatPigs.ts";
import { codeLanguages } from "./codeLanguages.ts";
import { codeOf, codeProgram, type ProgramStep } from "./codeOf.ts";

const samples = commandNames.flatMap((name) =>
	fc
		.sample(argsArbitrary(name), { numRuns: 20, seed: 7 })
		.map((args) => ({ name, args: args as Args<CommandName> })),
);

/** Runs a shell in which pigs and curl only print what they are given. */
function shell(script: string): string {
	const stubs = `pigs() { printf '%s\\0' "$*"; }\ncurl() { printf '%s\\0' "$7"; }\n`;
	const { stdout, stderr, status } = spawnSync("/bin/sh", ["-s"], {
		input: stubs + script,
		encoding: "utf8",
		maxBuffer: 1 << 26,
	});
	expect(stderr).toBe("");
	expect(status).toBe(0);
	return stdout;
}

const upper = (choices: Readonly<Record<string, number>> = {}) =>
	Object.fromEntries(Object.entries(choices).map(([name, value]) => [name.toUpperCase(), value]));

/** The names that a program has of the client. */
const constants = {
	Mode: upper(mode.choices),
	Pull: upper(pull.choices),
	SeekFrom: { START: 0, CURRENT: 1, END: 2 },
	WaveMode: { ONE_SHOT: 0, REPEAT: 1, ONE_SHOT_SYNC: 2, REPEAT_SYNC: 3 },
};

async function ranAsTypescript(line: string): Promise<unknown[]> {
	let called: unknown[] = [];
	const pi = new Proxy(
		{},
		{
			get: (_, name) => (args: unknown) => {
				called = [name, args ?? {}];
			},
		},
	);
	const names = Object.keys(constants);
	const run = new Function("pi", ...names, `return (async () => { ${line} })();`);
	await run(pi, ...Object.values(constants));
	return called;
}

const write: Invocation = { name: "write", args: { gpio: 18, level: 1 } };
const output: Invocation = { name: "setMode", args: { gpio: 4, mode: 1 } };

describe("codeOf", () => {
	it("writes a command in each language", () => {
		const lines = codeLanguages.map((language) => codeOf(output, language, { address: "http://pi:8880" }));
		expect(lines).toEqual([
			"pigs m 4 w",
			"pi.set_mode(4, pigpio.OUTPUT)",
			"set_mode(pi, 4, PI_OUTPUT);",
			"await pi.setMode({ gpio: 4, mode: Mode.OUTPUT });",
			[
				"curl -sS",
				'-H "Authorization: Bearer $GPIOSCOPE_TOKEN"',
				"-H 'Content-Type: application/json'",
				`-d '{"command":"setMode","args":{"gpio":4,"mode":1}}'`,
				"http://pi:8880/api/call",
			].join(" \\\n  "),
		]);
	});

	it("shows bytes that are text as text, others as bytes", () => {
		const send = (data: Uint8Array): Invocation => ({ name: "writeSerial", args: { handle: 0, data } });
		const hello = send(new TextEncoder().encode('a"b\n'));
		expect(codeOf(hello, "python")).toBe('pi.serial_write(0, b"a\\"b\\n")');
		expect(codeOf(hello, "c")).toBe('serial_write(pi, 0, "a\\"b\\n", 4);');
		expect(codeOf(send(Uint8Array.of(1, 0xfe)), "python")).toBe("pi.serial_write(0, [1, 0xfe])");
	});

	it("writes pigs that a shell hands over as the command is", () => {
		const said = samples.filter((call) => !codeOf(call, "pigs").startsWith("#"));
		const told = shell(said.map((call) => codeOf(call, "pigs")).join("\n")).split("\0");
		expect(told.slice(0, -1)).toEqual(said.map(({ name, args }) => formatPigs(name, args)));
		expect(new Set(said.map(({ name }) => name)).size).toBe(commandNames.length);
		const back: Invocation = { name: "seekFile", args: { handle: 1, offset: -10, from: 1 } };
		expect(codeOf(back, "pigs")).toBe('pigs "fs 1 -10 1"');
	});

	it("says what pigs cannot, since it parts all that it is given at blanks", () => {
		const open: Invocation = { name: "openFile", args: { path: "/home/pi/my file", mode: 1 } };
		expect(codeOf(open, "pigs")).toBe("# pigs cannot name a path with blanks, as this FO does.");
		expect(codeOf(open, "python")).toBe('pi.file_open("/home/pi/my file", 1)');
	});

	it("writes curl that a shell hands over as the bridge takes it", () => {
		const sent = shell(samples.map((call) => codeOf(call, "curl")).join("\n")).split("\0");
		const meant = sent.slice(0, -1).map((body) => unpackBytes(JSON.parse(body)));
		const withArgs = (call: object) => ({ args: {}, ...call });
		expect(meant.map((each) => withArgs(each as object))).toEqual(
			samples.map(({ name, args }) => ({ command: name, args })),
		);
	});

	it("writes TypeScript that calls what the command is", async () => {
		for (const { name, args } of samples) {
			const line = codeOf({ name, args }, "typescript");
			expect(await ranAsTypescript(line), line).toEqual([name, args]);
		}
	});
});

describe("codeProgram", () => {
	const steps: readonly ProgramStep[] = [
		{ call: { name: "openI2c", args: { bus: 1, address: 0x48, flags: 0 } }, result: 3 },
		{ call: { name: "readI2cByteData", args: { handle: 3, register: 1 } }, result: 7, pauseMs: 250 },
		{ comment: "write 99 1: GPIO not 0-53" },
		{ call: { name: "closeI2c", args: { handle: 3 } }, result: 0 },
		{ call: { name: "closeI2c", args: { handle: 9 } }, result: 0 },
	];

	it("gives what it opens a variable, prints what is asked for, keeps pauses", () => {
		expect(codeProgram(steps, "python").split("\n")).toEqual([
			"import time",
			"import pigpio",
			"",
			"pi = pigpio.pi()",
			"i2c3 = pi.i2c_open(1, 72, 0)",
			"time.sleep(0.25)",
			"print(pi.i2c_read_byte_data(i2c3, 1))",
			"# write 99 1: GPIO not 0-53",
			"pi.i2c_close(i2c3)",
			"pi.i2c_close(9)",
			"pi.stop()",
			"",
		]);
		expect(codeProgram(steps, "pigs")).toContain(
			"i2c3=$(pigs i2co 1 72 0)\nsleep 0.25\npigs i2crb $i2c3 1\n",
		);
		expect(codeProgram(steps, "curl")).toContain(
			`i2c3=$(call '{"command":"openI2c","args":{"bus":1,"address":72,"flags":0}}')\ni2c3=$(echo "$i2c3" | tr -cd 0-9)\n`,
		);
		expect(codeProgram(steps, "curl")).toContain(
			`call '{"command":"closeI2c","args":{"handle":'$i2c3'}}'\ncall '{"command":"closeI2c","args":{"handle":9}}'`,
		);
		expect(codeProgram(steps, "typescript")).toContain(
			"console.log(await pi.readI2cByteData({ handle: i2c3, register: 1 }));",
		);
		expect(codeProgram(steps, "c")).toContain(
			'\tint i2c3 = i2c_open(pi, 1, 72, 0);\n\ttime_sleep(0.25);\n\tprintf("%d\\n", (int)i2c_read_byte_data(pi, i2c3, 1));',
		);
	});

	it("does not confuse two handles of one number", () => {
		const again = [...steps.slice(0, 4), ...steps.slice(0, 2)];
		expect(codeProgram(again, "python")).toContain(
			"i2c3_2 = pi.i2c_open(1, 72, 0)\ntime.sleep(0.25)\nprint(pi.i2c_read_byte_data(i2c3_2, 1))",
		);
	});

	it("names waves in a chain", () => {
		const chain = Uint8Array.of(255, 0, 0, 255, 2, 0, 0, 255, 1, 5, 0);
		const waves: readonly ProgramStep[] = [
			{ call: { name: "createWave", args: {} }, result: 0 },
			{ call: { name: "sendWaveChain", args: { chain } }, result: 0 },
		];
		expect(codeProgram(waves, "python")).toContain(
			"pi.wave_chain([255, 0, wave0, 255, 2, 0, 0, 255, 1, 5, 0])",
		);
		expect(codeProgram(waves, "pigs")).toContain("pigs wvcha 255 0 $wave0 255 2 0 0 255 1 5 0");
	});

	it("keeps what is only said on one line", () => {
		for (const language of codeLanguages) {
			const lines = codeProgram([{ comment: "failed: proc w 4 1\nw 5 1" }], language).split("\n");
			expect(lines.filter((line) => line.includes("w 4 1 w 5 1"))).toHaveLength(1);
		}
	});

	it("imports the constants it uses", () => {
		const program = codeProgram([{ call: output }, { call: write }], "typescript");
		expect(program.split("\n")[0]).toBe('import { connect, Mode } from "@gpioscope/client";');
	});
});
