import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapedText, hexOf, readEscaped, readHex } from "./hexBytes.ts";

const anyBytes = fc.uint8Array({ maxLength: 64 });

describe("bytes as text", () => {
	it("are read back from what they are written as", () => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				expect(readHex(hexOf(bytes)).bytes).toEqual(bytes);
				expect(readEscaped(escapedText(bytes)).bytes).toEqual(bytes);
			}),
		);
	});

	it("may be written in several ways", () => {
		for (const text of ["01 80 ff", "0180FF", "0x01, 0x80,0xff", " 1;80;FF\n"])
			expect(readHex(text).bytes).toEqual(Uint8Array.of(1, 0x80, 0xff));
		expect(readEscaped("AT\\r\\n\\x1b").bytes).toEqual(Uint8Array.of(0x41, 0x54, 13, 10, 27));
		expect(readEscaped("é").bytes).toEqual(Uint8Array.of(0xc3, 0xa9));
	});

	it("say what is wrong", () => {
		expect(readHex("01 zz").problem).toContain('"zz" is no byte');
		expect(readHex("018").problem).toContain("odd number of digits");
		expect(readEscaped("a\\q").problem).toContain('"\\q" is unknown');
		expect(readEscaped("a\\").problem).toContain("is unknown");
	});
});
