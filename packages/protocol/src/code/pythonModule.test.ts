import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argsArbitrary } from "../../test/argsArbitrary.ts";
import { encodeRequest } from "../codec/request.ts";
import { type Args, type CommandName, commandNames } from "../commands/registry.ts";
import { codeOf } from "./codeOf.ts";

const python = "/usr/bin/python3";
const script = fileURLToPath(new URL("../../fixtures/pythonLines.py", import.meta.url));
const run = (lines: readonly string[]) =>
	spawnSync(python, [script], { input: JSON.stringify(lines), encoding: "utf8", maxBuffer: 1 << 26 });
const isMissing = run([]).status !== 0;
if (isMissing && process.env["CI"] === "true") throw new Error("CI needs python3-pigpio.");

/** The module has no function for these, and waits by itself instead of the daemon. */
const unsaid: readonly CommandName[] = [
	"openNotification",
	"setEventMonitor",
	"parseScript",
	"help",
	"delayMicros",
	"delayMillis",
	"getInternals",
	"setInternals",
];

/** Where the module decides what is asked for: how much is read at most, and a pause by a begin without GPIOs. */
const fixed: { readonly [N in CommandName]?: (args: Args<N>) => { name: CommandName; args: object } } = {
	readBitBangSerial: ({ gpio }) => ({ name: "readBitBangSerial", args: { gpio, count: 10_000 } }),
	listFiles: ({ pattern }) => ({ name: "listFiles", args: { pattern, count: 60_000 } }),
	pauseNotification: ({ handle }) => ({ name: "beginNotification", args: { handle, bits: 0 } }),
};

describe.skipIf(isMissing)("Python as it is written for the real module", () => {
	it("sends what the command is", () => {
		const cases = commandNames
			.filter((name) => !unsaid.includes(name))
			.flatMap((name) =>
				fc.sample(argsArbitrary(name), { numRuns: 30, seed: 5 }).map((args) => ({ name, args })),
			)
			.map(({ name, args }) => ({ name, args, line: codeOf({ name, args } as never, "python") }))
			// The module itself leaves out what would add nothing.
			.filter(({ line }) => !line.startsWith("#") && !/add_(generic|serial).*\[\]|script\(""\)/.test(line));
		const { stdout, stderr } = run(cases.map(({ line }) => line));
		expect(stderr).toBe("");
		const sent = JSON.parse(stdout) as readonly string[];
		expect(new Set(cases.map(({ name }) => name)).size).toBe(commandNames.length - unsaid.length);
		for (const [index, { name, args, line }] of cases.entries()) {
			const meant = fixed[name]?.(args as never) ?? { name, args };
			const bytes = encodeRequest(meant.name, meant.args as Args<CommandName>);
			expect(`${line}\n${sent[index]}`).toBe(`${line}\n${Buffer.from(bytes).toString("hex")}`);
		}
	});

	it("says where there is no function, and waits by itself", () => {
		expect(unsaid.slice(0, 4).map((name) => codeOf({ name, args: {} } as never, "python"))).toEqual([
			"# Python has no function for NOIB.",
			"# Python has no function for EVM.",
			"# Python has no function for PARSE.",
			"# Python has no function for HELP.",
		]);
		expect(codeOf({ name: "delayMillis", args: { delay: 250 } }, "python")).toBe("time.sleep(0.25)");
	});
});
