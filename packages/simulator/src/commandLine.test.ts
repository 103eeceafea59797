import { describe, expect, it, vi } from "vitest";
import { parseCommandLine } from "./commandLine.ts";
import { defaultOptions } from "./options.ts";

/** What the command prints when it ends at once. */
function printed(...args: string[]): string {
	return printedIn({}, ...args);
}

function printedIn(env: Record<string, string>, ...args: string[]): string {
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
		expect(() => parseCommandLine(args, env)).toThrow("exit");
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
		expect(start).toMatchObject({ port: 8890, host: "127.0.0.1", allowedPeers: ["10.0.0.1", "10.0.0.2"] });
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

	it("takes options run together, octal and hexadecimal numbers, and -x -1", () => {
		const { start } = parseCommandLine(["-gfs2", "-p010000", "-b", "0x64", "-x-1"]);
		expect(start.port).toBe(4096);
		expect(start.options).toMatchObject({ samplePeriod: 2, bufferMillis: 100, permitted: -1n });
	});

	it("listens on IPv4 alone when addresses are listed, as these are of IPv4", () => {
		expect(parseCommandLine(["-n", "localhost"]).start).toMatchObject({ host: "0.0.0.0" });
		expect(parseCommandLine(["-l"]).start).toMatchObject({ host: "::1" });
	});

	it("keeps the default of -e when it is the channel of -d", () => {
		expect(parseCommandLine(["-d", "8", "-e", "8"]).start.options).toMatchObject({ secondaryChannel: 6 });
		expect(parseCommandLine(["-e", "14"]).start.options).toMatchObject({ secondaryChannel: 14 });
	});

	it("takes the port of the environment before that of -p, unless any free one is asked for", () => {
		const env = { PIGPIO_PORT: "40001" };
		expect(parseCommandLine([], env).start.port).toBe(40_001);
		expect(parseCommandLine(["-p", "8890"], env).start.port).toBe(40_001);
		expect(parseCommandLine(["-p", "0"], env).start.port).toBe(0);
	});

	it("only says the version with -v and -V", () => {
		expect(parseCommandLine(["-v"]).saysVersion).toBe(true);
		expect(parseCommandLine(["-V"]).saysVersion).toBe(true);
		expect(parseCommandLine([]).saysVersion).toBe(false);
	});

	const limits: readonly [option: string, low: number, high: number][] = [
		["-a", 0, 2],
		["-b", 100, 10_000],
		["-c", 0, 2047],
		["-d", 0, 15],
		["-e", 0, 15],
		["-p", 1024, 32_000],
		["-t", 0, 1],
	];
	it.each(limits)("%s goes from %i to %i", (option, low, high) => {
		for (const value of [low, high]) expect(() => parseCommandLine([option, `${value}`])).not.toThrow();
		// 0 is a port of its own here, and -1 below it.
		const below = low - 1;
		for (const value of [below, high + 1]) expect(printed(option, `${value}`)).toContain(`${low} to ${high}`);
		expect(printed(option, "many")).toContain('"many" is not a number');
		expect(printed(option, "")).toContain('"" is not a number');
		expect(printed(option)).toContain("argument missing");
	});

	it.each([0, 3, 6, 7, 9, 11, -1])("-s %i is refused", (period) => {
		expect(printed("-s", `${period}`)).toContain("one of 1, 2, 4, 5, 8, 10");
	});

	it.each([
		[["-x", "all"], '"all" is not a number'],
		[["-x", "09"], '"09" is not a number'],
		[["-p", "0x"], '"0x" is not a number'],
		[["-n", ""], "IPv4"],
		[["--revision", "pi"], "hex"],
		[["--revision", "c04170"], "not a Pi 5"],
		[["--revision", "0"], "pigpiod does not start"],
		[["--files", "nowhere"], "no folder"],
		[["--start-tick", "4294967296"], "0 to 4294967295"],
		[["--control", "here"], "HOST"],
		[["-z"], "unknown option '-z'"],
		[["--speed", "2"], "unknown option '--speed'"],
		[["bench.json"], "too many arguments"],
	])("refuses %j with a reason", (args, reason) => {
		expect(printed(...args)).toContain(reason);
	});

	it("says in its help which GPIOs the buses are on", () => {
		const help = printed("--help");
		expect(help).toMatch(/^ {2}-s <us> .*5/m);
		expect(help).toMatch(/I2C bus 1 +2 SDA, 3 SCL/);
		expect(help).toMatch(/serial +14 TXD, 15 RXD/);
	});

	it("refuses a port of the environment that is none", () => {
		expect(printedIn({ PIGPIO_PORT: "http" })).toContain('PIGPIO_PORT is "http"');
	});
});
