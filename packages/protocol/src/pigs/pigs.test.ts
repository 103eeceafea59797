import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argsArbitrary } from "../../test/argsArbitrary.ts";
import { encodeRequest } from "../codec/request.ts";
import { type Args, type CommandName, commandNames, commands } from "../commands/registry.ts";
import { formatPigs } from "./formatPigs.ts";
import { type CommandCall, type PigsProblem, parsePigs } from "./parsePigs.ts";

function calls(line: string): CommandCall[] {
	const parsed = parsePigs(line);
	if (!Array.isArray(parsed)) throw new Error(`${parsed.problem} at ${parsed.at}`);
	return parsed;
}

function problem(line: string): PigsProblem {
	const parsed = parsePigs(line);
	if (Array.isArray(parsed)) throw new Error("was understood");
	return parsed;
}

const requestOf = (line: string) => {
	const [call] = calls(line);
	if (call === undefined) throw new Error("no command");
	const bytes = encodeRequest(call.name, call.args as Args<CommandName>);
	return Buffer.from(bytes).toString("hex");
};

describe("parsePigs", () => {
	it("reads several commands on a line", () => {
		expect(calls("w 22 1 mils 1000 W 22 0")).toEqual([
			{ name: "write", args: { gpio: 22, level: 1 } },
			{ name: "delayMillis", args: { delay: 1000 } },
			{ name: "write", args: { gpio: 22, level: 0 } },
		]);
		expect(calls("")).toEqual([]);
		expect(calls("  \t")).toEqual([]);
		expect(calls("pigs br1  t")).toEqual([
			{ name: "readBank1", args: {} },
			{ name: "getTick", args: {} },
		]);
	});

	it("reads numbers in three bases, and -1 as all bits", () => {
		expect(calls("bs1 0x400010 bs1 020 bs1 16 bs1 -1")).toEqual(
			[0x400010, 16, 16, 0xffff_ffff].map((bits) => ({ name: "setBank1", args: { bits } })),
		);
		expect(calls("nb 0 -1 fs 1 -10 2")).toEqual([
			{ name: "beginNotification", args: { handle: 0, bits: 0xffff_ffff } },
			{ name: "seekFile", args: { handle: 1, offset: -10, from: 2 } },
		]);
	});

	it("reads the letters of modes and pulls", () => {
		const modes = [..."rw012345"].map((letter) => calls(`m 4 ${letter}`)[0]?.args);
		expect(modes).toEqual([0, 1, 4, 5, 6, 7, 3, 2].map((mode) => ({ gpio: 4, mode })));
		const pulls = [..."odU"].map((letter) => calls(`pud 4 ${letter}`)[0]?.args);
		expect(pulls).toEqual([0, 1, 2].map((pull) => ({ gpio: 4, pull })));
	});

	it("ends bytes at the next command", () => {
		expect(calls("spiw 0 1 0x02 255 w 4 0")).toEqual([
			{ name: "writeSpi", args: { handle: 0, data: Uint8Array.of(1, 2, 255) } },
			{ name: "write", args: { gpio: 4, level: 0 } },
		]);
		expect(calls("bscx 0x130305 w 4 0")).toHaveLength(2);
	});

	it("takes the rest of the line for a script and for a program's arguments", () => {
		expect(calls("proc tag 999 w 22 1 dcr p0 jp 999")).toEqual([
			{ name: "storeScript", args: { text: "tag 999 w 22 1 dcr p0 jp 999" } },
		]);
		expect(calls("shell scr1 a  b c")).toEqual([
			{ name: "runShell", args: { call: { name: "scr1", text: "a  b c" } } },
		]);
	});

	it("takes a path with blanks between quotes", () => {
		expect(calls('fl "/a b/*" 100 fo "/a \\"b\\"" 1 fo /a" 1')).toEqual([
			{ name: "listFiles", args: { pattern: "/a b/*", count: 100 } },
			{ name: "openFile", args: { path: '/a "b"', mode: 1 } },
			{ name: "openFile", args: { path: '/a"', mode: 1 } },
		]);
		expect(problem('fo "/a b 1')).toMatchObject({ problem: expect.stringContaining("mode is not b") });
	});

	it("sends what pigs sends", () => {
		expect(requestOf("trig 4 10 1")).toBe("25000000040000000a0000000400000001000000");
		expect(requestOf("sero /dev/ttyAMA0 9600 0")).toBe(
			`4c00000080250000000000000c000000${Buffer.from("/dev/ttyAMA0").toString("hex")}`,
		);
		expect(requestOf("fl /a/* 5000")).toBe("6d00000088130000000000000400000" + "02f612f2a");
		expect(requestOf("wvas 4 9600 8 2 0 65")).toBe(
			"1d00000004000000802500000d00000008000000020000000000000041",
		);
		expect(requestOf("wvag 0x10 0 1000")).toBe("1c00000000000000000000000c0000001000000000000000e8030000");
		expect(requestOf("procr 0 1 -1")).toBe("28000000000000000000000008000000" + "01000000ffffffff");
		expect(requestOf("bspio 9 11 12 13 50000 0")).toBe(
			"7000000009000000000000001400000" + "00b0000000c0000000d00000050c3000000000000",
		);
	});

	it("says what is wrong and where", () => {
		expect(problem("w 4 1 blink 3")).toEqual({ problem: "blink is not a command", at: 6 });
		expect(problem("w 54 1")).toEqual({ problem: "w: gpio must be a whole number from 0 to 53", at: 2 });
		expect(problem("s 4 300")).toMatchObject({ problem: expect.stringContaining("500 to 2500 µs"), at: 4 });
		expect(problem("w 4")).toMatchObject({ problem: expect.stringContaining("level is missing"), at: 3 });
		expect(problem("w x 1")).toMatchObject({ problem: expect.stringContaining("gpio is not x"), at: 2 });
		expect(problem("m 4 in")).toMatchObject({
			problem: expect.stringContaining("r (input), w (output)"),
			at: 4,
		});
		expect(problem("wvag 1 2")).toMatchObject({ problem: expect.stringContaining("pulses") });
		expect(problem("spix 0 300")).toMatchObject({ problem: "300 is not a command", at: 7 });
		expect(problem("i2cwd 0")).toMatchObject({ problem: "i2cwd: data must be 1 to 65535 bytes" });
	});

	it("never throws, and gives only what may be sent", () => {
		const word = fc.oneof(
			fc.constantFrom(...commandNames.map((name) => commands[name].mnemonic.toLowerCase())),
			fc.integer({ min: -5, max: 300 }).map(String),
			fc.string(),
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 8 }), (words) => {
				const parsed = parsePigs(words.join(" "));
				if (!Array.isArray(parsed)) return;
				for (const call of parsed) encodeRequest(call.name, call.args as Args<CommandName>);
			}),
		);
	});
});

describe("formatPigs", () => {
	it("writes what people type", () => {
		expect(formatPigs("write", { gpio: 4, level: 1 })).toBe("w 4 1");
		expect(formatPigs("setMode", { gpio: 4, mode: 2 })).toBe("m 4 5");
		expect(formatPigs("setPull", { gpio: 4, pull: 2 })).toBe("pud 4 u");
		expect(formatPigs("setBank1", { bits: 0x8000_0010 })).toBe("bs1 0x80000010");
		expect(formatPigs("setPwmFrequency", { gpio: 18, frequency: 8000 })).toBe("pfs 18 8000");
		expect(formatPigs("addPulses", { pulses: [{ on: 16, off: 0, delay: 500 }] })).toBe("wvag 0x10 0 500");
		expect(formatPigs("openFile", { path: "/ram/a.c", mode: 1 })).toBe("fo /ram/a.c 1");
		expect(formatPigs("createPaddedWave", { percent: 50 })).toBe("wvcap 50");
		expect(formatPigs("createPaddedWave", { percent: 50, topWords: 20 })).toBe("wvcap 50 0 20");
	});

	it.each(commandNames)("is read back by parsePigs: %s", (name) => {
		fc.assert(
			fc.property(argsArbitrary(name), (args) => {
				const { text } = args;
				// Blanks before a script are no part of it, for pigs and for the daemon.
				if (typeof text === "string" && text.trimStart() !== text) return;
				expect(calls(formatPigs(name, args as Args<typeof name>))).toEqual([{ name, args }]);
			}),
			{ numRuns: 40 },
		);
	});
});
