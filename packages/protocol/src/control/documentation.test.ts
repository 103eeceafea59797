import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { controlErrorCodes } from "./controlErrors.ts";
import { type ControlOperation, controlOperationNames, controlOperations } from "./controlOperations.ts";
import { describeParams } from "./describeParams.ts";
import { benchEvent } from "./deviceFacts.ts";
import { controlFailure, parseControl } from "./parseControl.ts";

const page = readFileSync(new URL("../../../../docs/simulator-control.md", import.meta.url), "utf8");
const lines = [...page.matchAll(/```json\n([\s\S]*?)```/g)].flatMap(([, text = ""]) =>
	text.trim().split("\n"),
);
const messages = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe("docs/simulator-control.md", () => {
	it.each(controlOperationNames)("has an example of %s that parses, with its answer", (op) => {
		const index = messages.findIndex((message) => message["op"] === op);
		const { id, ...request } = messages[index] ?? {};
		expect(parseControl(request)).toMatchObject({ op });
		const answer = messages[index + 1];
		expect(answer?.["id"]).toBe(id);
		expect(z.parse(controlOperations[op].result, answer?.["result"])).toEqual(answer?.["result"]);
	});

	it("has examples of a refusal and of both events", () => {
		const refusals = messages.filter((message) => "error" in message);
		expect(refusals.map((message) => z.safeParse(controlFailure, message["error"]).success)).toEqual([true]);
		const events = messages.filter((message) => "event" in message);
		expect(events.map((event) => z.parse(benchEvent, event).event)).toEqual(["values", "bench"]);
	});

	it("explains every field and every error code", () => {
		for (const op of controlOperationNames) {
			for (const { text, name } of describeParams(op)) expect(`${op}.${name}: ${text}`).toMatch(/: .+\.$/);
		}
		for (const code of controlErrorCodes) expect(page).toContain(`| \`${code}\` `);
	});
});

describe("a request", () => {
	it.each([
		[7, "malformed", "This is no JSON object."],
		[[], "malformed", "This is no JSON object."],
		[{}, "malformed", "op: expected string."],
		[{ op: "toString" }, "unknownOperation", 'There is no operation "toString".'],
		[{ op: "press", device: "A" }, "malformed", "control: expected string."],
		[{ op: "time", now: true }, "malformed", "unknown field now."],
		[{ op: "advance", micros: -1 }, "malformed", "micros: less than 0."],
		[{ op: "failCommand", command: "blink", result: -1 }, "malformed", "command: "],
	])("%j is refused as %s", (value, code, message) => {
		expect(parseControl(value)).toEqual({ code, message: expect.stringContaining(message) });
	});

	it("is given the defaults of fields left out", () => {
		const op: ControlOperation = "splitWrites";
		expect(parseControl({ op, bytes: 3 })).toEqual({ op, args: { bytes: 3, gapMicros: 200 } });
	});
});
