import { describe, expect, it } from "vitest";
import { packBytes, unpackBytes } from "./jsonBytes.ts";
import { parseClientMessage, parseServerMessage } from "./parseMessage.ts";

const misread = (text: string) => {
	const parsed = parseClientMessage(text);
	return parsed.ok ? "understood" : parsed.misread;
};

describe("parseClientMessage", () => {
	it("says that a text is not JSON", () => {
		expect(misread("{")).toEqual({ code: "malformed", message: "This is not JSON." });
	});

	it("names an unknown operation and keeps its id", () => {
		expect(misread('{"op":"explode","id":4}')).toEqual({
			code: "unknownOperation",
			message: 'There is no operation "explode".',
			id: 4,
		});
	});

	it.each([
		['{"op":"call","id":1,"target":"pi"}', "command: expected string."],
		['{"op":"ping","id":1,"extra":1}', "unknown field extra."],
		['{"op":"ping","id":-1}', "id: less than 0."],
		['{"op":"createWave","id":1,"target":"pi","pulses":[]}', "pulses: less than 1."],
		['{"op":"createWave","id":1,"target":"pi","pulses":[[1,2]]}', /pulses\.0/],
		[
			'{"op":"createWave","id":1,"target":"pi","pulses":[[1,2,4294967296]]}',
			"pulses.0.2: more than 4294967295.",
		],
	])("says what is wrong with %s", (text, message) => {
		expect(misread(text)).toMatchObject({ code: "malformed", message: expect.stringMatching(message) });
	});

	it.each(["null", "[]", "3", '"call"', "{}", '{"op":3,"id":"x"}'])("refuses %s", (text) => {
		expect(misread(text)).toMatchObject({ code: "malformed" });
	});
});

describe("parseServerMessage", () => {
	it("ignores fields that a newer bridge adds", () => {
		expect(parseServerMessage('{"op":"viewers","count":2,"later":true}')).toEqual({
			ok: true,
			message: { op: "viewers", count: 2 },
		});
	});
});

describe("packBytes", () => {
	it("is undone by unpackBytes at any depth", () => {
		const value = { chain: Uint8Array.of(255, 0, 16), list: [Uint8Array.of()], hex: "no", n: 1 };
		const packed = packBytes(value);
		expect(packed).toEqual({ chain: { hex: "ff0010" }, list: [{ hex: "" }], hex: "no", n: 1 });
		expect(unpackBytes(JSON.parse(JSON.stringify(packed)))).toEqual(value);
	});

	it("leaves alone what only looks like bytes", () => {
		expect(unpackBytes({ hex: "0g" })).toEqual({ hex: "0g" });
		expect(unpackBytes({ hex: "00", more: 1 })).toEqual({ hex: "00", more: 1 });
	});
});
