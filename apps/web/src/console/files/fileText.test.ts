import { expect, it } from "vitest";
import { textOf } from "./fileText.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

it("is a text when it is UTF-8 without NUL and not too long", () => {
	expect(textOf(bytesOf("µ\n"))).toBe("µ\n");
	expect(textOf(Uint8Array.of(0xff, 0x41))).toBeUndefined();
	expect(textOf(bytesOf("a\0b"))).toBeUndefined();
	expect(textOf(new Uint8Array(300_000).fill(0x41))).toBeUndefined();
	// What is written back must be what was read.
	expect(textOf(bytesOf("\uFEFFa"))).toBe("\uFEFFa");
});
