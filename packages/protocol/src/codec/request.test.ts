import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argsArbitrary } from "../../test/argsArbitrary.ts";
import { hex, requestFrame } from "../../test/requestFrame.ts";
import { type Args, type CommandName, commandNames, commands } from "../commands/registry.ts";
import { InvalidArgument } from "../errors/InvalidArgument.ts";
import { checkArgs, decodeArgs, encodeRequest } from "./request.ts";

function bytesOf<N extends CommandName>(name: N, args: Args<N>): string {
	return Buffer.from(encodeRequest(name, args)).toString("hex");
}

const literal = (text: string) => text.replaceAll(" ", "");

describe("encodeRequest", () => {
	it("writes header words little endian", () => {
		expect(bytesOf("write", { gpio: 4, level: 1 })).toBe(literal("04000000 04000000 01000000 00000000"));
		expect(bytesOf("setBank1", { bits: 0xf000_0001 })).toBe(literal("0e000000 010000f0 00000000 00000000"));
		expect(bytesOf("readBank1", {})).toBe(literal("0a000000 00000000 00000000 00000000"));
	});

	it("writes extension words and tails, and how long they are", () => {
		expect(bytesOf("trigger", { gpio: 4, length: 10, level: 1 })).toBe(
			literal("25000000 04000000 0a000000 04000000 01000000"),
		);
		expect(bytesOf("addPulses", { pulses: [{ on: 16, off: 0, delay: 20_000 }] })).toBe(
			literal("1c000000 00000000 00000000 0c000000 10000000 00000000 204e0000"),
		);
		const serial = { gpio: 4, baud: 9600, dataBits: 8, halfStopBits: 2, offset: 0, data: hex("41") };
		expect(bytesOf("addSerial", serial)).toBe(
			literal("1d000000 04000000 80250000 0d000000 08000000 02000000 00000000 41"),
		);
		expect(bytesOf("storeScript", { text: "tag 1" })).toBe(
			literal("26000000 00000000 00000000 05000000 7461672031"),
		);
	});

	it("writes negative offsets and script parameters as two's complement", () => {
		expect(bytesOf("seekFile", { handle: 0, offset: -2, from: 2 })).toBe(
			literal("6c000000 00000000 feffffff 04000000 02000000"),
		);
		expect(bytesOf("runScript", { script: 1, params: [-1] })).toBe(
			literal("28000000 01000000 00000000 04000000 ffffffff"),
		);
	});

	it("puts the length of a program's name into p1", () => {
		expect(bytesOf("runShell", { call: { name: "ls", text: "-l" } })).toBe(
			literal("6e000000 02000000 00000000 05000000 6c73002d6c"),
		);
	});

	it("leaves out what is optional", () => {
		expect(bytesOf("createPaddedWave", { percent: 10 })).toBe(literal("76000000 0a000000 00000000 00000000"));
		expect(bytesOf("createPaddedWave", { percent: 10, words: 20, topWords: 30 })).toBe(
			literal("76000000 0a000000 14000000 04000000 1e000000"),
		);
	});

	it("refuses what pigpiod must not be sent, naming range and unit", () => {
		const wrong = (run: () => unknown, message: string) => {
			expect(run).toThrow(InvalidArgument);
			expect(run).toThrow(message);
		};
		wrong(
			() => encodeRequest("setServo", { gpio: 4, pulseWidth: 3000 }),
			"setServo: pulseWidth must be 0 or a whole number from 500 to 2500 µs (got 3000)",
		);
		wrong(() => encodeRequest("write", { gpio: 54, level: 1 }), "gpio must be a whole number from 0 to 53");
		wrong(() => encodeRequest("write", { gpio: 4, level: 2 }), "level must be one of 0 (low), 1 (high)");
		wrong(() => encodeRequest("write", { gpio: 4.5, level: 1 }), "(got 4.5)");
		wrong(() => encodeRequest("write", {} as Args<"write">), "(got nothing)");
		wrong(() => encodeRequest("storeScript", { text: " \t" }), "text must not consist of blanks");
		wrong(() => encodeRequest("storeScript", { text: "a\0b" }), "NUL");
		wrong(() => encodeRequest("openFile", { path: "/a\nb", mode: 1 }), "path must be a path on one line");
		wrong(
			() => encodeRequest("openSerial", { device: "/dev/tty A", baud: 9600, flags: 0 }),
			"device must be a name without blanks",
		);
		wrong(() => encodeRequest("openFile", { path: "/a", mode: 4 }), "1 (read) or 2 (write)");
		wrong(
			() => encodeRequest("writeI2cDevice", { handle: 0, data: new Uint8Array(0) }),
			"data must be 1 to 65535 bytes",
		);
	});

	it("takes the most that fits behind a command and refuses one byte more", () => {
		const most = new Uint8Array(65_535);
		expect(encodeRequest("writeFile", { handle: 0, data: most })).toHaveLength(16 + 65_535);
		expect(() => encodeRequest("writeFile", { handle: 0, data: new Uint8Array(65_536) })).toThrow(
			InvalidArgument,
		);
		const pulses = Array.from({ length: 5461 }, () => ({ on: 1, off: 2, delay: 3 }));
		expect(encodeRequest("addPulses", { pulses })).toHaveLength(16 + 65_532);
		expect(() => encodeRequest("addPulses", { pulses: [...pulses, { on: 1, off: 2, delay: 3 }] })).toThrow(
			"5461",
		);
	});

	it("takes the clock password", () => {
		expect(checkArgs("setHardwareClock", { gpio: 0x5a00_0005, frequency: 5000 })).toBeUndefined();
		expect(checkArgs("setHardwareClock", { gpio: 0x5b00_0005, frequency: 5000 })).toContain("0x5A000000");
	});
});

describe("checkArgs", () => {
	it("refuses arguments of the wrong shape", () => {
		expect(checkArgs("write", undefined)).toBe("arguments must be an object");
		expect(checkArgs("write", { gpio: "4", level: 1 })).toContain('(got "4")');
		expect(checkArgs("write", { gpio: 4, level: 1, extra: 0 })).toBe("extra is no parameter of write");
		expect(checkArgs("write", { gpio: 4, level: 1, toString: 0 })).toBe("toString is no parameter of write");
		expect(checkArgs("addPulses", { pulses: [{ on: 1, off: 0, delay: 1 }, { on: -1 }] })).toContain(
			"index 1",
		);
		expect(checkArgs("runShell", { call: { name: "a b", text: "" } })).toContain("letters");
		expect(checkArgs("runScript", { script: 0, params: Array.from({ length: 11 }, () => 0) })).toContain(
			"up to 10",
		);
	});

	it("agrees with encodeRequest for every command, on arguments that may be wrong", () => {
		const anything = fc.oneof(
			fc.integer(),
			fc.double(),
			fc.string(),
			fc.uint8Array(),
			fc.constant(undefined),
		);
		for (const name of commandNames) {
			const keys = Object.keys(commands[name].params);
			const args = fc.record(Object.fromEntries(keys.map((key) => [key, anything])));
			fc.assert(
				fc.property(args, (value) => {
					const problem = checkArgs(name, value);
					const encode = () => encodeRequest(name, value as Args<typeof name>);
					if (problem === undefined) encode();
					else expect(encode).toThrow(InvalidArgument);
				}),
				{ numRuns: 30 },
			);
		}
	});
});

describe("decodeArgs", () => {
	it.each(commandNames)("gives back what was encoded: %s", (name) => {
		fc.assert(
			fc.property(argsArbitrary(name), (args) => {
				expect(checkArgs(name, args)).toBeUndefined();
				const frame = requestFrame(encodeRequest(name, args as Args<typeof name>));
				expect(frame.code).toBe(commands[name].code);
				expect(decodeArgs(name, frame)).toEqual(args);
			}),
			{ numRuns: 50 },
		);
	});

	it("passes words out of range through", () => {
		const frame = { code: 4, p1: 0xffff_ffff, p2: 7, extension: new Uint8Array(0) };
		expect(decodeArgs("write", frame)).toEqual({ gpio: 0xffff_ffff, level: 7 });
	});

	it("reads extension words that did not arrive as 0, or leaves them out", () => {
		const short = { code: 37, p1: 4, p2: 10, extension: hex("01") };
		expect(decodeArgs("trigger", short)).toEqual({ gpio: 4, length: 10, level: 1 });
		const none = { ...short, extension: new Uint8Array(0) };
		expect(decodeArgs("addSerial", none)).toMatchObject({ dataBits: 0, offset: 0, data: new Uint8Array(0) });
		expect(decodeArgs("createPaddedWave", { ...none, code: 118, p2: 0 })).toEqual({ percent: 4 });
	});

	it("reads whole pulses and whole words only", () => {
		const frame = { code: 28, p1: 0, p2: 0, extension: new Uint8Array(25) };
		expect(decodeArgs("addPulses", frame).pulses).toHaveLength(2);
		expect(decodeArgs("runScript", { ...frame, extension: new Uint8Array(7) }).params).toHaveLength(1);
	});
});
