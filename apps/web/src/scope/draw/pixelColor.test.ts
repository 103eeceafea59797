import { describe, expect, it } from "vitest";
import { blend, packPixel, parseColor } from "./pixelColor.ts";

describe("pixel colours", () => {
	it.each([
		["#0f1317", 0x0f1317, 1],
		["#fff", 0xffffff, 1],
		["#a3adb812", 0xa3adb8, 18 / 255],
		["#abcd", 0xaabbcc, 0xdd / 255],
		["rgb(1, 2, 3)", 0x010203, 1],
		["rgba(163, 173, 184, 0.07)", 0xa3adb8, 0.07],
		["rgb(163 173 184 / 0.5)", 0xa3adb8, 0.5],
		["transparent", 0, 0],
	])("reads %s", (text, color, opacity) => {
		expect(parseColor(text)).toEqual({ color, opacity });
	});

	it("lays colours onto one another", () => {
		expect(blend(0x000000, 0xffffff, 0.5)).toBe(0x808080);
		expect(blend(0x102030, 0xffffff, 0)).toBe(0x102030);
	});

	it("packs red first in memory", () => {
		expect([...new Uint8Array(Uint32Array.of(packPixel(0x112233)).buffer)]).toEqual([0x11, 0x22, 0x33, 255]);
	});
});
