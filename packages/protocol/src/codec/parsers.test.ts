import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argsArbitrary } from "../../test/argsArbitrary.ts";
import { type Args, type CommandName, commandNames } from "../commands/registry.ts";
import { OversizeRequest, ProtocolError } from "../errors/ProtocolError.ts";
import { RequestParser } from "./RequestParser.ts";
import { ResponseParser } from "./ResponseParser.ts";
import { encodeRequest, type RequestFrame } from "./request.ts";
import { encodeResponse, type ResponseFrame } from "./response.ts";

interface Parser<F> {
	push(chunk: Uint8Array): F[];
}

/** Feeds Node buffers that are overwritten afterwards, as a socket's may be. */
function feed<F>(parser: Parser<F>, chunks: readonly Uint8Array[]): F[] {
	return chunks.flatMap((chunk) => {
		const copy = Buffer.from(chunk);
		const frames = parser.push(copy);
		copy.fill(0xee);
		return frames;
	});
}

function split(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
	const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
	return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const concat = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

const someRequest = fc
	.constantFrom(...commandNames)
	.chain((name) => argsArbitrary(name).map((args) => encodeRequest(name, args as Args<CommandName>)));

const someResponse: fc.Arbitrary<ResponseFrame> = fc
	.tuple(fc.constantFrom(...commandNames), fc.integer(), fc.uint8Array({ maxLength: 50 }))
	.map(([name, number, data]) => {
		const code = commandNames.indexOf(name);
		const carries = ["readFile", "runBitBangI2c", "getScriptStatus", "transferBsc"].includes(name);
		return carries && number > 0
			? { code, p1: 1, p2: 2, result: data.length, data }
			: { code, p1: 1, p2: 2, result: Math.min(number, 0), data: new Uint8Array(0) };
	});

const requests = [
	encodeRequest("write", { gpio: 4, level: 1 }),
	encodeRequest("trigger", { gpio: 4, length: 10, level: 1 }),
	encodeRequest("storeScript", { text: "w 4 1 mils 5 w 4 0" }),
	encodeRequest("getTick", {}),
];
const responses: ResponseFrame[] = [
	{ code: 4, p1: 4, p2: 1, result: 0, data: new Uint8Array(0) },
	{ code: 106, p1: 0, p2: 5, result: 5, data: Uint8Array.from([1, 2, 3, 4, 5]) },
	{ code: 106, p1: 0, p2: 5, result: 0, data: new Uint8Array(0) },
	{ code: 106, p1: 0, p2: 5, result: -25, data: new Uint8Array(0) },
	{ code: 16, p1: 0, p2: 0, result: 500, data: new Uint8Array(0) },
];

describe.each<[string, () => Parser<unknown>, Uint8Array, number]>([
	["RequestParser", () => new RequestParser(), concat(requests), requests.length],
	["ResponseParser", () => new ResponseParser(), concat(responses.map(encodeResponse)), responses.length],
])("%s", (_, make, stream, count) => {
	const whole = feed(make(), [stream]);

	it("finds all frames in one chunk", () => {
		expect(whole).toHaveLength(count);
	});

	it("finds the same frames byte by byte", () => {
		expect(
			feed(
				make(),
				Array.from(stream, (byte) => Uint8Array.of(byte)),
			),
		).toEqual(whole);
	});

	it("finds the same frames at every single split", () => {
		for (let cut = 0; cut <= stream.length; cut++) {
			expect(feed(make(), split(stream, [cut])), `cut at ${cut}`).toEqual(whole);
		}
	});

	it("finds the same frames at every pair of splits", () => {
		for (let first = 0; first <= stream.length; first++) {
			for (let second = first; second <= stream.length; second++) {
				const frames = feed(make(), split(stream, [first, second]));
				if (frames.length !== count) expect.fail(`cut at ${first} and ${second}: ${frames.length} frames`);
			}
		}
	});
});

describe("RequestParser", () => {
	it("finds any requests at any splits", () => {
		fc.assert(
			fc.property(fc.array(someRequest, { maxLength: 12 }), fc.array(fc.nat(2000)), (all, cuts) => {
				const frames = feed<RequestFrame>(new RequestParser(), split(concat(all), cuts));
				expect(frames).toEqual(all.flatMap((request) => new RequestParser().push(request)));
				expect(frames).toHaveLength(all.length);
			}),
		);
	});

	it("takes an extension of 65535 bytes in small pieces", () => {
		const request = encodeRequest("writeFile", { handle: 1, data: new Uint8Array(65_535).fill(7) });
		const pieces = Array.from({ length: Math.ceil(request.length / 11) }, (_, index) =>
			request.subarray(index * 11, index * 11 + 11),
		);
		const frames = feed(new RequestParser(), [...pieces, encodeRequest("getTick", {})]);
		expect(frames.map(({ code }) => code)).toEqual([107, 16]);
		expect(frames[0]?.extension).toEqual(new Uint8Array(65_535).fill(7));
	});

	it.each([65_536, 0xffff_ffff])(
		"throws at an announced extension of %i bytes, with what came before",
		(length) => {
			const oversize = encodeRequest("getTick", {});
			new DataView(oversize.buffer).setUint32(12, length, true);
			let caught: unknown;
			try {
				new RequestParser().push(concat([...requests, oversize]));
			} catch (error) {
				caught = error;
			}
			expect(caught).toBeInstanceOf(OversizeRequest);
			if (caught instanceof OversizeRequest) {
				expect(caught.announced).toBe(length);
				expect(caught.frames.map(({ code }) => code)).toEqual([4, 37, 38, 16]);
			}
		},
	);

	it("hands unknown command numbers on", () => {
		expect(new RequestParser().push(Uint8Array.of(119, ...new Uint8Array(15)))[0]?.code).toBe(119);
	});
});

describe("ResponseParser", () => {
	it("finds any responses at any splits", () => {
		fc.assert(
			fc.property(fc.array(someResponse, { maxLength: 12 }), fc.array(fc.nat(1000)), (all, cuts) => {
				const frames = feed<ResponseFrame>(
					new ResponseParser(),
					split(concat(all.map(encodeResponse)), cuts),
				);
				expect(frames).toEqual(all);
			}),
		);
	});

	it("throws at data that no daemon sends", () => {
		const impossible = encodeResponse({ code: 106, p1: 0, p2: 0, result: 65_537, data: new Uint8Array(0) });
		expect(() => new ResponseParser().push(impossible)).toThrow(ProtocolError);
	});
});
