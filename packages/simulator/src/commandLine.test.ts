import { describe, expect, it, vi } from "vitest";
import { parseCommandLine } from "./commandLine.ts";
import { defaultOptions } from "./options.ts";

/** What the command prints when it ends at once. */
function printed(...args: string[]): string {
	const texts: string[] = [];
	const exit = vi.spyOn(process, "exit").mockImplementation(() => {
		throw new Error("exit");
	});
	const writes = [process.stderr, process.stdout].map((stream) =>
		vi.spyOn(stream, "write").mockImplementation((text) => {
			texts.push(String(text));
			return true;
		}),
	);
	try {
		expect(() => parseCommandLine(args)).toThrow("exit");
	} finally {
		for (const spy of [exit, ...writes]) spy.mockRestore();
	}
	return texts.join("");
}

describe("the command line", () => {
	it("has pigpiod's defaults", () => {
		const { start } = parseCommandLine([]);
		expect(start).toMatchObject({ port: 8888, allowedPeers: [], listen: true, bench: "default" });
		expect(start.host).toBeUndefined();
		expect(start.options).toEqual(defaultOptions);
	});

	it("takes pigpiod's options", () => {
		const { start } = parseCommandLine(
			"-p 8890 -s 2 -x -1 -l -b 200 -c 0x10 -e 8 -t 0 -m -a 1 -d 5 -f -g -n 10.0.0.1 -n 10.0.0.2".split(" "),
		);
		expect(start).toMatchObject({ port: 8890, host: "::1", allowedPeers: ["10.0.0.1", "10.0.0.2"] });
		expect(start.options).toMatchObject({
			samplePeriod: 2,
			permitted: -1n,
			bufferMillis: 200,
			internals: 16,
			secondaryChannel: 8,
			usesPwmClock: true,
			alertsDisabled: true,
		});
	});

	it("takes what belongs to the simulation", () => {
		const { start } = parseCommandLine([
			"--revision",
			"c03111",
			"--start-tick",
			"0xfffffff0",
			"--bench",
			"none",
			"--control",
			"8889",
		]);
		expect(start.options).toMatchObject({ revision: 0xc0_3111, startTick: 0xffff_fff0 });
		expect(start).toMatchObject({ bench: "none", control: { host: "127.0.0.1", port: 8889 } });
	});

	it.each([
		[["-s", "3"], "1, 2, 4, 5, 8, 10"],
		[["-b", "99"], "100 to 10000"],
		[["-p", "70000"], "0 to 65535"],
		[["-x", "all"], "not a number"],
		[["-n", "example.org"], "IPv4"],
		[["--revision", "pi"], "hex"],
		[["--files", "nowhere"], "no folder"],
		[["--control", "here"], "HOST"],
		[["-z"], "-z"],
	])("refuses %j with a reason", (args, reason) => {
		expect(printed(...args)).toContain(reason);
	});

	it("says in its help which GPIOs the buses are on", () => {
		const help = printed("--help");
		expect(help).toMatch(/^ {2}-s <us> .*5/m);
		expect(help).toMatch(/I2C bus 1 +2 SDA, 3 SCL/);
		expect(help).toMatch(/serial +14 TXD, 15 RXD/);
	});
});
