import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hex } from "../../test/requestFrame.ts";
import { type CommandName, commandNames, commands, type Result } from "../commands/registry.ts";
import type { ResultKind } from "../commands/resultTypes.ts";
import { PigpioError } from "../errors/PigpioError.ts";
import { pigpioErrors } from "../errors/pigpioErrors.ts";
import { ResponseParser } from "./ResponseParser.ts";
import { decodeResponse, encodeResponse, encodeResult, statusResponse } from "./response.ts";

function response<N extends CommandName>(name: N, text: string): Result<N> {
	const [frame] = new ResponseParser().push(hex(text));
	if (frame === undefined) throw new Error("no whole response");
	return decodeResponse(name, frame);
}

const status = fc.constant(0);
const nonNegative = fc.integer({ min: 0, max: 0x7fff_ffff });
const data = fc.uint8Array({ maxLength: 60 });
const valuesByKind: Readonly<Record<ResultKind, fc.Arbitrary<unknown>>> = {
	status,
	number: nonNegative,
	opened: nonNegative,
	word: fc.integer({ min: 0, max: 0xffff_ffff }),
	bytes: data,
	scriptStatus: fc.record({
		state: fc.integer({ min: 0, max: 4 }),
		params: fc.array(fc.integer(), { minLength: 10, maxLength: 10 }),
	}),
	bscTransfer: fc.record({ status: fc.integer({ min: 0, max: 0xffff_ffff }), data }),
};

describe("decodeResponse", () => {
	it("reads literal responses", () => {
		expect(response("getVersion", "1a000000 00000000 00000000 4f000000")).toBe(79);
		expect(response("read", "03000000 04000000 00000000 01000000")).toBe(1);
		expect(response("readFile", "6a000000 00000000 05000000 02000000 4142")).toEqual(hex("4142"));
		expect(response("transferBsc", "72000000 05031300 00000000 05000000 12000000 5a")).toEqual({
			status: 18,
			data: hex("5a"),
		});
		expect(
			response(
				"getScriptStatus",
				`2d000000 00000000 00000000 2c000000 02000000 07000000 ffffffff ${"00".repeat(32)}`,
			),
		).toEqual({ state: 2, params: [7, -1, 0, 0, 0, 0, 0, 0, 0, 0] });
	});

	it("reads words as unsigned, never as errors", () => {
		expect(response("getTick", "10000000 00000000 00000000 ffffffff")).toBe(0xffff_ffff);
		expect(response("readBank1", "0a000000 00000000 00000000 d7ffffff")).toBe(0xffff_ffd7);
	});

	it("throws pigpio's name and text for a negative result", () => {
		let caught: unknown;
		try {
			response("setMode", "00000000 04000000 08000000 fcffffff");
		} catch (error) {
			caught = error;
		}
		expect(caught).toBeInstanceOf(PigpioError);
		expect(caught).toMatchObject({
			code: -4,
			pigpioName: "PI_BAD_MODE",
			text: "mode not 0-7",
			message: "setMode: mode not 0-7 (PI_BAD_MODE -4)",
		});
		expect(() => decodeResponse("read", statusResponse(3, 0, 0, -9999))).toThrow("unknown error");
	});

	it("throws for every error code of every command whose results are signed", () => {
		const outcome = (name: CommandName, code: number): unknown => {
			try {
				return decodeResponse(name, statusResponse(commands[name].code, 0, 0, code));
			} catch (error) {
				return error instanceof PigpioError ? error.pigpioName : error;
			}
		};
		const codes = Object.keys(pigpioErrors).map(Number);
		for (const name of commandNames) {
			const { unsigned } = commands[name].result;
			const expected = codes.map((code) => (unsigned ? code >>> 0 : pigpioErrors[code]?.name));
			expect(codes.map((code) => outcome(name, code))).toEqual(expected);
		}
	});

	it.each(commandNames)("gives back what was encoded: %s", (name) => {
		fc.assert(
			fc.property(valuesByKind[commands[name].result.kind], (value) => {
				const answer = encodeResult(name, value as Result<typeof name>);
				const bytes = encodeResponse({ code: commands[name].code, p1: 1, p2: 0xffff_ffff, ...answer });
				const frames = new ResponseParser().push(bytes);
				expect(frames).toHaveLength(1);
				expect(frames[0]).toMatchObject({ code: commands[name].code, p1: 1, p2: 0xffff_ffff });
				expect(decodeResponse(name, frames[0]!)).toEqual(value);
			}),
			{ numRuns: 30 },
		);
	});
});
