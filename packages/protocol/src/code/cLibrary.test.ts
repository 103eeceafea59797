import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argsArbitrary } from "../../test/argsArbitrary.ts";
import { commandNames } from "../commands/registry.ts";
import { codeOf, codeProgram, type ProgramStep } from "./codeOf.ts";

const COMPILER = "/usr/bin/cc";
const headers = fileURLToPath(new URL("../../fixtures", import.meta.url));
const options = [
	"-x",
	"c",
	"-std=gnu11",
	"-Wall",
	"-Werror",
	"-Wno-unused-variable",
	"-fsyntax-only",
	`-I${headers}`,
	"-",
];
const compile = (program: string) => spawnSync(COMPILER, options, { input: program, encoding: "utf8" });
const isMissing = compile("#include <stdio.h>\nint main(void) { return 0; }").status !== 0;
if (isMissing && process.env["CI"] === "true") throw new Error("CI needs a C compiler (gcc, libc6-dev).");

describe.skipIf(isMissing)("C as it is written for pigpiod_if2", () => {
	it("is taken by a compiler without a warning, as a program of all commands", () => {
		const steps = commandNames.flatMap((name): ProgramStep[] =>
			fc
				.sample(argsArbitrary(name), { numRuns: 8, seed: 3 })
				.map((args, index) => ({ call: { name, args: args as never }, result: index, pauseMs: index })),
		);
		const program = codeProgram(steps, "c");
		const { stderr, status } = compile(program);
		expect(stderr.slice(0, 2000)).toBe("");
		expect(status).toBe(0);
	}, 60_000);

	it("says that there is none where the library's own does something else", () => {
		expect(codeOf({ name: "triggerEvent", args: { event: 5 } }, "c")).toBe(
			"/* C has no function for EVT. */",
		);
	});

	it("declares what the library fills", () => {
		const read = { name: "readI2cDevice", args: { handle: 2, count: 3 } } as const;
		expect(codeOf(read, "c")).toBe("char data[3];\nint result = i2c_read_device(pi, 2, data, 3);");
	});
});
