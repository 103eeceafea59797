import { encodeRequest, HEADER_BYTES, parsePigs, ScriptText } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { pigsCalls } from "../realClients/pigsCalls/index.ts";
import { type PipeCommand, parsePipeCommand } from "./parsePipeCommand.ts";

function parseLine(line: string): (PipeCommand | undefined)[] {
	const text = new ScriptText(line);
	const found: (PipeCommand | undefined)[] = [];
	while (!text.isAtEnd && !found.includes(undefined)) found.push(parsePipeCommand(text));
	return found;
}

describe("commands by text", () => {
	it("mean the requests that pigs would send", () => {
		const lines = Object.values(pigsCalls).flatMap(({ lines: valid }) => valid);
		let compared = 0;
		for (const line of lines) {
			const calls = parsePigs(line);
			if (!Array.isArray(calls)) throw new Error(`${line}: ${calls.problem}`);
			const expected = calls.map((call) => {
				const bytes = Buffer.from(encodeRequest<typeof call.name>(call.name, call.args));
				const extension = [...bytes.subarray(HEADER_BYTES)];
				return { name: call.name, p1: bytes.readUInt32LE(4), p2: bytes.readUInt32LE(8), extension };
			});
			const parsed = parseLine(line).map(
				(command) => command && { ...command, extension: [...command.extension] },
			);
			expect(parsed, line).toEqual(expected);
			compared += expected.length;
		}
		expect(compared).toBeGreaterThan(200);
	});

	it.each([
		["w 60 9", { p1: 60, p2: 9 }],
		["nb 0 -1", { p2: 0xffff_ffff }],
		["bs1 0xffffffff", { p1: 0xffff_ffff }],
		["shell no.dots", { name: "runShell", p1: 7 }],
	])("%s is for the daemon to judge", (line, expected) => expect(parseLine(line)).toMatchObject([expected]));

	it.each([
		"nonsense",
		"w",
		"w 4",
		"w x 1",
		"w -4 1",
		"m 4 z",
		"wvag 1 2",
		"cf1 0 0 256",
		"fw 0",
		"noib",
		"fo",
	])("%s is not understood", (line) => expect(parseLine(line).at(-1)).toBeUndefined());
});
